// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/s3request.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace partway {

// The keys that a request is signed with: the account's, or those of an S3 Express session of its bucket.
// What is not at hand, has ended or is about to is fetched once for all that wait for it. Engine thread.
class SigningKeys final : public QObject
{
    Q_OBJECT
public:
    using Now = std::function<Result<Credentials>()>;
    using Ready = std::function<void(const Result<Credentials>&)>;
    // Gets newer keys than these for the account; ends exactly once, never from inside.
    using Renew = std::function<void(const Credentials& old, Ready ready)>;
    // Asks a bucket for a session, signed with the account's keys.
    using AskSession = std::function<void(const QString& bucket, Ready ready)>;

    SigningKeys(Now now, Renew renew, AskSession askSession, std::function<QDateTime()> serverTime);

    // Keys at hand, or the error for which there are none; nothing while they must be fetched: fetch() then.
    std::optional<Result<Credentials>> atHand(const QString& sessionBucket);
    // Calls ready once, later: with an error, or when atHand() has an answer.
    void fetch(const QString& sessionBucket, Ready ready);

    // The store says that these have ended. True if others can be had.
    bool ended(const QString& sessionBucket, const Credentials& keys);

private:
    struct Session
    {
        Credentials keys;
        std::chrono::milliseconds lifetime{0}; // as it was given
        bool asking = false;
        QList<Ready> waiting;
    };

    bool lasts(const Credentials& keys, std::chrono::milliseconds longerThan) const;
    void ask(const QString& bucket);
    void sessionCame(const QString& bucket, const Result<Credentials>& keys);

    const Now m_now;
    const Renew m_renew;
    const AskSession m_askSession;
    const std::function<QDateTime()> m_serverTime;
    Credentials m_over;                 // of the account: the store says that they have ended
    QHash<QString, Session> m_sessions; // by bucket
};

} // namespace partway
