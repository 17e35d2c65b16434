// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byterange.h"
#include "s3/operations.h"

namespace partway {

// CopyObject, UploadPartCopy, and reading a range of an object: how an object becomes the source of another.
// Pure functions as in s3/operations.h, with its error codes. Both copies may answer 200 with <Error> inside
// (s3-reference §2.3). A source that is not the one that was named any more is Conflict "PreconditionFailed"
// or NotFound.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html, …/API_CopyObject.html

// An object as it was when it was looked at.
struct SourceObject
{
    QString bucket;
    QByteArray key;
    QByteArray etag;   // with the one it had then, or not at all; empty: not asked
    QString versionId; // empty: the current one

    bool operator==(const SourceObject&) const = default;
};

// The new object carries what `object` says and nothing of the source's but its bytes; its tags too, if
// `object` has any or ownTags is set, else those of the source.
struct CopyObjectInput
{
    SourceObject from;
    QString bucket;
    QByteArray key;
    ObjectOptions object;
    bool ownTags = false;
    ChecksumMode checksum = ChecksumMode::None;
    WriteCondition condition = WriteCondition::None;
    qint64 size = 0; // of the source: a large one takes long, and many stores say nothing meanwhile
};

struct CopyPartInput
{
    SourceObject from;
    ByteRange range; // of the source; length 0: all of it
    UploadRef upload;
    int partNumber = 0;
    ChecksumMode checksum = ChecksumMode::None; // which one of the reply is read
};

struct CopyOutput
{
    QByteArray etag;
    QByteArray checksum; // raw; of an object only if it is of the whole
    QString versionId;
    QString requestId;
    bool encryptedWithKms = false;
};

struct ReadRangeInput
{
    SourceObject from;
    ByteRange range;
};

S3Request copyObjectRequest(const CopyObjectInput& input);
Result<CopyOutput> copyObjectReply(const HttpReply& reply, ChecksumMode checksum);
S3Request copyPartRequest(const CopyPartInput& input);
Result<CopyOutput> copyPartReply(const HttpReply& reply, ChecksumMode checksum);

// The bytes of the range, exactly. A store that sends something else is Bug "range-differs".
S3Request readRangeRequest(const ReadRangeInput& input);
Result<QByteArray> readRangeReply(const HttpReply& reply, ByteRange range);

} // namespace partway
