// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/credentialdesk.h"
#include "queue/transferqueue.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace partway {

// How long the rest of an account's transfers takes, and how long its sign-in holds.
struct SignInForecast
{
    qint64 needsSeconds = 0;
    qint64 lastsSeconds = 0; // 0: it is over
};
// Nothing: it is enough, or speed or end are not known.
std::optional<SignInForecast> forecastSignIn(qint64 bytesLeft, qint64 bytesPerSecond, const QDateTime& ends,
                                             const QDateTime& now);

// Notices that what is left of an account's transfers outlasts its sign-in, as soon as a speed is known: the
// one that is measured, the one that was measured last time, or the limit. Says so once for each sign-in.
// Main thread; what it is made of outlives it.
class SignInWatch final : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        TransferQueue& queue;
        CredentialDesk& desk;
        const Clock& clock;
        std::function<QList<Account>()> accounts; // that may have a sign-in
        QString stateFolder;                      // speeds.ini
    };

    explicit SignInWatch(Setup setup, QObject* parent = nullptr);

    void setRateLimit(qint64 bytesPerSecond); // 0: none

Q_SIGNALS:
    void outlasts(const QString& accountId, qint64 needsSeconds, qint64 lastsSeconds);

private:
    struct Load
    {
        qint64 bytesLeft = 0;
        qint64 bytesPerSecond = 0;
    };
    void check();
    void checkOne(const Account& account, const QDateTime& ends, const Load& load);
    qint64 speedOf(const QString& accountId, qint64 measured);

    const Setup m_setup;
    qint64 m_limit = 0;
    QTimer m_timer;
    QHash<QString, QDateTime> m_told; // by account: the end that was told of
};

} // namespace partway
