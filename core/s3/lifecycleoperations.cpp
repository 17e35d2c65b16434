// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/lifecycleoperations.h"

#include "s3/checksumheaders.h"
#include "s3/errordocument.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"

namespace partway {

namespace {

constexpr const char* minimumSizeHeader = "x-amz-transition-default-minimum-object-size";

S3Request lifecycleRequest(const QByteArray& method, const QString& bucket)
{
    S3Request request;
    request.method = method;
    request.bucket = bucket;
    request.query = {{"lifecycle", {}}};
    return request;
}

// The store does not know the operation at all.
Error judged(const HttpReply& reply)
{
    Error error = errorFromReply(reply);
    const bool unknown = reply.status == 405 || reply.status == 501 ||
                         error.code == QLatin1String("NotImplemented") ||
                         error.code == QLatin1String("MethodNotAllowed");
    if (unknown) {
        error.kind = ErrorKind::Refused;
        error.code = QStringLiteral("lifecycle-unsupported");
    }
    return error;
}

} // namespace

S3Request getLifecycleRequest(const QString& bucket)
{
    return lifecycleRequest("GET", bucket);
}

Result<LifecycleAnswer> getLifecycleReply(const HttpReply& reply)
{
    if (!isSuccess(reply)) {
        const Error error = judged(reply);
        if (error.code == QLatin1String("NoSuchLifecycleConfiguration"))
            return LifecycleAnswer{};
        return error;
    }
    const QString root = xmlRootName(reply.body);
    if (root == QLatin1String("LifecycleConfiguration"))
        return LifecycleAnswer{.exists = true,
                               .document = reply.body,
                               .minimumObjectSize = reply.headers.value(minimumSizeHeader)};
    const bool another = !root.isEmpty() && root != QLatin1String("Error") && !looksLikeHtml(reply);
    if (another) // a listing of the bucket, for example
        return replyError(reply, ErrorKind::Refused, "lifecycle-unsupported");
    return wrongDocument(reply, "LifecycleConfiguration");
}

S3Request putLifecycleRequest(const PutLifecycleInput& input)
{
    S3Request request = lifecycleRequest("PUT", input.bucket);
    request.headers.set("Content-Type", "application/xml");
    if (!input.minimumObjectSize.isEmpty())
        request.headers.set(minimumSizeHeader, input.minimumObjectSize);
    request.body.bytes = input.document;
    if (input.checksum != ChecksumMode::Md5)
        request.headers.set("x-amz-sdk-checksum-algorithm", checksumAlgorithm(input.checksum));
    const DigestPlan plan{.md5 = input.checksum == ChecksumMode::Md5, .sha256 = true, .crc = input.checksum};
    addChecksumHeaders(request, input.checksum, digestOf(input.document, plan));
    return request;
}

Result<void> putLifecycleReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return judged(reply);
    if (isPortal(reply))
        return portalPage(reply, true);
    return {};
}

S3Request deleteLifecycleRequest(const QString& bucket)
{
    return lifecycleRequest("DELETE", bucket);
}

Result<void> deleteLifecycleReply(const HttpReply& reply)
{
    return putLifecycleReply(reply);
}

} // namespace partway
