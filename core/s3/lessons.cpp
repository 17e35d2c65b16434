// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/lessons.h"

#include "s3/hash.h"
#include "s3/s3time.h"

#include <cstdlib>

namespace partway {

namespace {

constexpr qint64 suspiciousSeconds = 5 * 60;

bool isCreateBucket(const S3Request& request)
{
    return request.method == "PUT" && request.key.isEmpty() && request.query.isEmpty();
}

} // namespace

std::optional<qint64> clockOffsetFrom(const HttpReply& reply)
{
    const QDateTime server = timeFromHeader(reply.headers.value("Date"));
    if (!server.isValid() || !reply.receivedAt.isValid())
        return std::nullopt;
    return reply.receivedAt.secsTo(server);
}

bool blamesClock(const HttpReply& reply, const Error& error, qint64 offsetWhenSigned)
{
    if (error.kind == ErrorKind::Clock)
        return true;
    const std::optional<qint64> measured = clockOffsetFrom(reply);
    return reply.status == 403 && measured && std::llabs(*measured - offsetWhenSigned) > suspiciousSeconds;
}

bool blamesRegion(const S3Request& request, const HttpReply& reply, const Error& error)
{
    if (reply.status == 301 || reply.status == 307)
        return true;
    if (reply.status != 400)
        return false;
    if (request.method == "HEAD")
        return true; // no body to say more
    if (error.code == QLatin1String("AuthorizationHeaderMalformed"))
        return true;
    return error.code == QLatin1String("IllegalLocationConstraintException") && !isCreateBucket(request);
}

Result<QByteArray> payloadHashFor(const S3Request& request, bool tls)
{
    if (!request.payloadHash.isEmpty())
        return request.payloadHash;
    if (!request.body.source)
        return hashOf(HashAlgorithm::Sha256, request.body.bytes).toHex();
    if (request.body.size() == 0)
        return emptyPayloadHash;
    if (tls)
        return unsignedPayload;
    Error error;
    error.kind = ErrorKind::Bug;
    error.code = QStringLiteral("payload-hash-missing");
    return error;
}

} // namespace partway
