// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/router.h"

#include "support/sandbox/bucketoperations.h"
#include "support/sandbox/completeoperation.h"
#include "support/sandbox/copyoperations.h"
#include "support/sandbox/directorybucket.h"
#include "support/sandbox/failure.h"
#include "support/sandbox/lifecycleoperations.h"
#include "support/sandbox/listoperations.h"
#include "support/sandbox/multipartoperations.h"
#include "support/sandbox/objectoperations.h"
#include "support/sandbox/owner.h"
#include "support/sandbox/versionoperations.h"

namespace partway::sandbox {
namespace {

void checkOwner(const Request& request)
{
    const QByteArray expected = request.headers.value("x-amz-expected-bucket-owner");
    if (!expected.isEmpty() && expected != accountNumber)
        throw failure("AccessDenied");
}

void enter(Exchange& exchange)
{
    const Request& request = exchange.request;
    if (request.bucket.isEmpty() || request.operation == Operation::CreateBucket)
        return;
    exchange.enterBucket();
    checkOwner(request);
    if (request.key.size() <= exchange.limits.maxKeyBytes)
        return;
    Failure tooLong = failure("KeyTooLongError");
    tooLong.with("Size", QByteArray::number(request.key.size()));
    tooLong.with("MaxSizeAllowed", QByteArray::number(exchange.limits.maxKeyBytes));
    throw tooLong;
}

// Of a store without tags, or keys that may not write them. Such stores take what says nothing of tags.
void checkTags(const Exchange& exchange)
{
    const Request& request = exchange.request;
    const bool writes = request.headers.has("x-amz-tagging");
    const bool asks = request.headers.has("x-amz-tagging-directive");
    switch (exchange.limits.tags) {
    case Limits::Tags::Kept:
        return;
    case Limits::Tags::Unknown:
        if (writes || asks)
            throw failure("NotImplemented");
        return;
    case Limits::Tags::Denied:
        if (writes)
            throw failure("AccessDenied");
        return;
    }
}

} // namespace

Answer route(Exchange& exchange)
{
    checkDirectoryRules(exchange.request);
    checkTags(exchange);
    enter(exchange);
    switch (exchange.request.operation) {
    case Operation::ListBuckets:
        return listBuckets(exchange);
    case Operation::CreateBucket:
        return createBucket(exchange);
    case Operation::HeadBucket:
        return headBucket(exchange);
    case Operation::CreateSession:
        return createSession(exchange);
    case Operation::DeleteBucket:
        return deleteBucket(exchange);
    case Operation::GetBucketLocation:
        return getBucketLocation(exchange);
    case Operation::GetBucketVersioning:
        return getBucketVersioning(exchange);
    case Operation::PutBucketVersioning:
        return putBucketVersioning(exchange);
    case Operation::ListObjectVersions:
        return listObjectVersions(exchange);
    case Operation::GetBucketLifecycle:
        return getBucketLifecycle(exchange);
    case Operation::PutBucketLifecycle:
        return putBucketLifecycle(exchange);
    case Operation::DeleteBucketLifecycle:
        return deleteBucketLifecycle(exchange);
    case Operation::ListObjects:
    case Operation::ListObjectsV2:
        return listObjects(exchange);
    case Operation::ListMultipartUploads:
        return listMultipartUploads(exchange);
    case Operation::DeleteObjects:
        return deleteObjects(exchange);
    case Operation::PutObject:
        return putObject(exchange);
    case Operation::GetObject:
    case Operation::HeadObject:
        return getObject(exchange);
    case Operation::DeleteObject:
        return deleteObject(exchange);
    case Operation::CopyObject:
        return copyObject(exchange);
    case Operation::GetObjectTagging:
        return getObjectTagging(exchange);
    case Operation::GetObjectAttributes:
        return getObjectAttributes(exchange);
    case Operation::CreateMultipartUpload:
        return createMultipartUpload(exchange);
    case Operation::UploadPart:
        return uploadPart(exchange);
    case Operation::UploadPartCopy:
        return uploadPartCopy(exchange);
    case Operation::CompleteMultipartUpload:
        return completeMultipartUpload(exchange);
    case Operation::AbortMultipartUpload:
        return abortMultipartUpload(exchange);
    case Operation::ListParts:
        return listParts(exchange);
    case Operation::Unsupported:
        break;
    }
    throw failure("NotImplemented");
}

} // namespace partway::sandbox
