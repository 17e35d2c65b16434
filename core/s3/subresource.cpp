// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/subresource.h"

#include "s3/errordocument.h"
#include "s3/replyreading.h"

namespace partway {

S3Request subresourceRequest(const QByteArray& name, const QString& bucket, const QByteArray& key)
{
    S3Request request;
    request.method = "GET";
    request.bucket = bucket;
    request.key = key;
    request.query = {{name, {}}};
    request.maxReplyBytes = MiB; // a full page of 1,000 rows has less
    return request;
}

Error wrongSubresource(const HttpReply& reply, const char* expectedRoot)
{
    if (isPortal(reply))
        return portalPage(reply);
    const Error error = wrongDocument(reply, expectedRoot);
    const bool storesOwn = readErrorDocument(reply.body).found;
    if (storesOwn || error.code == QLatin1String("answer-invalid"))
        return error;
    // Cut off inside the document that was asked for?
    if (error.code == QLatin1String("answer-truncated") && reply.body.contains(expectedRoot))
        return error;
    return replyError(reply, ErrorKind::Refused, "operation-unsupported");
}

Error subresourceFailure(const Error& failure)
{
    Error error = failure;
    if (error.code == QLatin1String("reply-too-long")) {
        error.kind = ErrorKind::Refused;
        error.code = QStringLiteral("operation-unsupported");
    }
    return error;
}

} // namespace partway
