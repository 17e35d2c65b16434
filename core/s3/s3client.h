// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/transport.h"
#include "s3/endpoint.h"
#include "s3/s3request.h"
#include "s3/signingkeys.h"

#include <QHash>

#include <functional>
#include <memory>

namespace partway {

// How to reach a store and sign for it.
struct S3ClientOptions
{
    Endpoint endpoint;
    QString region = QStringLiteral("us-east-1");
    Addressing addressing = Addressing::Auto;
    bool directoryBuckets = false; // …--x-s3 follow the rules of S3 Express (s3/express.h)
    SigningKeys::Renew renew;      // null: the account's keys are what they are
};

// Addresses, signs and sends S3Requests. Learns regions per bucket (x-amz-bucket-region, <Region>, one
// redirect per request) and the clock offset (Date header), signs again at once for either or when the store
// says that the keys have ended and newer ones can be had, and repeats nothing else: retrying is the
// caller's. Credentials are asked for anew at each signing, so that renewed ones count; a request waits while
// they, or the S3 Express session of its bucket, are fetched. Engine thread.
class S3Client
{
public:
    using CallId = Transport::CallId;
    using Done = std::function<void(HttpReply)>;
    using CredentialsNow = SigningKeys::Now; // SignIn error when there are none

    S3Client(Transport& transport, S3ClientOptions options, CredentialsNow credentials, const Clock& clock);
    ~S3Client();

    // Ends exactly once, never from inside send(). cancel() as in Transport.
    CallId send(S3Request request, Done done, Transport::Progress progress = {});
    void cancel(CallId call);
    void dropConnections();

    bool usesTls() const;
    qint64 clockOffsetSeconds() const; // server minus ours, once learnt
    QString regionOf(const QString& bucket) const;

    // A URL that does `method` on the key for so long, for "copy presigned link".
    Result<QByteArray> presignedUrl(const QByteArray& method, const QString& bucket, const QByteArray& key,
                                    int expiresSeconds, const Query& query = {}) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace partway
