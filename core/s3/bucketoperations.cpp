// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// HeadBucket, ListBuckets, CreateBucket.
#include "s3/errordocument.h"
#include "s3/operations.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/s3time.h"
#include "s3/xmlreader.h"

namespace partway {

namespace {

ListedBucket readBucket(XmlReader& xml)
{
    ListedBucket bucket;
    xml.enter();
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("Name"))
            bucket.name = xml.text();
        else if (name == QLatin1String("CreationDate"))
            bucket.created = timeFromXml(xml.text());
        else if (name == QLatin1String("BucketRegion"))
            bucket.region = xml.text();
    }
    return bucket;
}

} // namespace

S3Request headBucketRequest(const QString& bucket)
{
    S3Request request;
    request.method = "HEAD";
    request.bucket = bucket;
    return request;
}

Result<BucketInfo> headBucketReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    if (isPortal(reply))
        return portalPage(reply);
    return BucketInfo{regionFromReply(reply)};
}

S3Request listBucketsRequest()
{
    S3Request request;
    request.method = "GET";
    return request;
}

Result<QList<ListedBucket>> listBucketsReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String("ListAllMyBucketsResult"))
        return wrongDocument(reply, "ListAllMyBucketsResult");
    QList<ListedBucket> buckets;
    while (xml.nextChild()) {
        if (xml.name() != QLatin1String("Buckets"))
            continue;
        xml.enter();
        while (xml.nextChild()) {
            if (xml.name() == QLatin1String("Bucket"))
                buckets.append(readBucket(xml));
        }
    }
    if (!xml.finish())
        return wrongDocument(reply, "ListAllMyBucketsResult");
    return buckets;
}

S3Request createBucketRequest(const QString& bucket, const QString& region)
{
    S3Request request;
    request.method = "PUT";
    request.bucket = bucket;
    request.repeatable = false; // the second one would find the first one's bucket
    if (!region.isEmpty() && region != QLatin1String("us-east-1")) {
        request.headers.set("Content-Type", "application/xml");
        request.body.bytes = "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                             "<LocationConstraint>" +
                             region.toHtmlEscaped().toUtf8() +
                             "</LocationConstraint></CreateBucketConfiguration>";
    }
    return request;
}

Result<void> createBucketReply(const HttpReply& reply)
{
    if (isSuccess(reply) && isPortal(reply))
        return portalPage(reply);
    if (isSuccess(reply))
        return {};
    Error error = errorFromReply(reply);
    // Elsewhere it asks for another region; here it refuses the one that was named.
    if (error.code == QLatin1String("IllegalLocationConstraintException"))
        error.kind = ErrorKind::Refused;
    return error;
}

} // namespace partway
