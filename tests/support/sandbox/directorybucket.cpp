// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/directorybucket.h"

#include "s3/express.h"
#include "support/sandbox/failure.h"
#include "support/sandbox/temporarykeys.h"
#include "support/sandbox/xmlwriter.h"

namespace partway::sandbox {
namespace {

QByteArray tokenOf(const Request& request, const char* header, const char* query)
{
    const QByteArray token = request.headers.value(header);
    return token.isEmpty() ? request.queryValue(query) : token;
}

bool wantsSession(const Request& request)
{
    switch (request.operation) {
    case Operation::CreateSession:
    case Operation::HeadBucket:
    case Operation::CreateBucket:
    case Operation::DeleteBucket:
    case Operation::ListBuckets:
    case Operation::CopyObject:
    case Operation::UploadPartCopy:
        return false;
    default:
        return true;
    }
}

bool lists(const Request& request)
{
    return request.operation == Operation::ListObjectsV2 ||
           request.operation == Operation::ListMultipartUploads;
}

} // namespace

bool isDirectoryBucket(const QByteArray& bucket)
{
    return partway::isDirectoryBucket(QString::fromUtf8(bucket));
}

Keys expectedKeys(const Request& request, const Keys& lasting, const QDateTime& now)
{
    Keys keys = lasting;
    const bool directory = isDirectoryBucket(request.bucket);
    if (directory && wantsSession(request)) {
        const QByteArray token = tokenOf(request, "x-amz-s3session-token", "X-Amz-S3session-Token");
        if (token.isEmpty())
            throw failure("AccessDenied", "A session of the directory bucket is needed.");
        keys = keysOfToken(lasting, token, request.bucket, now);
        keys.isSession = true;
    } else if (const QByteArray token = tokenOf(request, "x-amz-security-token", "X-Amz-Security-Token");
               isTemporaryToken(token)) {
        keys = keysOfToken(lasting, token, "*", now);
    }
    keys.service = directory ? "s3express" : "s3";
    return keys;
}

void checkDirectoryRules(const Request& request)
{
    if (!isDirectoryBucket(request.bucket))
        return;
    for (const char* header : {"content-md5", "x-amz-acl", "x-amz-tagging", "x-amz-object-lock-mode"}) {
        if (request.headers.has(header))
            throw failure("NotImplemented");
    }
    if (request.operation == Operation::GetObjectTagging ||
        request.operation == Operation::GetBucketVersioning || request.operation == Operation::ListObjects)
        throw failure("NotImplemented");
    if (!lists(request))
        return;
    const QByteArray prefix = request.queryValue("prefix");
    const QByteArray delimiter = request.queryValue("delimiter");
    if (!prefix.isEmpty() && !prefix.endsWith('/'))
        throw failure("InvalidArgument", "The prefix must end in the delimiter /.");
    if (!delimiter.isEmpty() && delimiter != "/")
        throw failure("InvalidArgument", "The only delimiter is /.");
    if (request.hasQuery("upload-id-marker"))
        throw failure("InvalidArgument", "There is no upload-id-marker.");
}

Answer createSession(Exchange& exchange)
{
    if (!isDirectoryBucket(exchange.request.bucket))
        throw failure("InvalidRequest", "Sessions are for directory buckets.");
    const Credentials keys =
        makeTemporaryKeys(exchange.lasting, exchange.request.bucket,
                          QDateTime::currentDateTimeUtc().addMSecs(exchange.limits.session.count()));
    XmlWriter xml;
    xml.open("CreateSessionResult", s3Namespace);
    xml.open("Credentials");
    xml.text("SessionToken", keys.sessionToken.reveal());
    xml.text("SecretAccessKey", keys.secretKey.reveal());
    xml.text("AccessKeyId", keys.accessKeyId);
    xml.time("Expiration", keys.expiresAt);
    xml.close();
    xml.close();
    return Answer::xml(xml.document());
}

} // namespace partway::sandbox
