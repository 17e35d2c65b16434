// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "s3/checksum.h"
#include "s3/s3request.h"

#include <QDateTime>
#include <QList>
#include <QMap>

namespace partway {

// Each S3 operation as two pure functions: its request from an input, its output from a reply. Codes of ours:
// "not-s3" (Refused), "captive-portal", "answer-truncated" and "missing-etag" (Transient),
// "missing-upload-id" and "answer-invalid" (Bug); after Complete all of them are Transient with maybeDone.
// encryptedWithKms is true wherever encryption hides the MD5 from the ETag: KMS, and keys of the customer's.
// A checksum that is composite is left empty where the mode is of the whole object. Names of elements and
// headers are those of the S3 API reference (docs.aws.amazon.com/AmazonS3/latest/API/API_<Operation>.html).
// Reading matches local names only; replies are hostile: bounded, no entities, numbers checked.

// What an object is stored with. Fixed at Create (or PutObject); Complete cannot set any of it.
struct ObjectOptions
{
    QByteArray contentType; // empty: application/octet-stream
    QByteArray cacheControl, contentDisposition, contentEncoding, contentLanguage;
    QMap<QByteArray, QString> metadata; // name without x-amz-meta-; non-ASCII values go as RFC 2047
    QMap<QString, QString> tags;
    QByteArray storageClass; // empty: the store's default
    QByteArray acl;
    QByteArray encryption; // "AES256", "aws:kms", "aws:kms:dsse"; empty: nothing asked
    QByteArray kmsKeyId;

