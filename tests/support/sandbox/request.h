// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "s3/signature.h"

#include <QByteArray>

namespace partway::sandbox {

enum class Operation {
    ListBuckets,
    CreateBucket,
    HeadBucket,
    CreateSession,
    DeleteBucket,
    GetBucketLocation,
    GetBucketVersioning,
    PutBucketVersioning,
    ListObjectVersions,
    GetBucketLifecycle,
    PutBucketLifecycle,
    DeleteBucketLifecycle,
    ListObjects,
    ListObjectsV2,
    ListMultipartUploads,
    DeleteObjects,
    PutObject,
    GetObject,
    HeadObject,
    DeleteObject,
    CopyObject,
    GetObjectTagging,
    GetObjectAttributes,
    CreateMultipartUpload,
    UploadPart,
    UploadPartCopy,
    CompleteMultipartUpload,
    AbortMultipartUpload,
    ListParts,
    Unsupported
};

// The head of an HTTP request, taken apart. A plain value.
struct Request
{
    QByteArray method;
    QByteArray target; // as on the wire
    QByteArray path;   // decoded, with the leading slash
    Query query;       // decoded
    HeaderList headers;
    QByteArray bucket; // decoded; by path or by Host
    QByteArray key;
    Operation operation = Operation::Unsupported; // by operationOf(), once the head is read
    qint64 contentLength = -1;                    // -1: not said
    bool keepAlive = true;
    bool chunked = false; // Transfer-Encoding

    bool hasQuery(const QByteArray& name) const;
    QByteArray queryValue(const QByteArray& name) const;
    int partNumber() const { return queryValue("partNumber").toInt(); } // 0: none
    bool isHead() const { return method == "HEAD"; }
};

// Buckets are also reached as <bucket>.s3.localhost.
inline const QByteArray virtualHostDomain = "s3.localhost";

// Takes a head apart ("GET / HTTP/1.1\r\n…\r\n\r\n"). Throws Failure when it makes no sense; then the
// connection is of no further use.
Request parseRequest(const QByteArray& head);

} // namespace partway::sandbox
