// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "s3/limits.h"
#include "s3/s3request.h"

namespace partway {

// The lifecycle configuration of a bucket, as a whole document (s3-reference §2.13; names of elements and
// headers as in docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html). Pure.
// A store that does not know the sub-resource may take it for none and answer with a listing: an answer is
// judged by its root element. Code of ours beside those of s3/operations.h: Refused "lifecycle-unsupported".

struct LifecycleAnswer
{
    bool exists = false; // false: the store knows the feature, and the bucket has no rules
    QByteArray document;
    QByteArray minimumObjectSize; // x-amz-transition-default-minimum-object-size; goes back unchanged
};

struct PutLifecycleInput
{
    QString bucket;
    QByteArray document; // replaces all rules
    QByteArray minimumObjectSize;
    ChecksumMode checksum = ChecksumMode::Md5; // one is demanded: Md5, or Crc32 where MD5 is refused
};

S3Request getLifecycleRequest(const QString& bucket);
Result<LifecycleAnswer> getLifecycleReply(const HttpReply& reply);
S3Request putLifecycleRequest(const PutLifecycleInput& input);
Result<void> putLifecycleReply(const HttpReply& reply);
// Only for a bucket whose lifecycle configuration was just read: elsewhere a store may delete the bucket.
S3Request deleteLifecycleRequest(const QString& bucket);
Result<void> deleteLifecycleReply(const HttpReply& reply);

} // namespace partway
