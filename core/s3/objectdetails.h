// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

namespace partway {

// GetObjectAttributes, GetObjectTagging, DeleteObject, ListObjectVersions, GetBucketVersioning: what a person
// wants to know of an object. Pure functions as in s3/operations.h. Many stores lack some of these, and some
// take the sub-resource for none: they send the object itself, or a listing. Such an answer is told by its
// content and is Refused "operation-unsupported"; the requests bound how much of it is read.

struct ObjectAttributesInput
{
    QString bucket;
    QByteArray key;
    QString versionId;
    int afterPart = 0;
};
struct ObjectPart
{
    int number = 0;
    qint64 size = 0;
    QByteArray checksum; // base64 as shown; empty: none
};
struct ObjectAttributes
{
    QByteArray etag; // without quotes, as this operation gives it
    qint64 size = -1;
    QString storageClass;
    QByteArray checksumName; // "CRC64NVME"; empty: no checksum
    QByteArray checksum;     // base64, with "-N" if composite
    QByteArray checksumType; // "FULL_OBJECT", "COMPOSITE"
    int partCount = 0;       // 0: not made of parts, or not told
    QList<ObjectPart> parts; // this page's; some stores only tell their number
    bool truncated = false;
    int nextMarker = 0;
};

struct DeleteObjectInput
{
    QString bucket;
    QByteArray key;    // never empty: that would be the bucket
    QString versionId; // only one that the store has listed: one that knows no versions would delete the key
};
struct DeleteObjectOutput
{
    QString versionId;
    bool madeMarker = false; // the object is hidden, its versions stay
};

struct ListVersionsInput
{
    QString bucket;
    QByteArray prefix;
    QByteArray keyMarker;
    QString versionIdMarker;
    int maxKeys = 1000;
};
struct ListedVersion
{
    QByteArray key;
    QString versionId;
    bool latest = false;
    bool deleteMarker = false; // no bytes: the object was deleted here
    qint64 size = 0;
    QByteArray etag;
    QDateTime modified;
    QString storageClass;
};
struct ListVersionsPage
{
    QList<ListedVersion> versions; // newest first within a key
    bool truncated = false;
    QByteArray nextKeyMarker;
    QString nextVersionIdMarker;
};

enum class Versioning { Unknown, Off, Enabled, Suspended };

S3Request objectAttributesRequest(const ObjectAttributesInput& input);
Result<ObjectAttributes> objectAttributesReply(const HttpReply& reply);
S3Request objectTagsRequest(const QString& bucket, const QByteArray& key, const QString& versionId);
Result<QMap<QString, QString>> objectTagsReply(const HttpReply& reply);
S3Request deleteObjectRequest(const DeleteObjectInput& input);
Result<DeleteObjectOutput> deleteObjectReply(const HttpReply& reply);
S3Request listVersionsRequest(const ListVersionsInput& input);
Result<ListVersionsPage> listVersionsReply(const HttpReply& reply);
S3Request bucketVersioningRequest(const QString& bucket);
Result<Versioning> bucketVersioningReply(const HttpReply& reply);

} // namespace partway
