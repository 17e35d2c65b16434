// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loopbackserver.h"

#include <functional>

namespace partway {

// Uppy's Companion as s3-reference §7 describes it, and the store that it signs for, in one server on
// loopback. Keeps everything in memory. Strict: whatever a client may not send is answered with 400 and kept
// in `complaints`. Lives on the test's thread.
class CompanionDouble final : public LoopbackServer
{
public:
    // With a path before /s3, as COMPANION_PATH makes one.
    QString endpoint() const { return origin() + QStringLiteral("/companion"); }

    struct Upload
    {
        QByteArray key;
        QMap<QByteArray, QByteArray> metadata;
        QMap<int, QByteArray> parts;
    };

    QByteArray wantedHeader; // "name: value"; requests to Companion without it get 401
    bool production = true;  // a 500 says nothing
    int urlsHold = 800;      // seconds; 0: every address is refused as expired
    int expireNext = 0;      // so many parts are refused once, whatever their address says
    int dropCreate = 0;      // so many uploads are made, and the connection is cut before the answer
    int dropComplete = 0;    // so many Completes are done, and the connection is cut before the answer
    std::function<bool(const QByteArray& operation)> fails; // the store fails: 500
    std::function<bool(const QByteArray& operation)> hangs; // it is done, and no answer comes

    QMap<QByteArray, Upload> uploads; // that are not ended
    QMap<QByteArray, QByteArray> objects;
    QMap<QByteArray, QMap<QByteArray, QByteArray>> metadataOf; // of objects, by key
    QList<Seen> seen;
    QByteArrayList complaints;

    int count(const QByteArray& operation) const { return m_counts.value(operation); }

private:
    Reply answer(const Seen& request) override;
    Reply answerNow(const Seen& request);
    Reply companion(const Seen& request, const QByteArrayList& path,
                    const QMap<QByteArray, QByteArray>& query);
    Reply create(const Seen& request);
    Reply sign(const QByteArray& id, const QByteArrayList& path, const QMap<QByteArray, QByteArray>& query);
    Reply list(const QByteArray& id) const;
    Reply complete(const QByteArray& id, const Seen& request);
    Reply storePart(const Seen& request);
    Reply failure(const QByteArray& code) const;
    Reply complain(const QByteArray& about);
    QByteArray signedUrl(const QByteArray& id, int part);

    QMap<QByteArray, QByteArray> m_signed; // target → "id/part"
    QSet<QByteArray> m_refused;            // of these
    QMap<QByteArray, int> m_counts;
    QByteArray m_operation; // that is answered now
    int m_last = 0;
};

} // namespace partway