    bool operator==(const ObjectOptions&) const = default;
};

enum class WriteCondition { None, IfNoneMatch }; // IfNoneMatch: "*", refuse to replace

struct CreateUploadInput
{
    QString bucket;
    QByteArray key;
    ObjectOptions object;
    ChecksumMode checksum = ChecksumMode::None;
};
struct CreateUploadOutput
{
    QString uploadId;
    QDateTime abortDate;
    QString abortRule;
    bool encryptedWithKms = false;
    QString bucket; // where the upload is, if the store chose that itself; else empty
    QByteArray key;
};

struct SendPartInput
{
    QString bucket;
    QByteArray key;
    QString uploadId;
    int partNumber = 0; // 1 … 10,000
    HttpBody body;
    ChecksumMode checksum = ChecksumMode::None;
    Digests digests; // what was computed over the window; sha256 for signing over plain http
};
struct SendPartOutput
{
    QByteArray etag;
    QByteArray checksum;
    QString requestId;
    bool encryptedWithKms = false;
}; // etag verbatim; checksum raw bytes

struct CompletedPart
{
    int number = 0;
    QByteArray etag;
    QByteArray checksum;
};
struct CompleteUploadInput
{
    QString bucket;
    QByteArray key;
    QString uploadId;
    QList<CompletedPart> parts; // rising numbers
    qint64 objectSize = 0;      // sent as x-amz-mp-object-size where checksum is a full-object CRC
    ChecksumMode checksum = ChecksumMode::None;
    QByteArray objectChecksum; // raw; empty: not sent
    WriteCondition condition = WriteCondition::None;
};
struct CompleteUploadOutput
{
    QByteArray etag;
    QByteArray checksum;
    QString versionId;
    QString location;
    QString requestId;
};

struct UploadRef
{
    QString bucket;
    QByteArray key;
    QString uploadId;
};

struct ListPartsInput
{
    UploadRef upload;
    int afterPart = 0;
    int maxParts = 1000;
};
struct ListedPart
{
    int number = 0;
    qint64 size = 0;
    QByteArray etag;
    QByteArray checksum;
    QDateTime modified;
};
struct ListPartsPage
{
    QList<ListedPart> parts;
    bool truncated = false;
    int nextMarker = 0;
    QString storageClass;
    QDateTime abortDate; // when a rule of the bucket will delete it, and which
    QString abortRule;
    ChecksumMode checksum = ChecksumMode::None; // what the parts carry, as far as the listing says
    bool compositeChecksum = false;             // the object's will be one over those of the parts
    bool checksumUnknown = false;               // they carry one that we do not compute
};

struct ListUploadsInput
{
    QString bucket;
    QByteArray prefix;
    QByteArray keyMarker;
    QString uploadIdMarker;
    int maxUploads = 1000;
};
struct ListedUpload
{
    QByteArray key;
    QString uploadId;
    QDateTime initiated;
    QString initiator; // the name shown, or the id
    QString owner;
    QString storageClass;
};
struct ListUploadsPage
{
    QList<ListedUpload> uploads;
    bool truncated = false;
    QByteArray nextKeyMarker;
    QString nextUploadIdMarker;
};

struct PutObjectInput
{
    QString bucket;
    QByteArray key;
    ObjectOptions object;
    HttpBody body;
    ChecksumMode checksum = ChecksumMode::None;
    Digests digests;
    WriteCondition condition = WriteCondition::None;
};
struct PutObjectOutput
{
    QByteArray etag;
    QByteArray checksum;
    QString versionId;
    QString requestId;
    bool encryptedWithKms = false;
};

struct HeadObjectInput
{
    QString bucket;
    QByteArray key;
    ChecksumMode checksum = ChecksumMode::None;
    QString versionId{}; // empty: the current one
};
struct ObjectInfo
{
    qint64 size = -1;
    QByteArray etag;
    QDateTime modified;
    QString versionId;
    QMap<QByteArray, QByteArray> metadata;
    QByteArray contentType;
    QByteArray checksum;
    QByteArray checksumType;
    bool encryptedWithKms = false;
    QString requestId;
    QByteArray cacheControl, contentDisposition, contentEncoding, contentLanguage;
    QByteArray storageClass; // empty: the store's standard one
};

struct ListedBucket
{
    QString name;
    QDateTime created;
    QString region;
};
struct BucketInfo
{
    QString region;
};

struct ListObjectsInput
{
    QString bucket;
    QByteArray prefix;
    QByteArray delimiter;
    QByteArray continuationToken;
    int maxKeys = 1000;
};
struct ListedObject
{
    QByteArray key;
    qint64 size = 0;
    QByteArray etag;
    QDateTime modified;
    QString storageClass;
};
struct ListObjectsPage
{
    QList<ListedObject> objects;
    QList<QByteArray> prefixes;
    bool truncated = false;
    QByteArray nextToken;
};

S3Request createUploadRequest(const CreateUploadInput& input);
Result<CreateUploadOutput> createUploadReply(const HttpReply& reply);
S3Request sendPartRequest(const SendPartInput& input);
Result<SendPartOutput> sendPartReply(const HttpReply& reply, ChecksumMode checksum);
S3Request completeUploadRequest(const CompleteUploadInput& input);
Result<CompleteUploadOutput> completeUploadReply(const HttpReply& reply, ChecksumMode checksum);
S3Request abortUploadRequest(const UploadRef& upload);
Result<void> abortUploadReply(const HttpReply& reply);
S3Request listPartsRequest(const ListPartsInput& input);
Result<ListPartsPage> listPartsReply(const HttpReply& reply);
S3Request listUploadsRequest(const ListUploadsInput& input);
Result<ListUploadsPage> listUploadsReply(const HttpReply& reply);
S3Request putObjectRequest(const PutObjectInput& input);
Result<PutObjectOutput> putObjectReply(const HttpReply& reply, ChecksumMode checksum);
S3Request headObjectRequest(const HeadObjectInput& input);
Result<ObjectInfo> headObjectReply(const HttpReply& reply, ChecksumMode checksum);
S3Request headBucketRequest(const QString& bucket);
Result<BucketInfo> headBucketReply(const HttpReply& reply);
S3Request listBucketsRequest();
Result<QList<ListedBucket>> listBucketsReply(const HttpReply& reply);
S3Request listObjectsRequest(const ListObjectsInput& input);
Result<ListObjectsPage> listObjectsReply(const HttpReply& reply);
S3Request createBucketRequest(const QString& bucket,
                              const QString& region); // region "us-east-1" or empty: no body
Result<void> createBucketReply(const HttpReply& reply);

} // namespace partway
