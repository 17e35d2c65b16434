// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/operation.h"

#include <QList>

#include <algorithm>

namespace partway::sandbox {
namespace {

enum class Place { Service, Bucket, Object };

struct Row
{
    Operation operation;
    const char* name;
    const char* method;
    Place place;
    const char* marks;   // query names that make it this operation
    const char* options; // further ones that it takes
};

constexpr const char* pageOptions = "prefix delimiter encoding-type";
constexpr const char* replyOptions = "partNumber versionId response-content-type response-content-language "
                                     "response-expires response-cache-control "
                                     "response-content-disposition response-content-encoding";

// The most special rows of a method and place come first.
constexpr Row table[] = {
    {Operation::ListBuckets, "ListBuckets", "GET", Place::Service, "",
     "max-buckets continuation-token prefix bucket-region"},
    {Operation::PutBucketVersioning, "PutBucketVersioning", "PUT", Place::Bucket, "versioning", ""},
    {Operation::GetBucketLifecycle, "GetBucketLifecycle", "GET", Place::Bucket, "lifecycle", ""},
    {Operation::PutBucketLifecycle, "PutBucketLifecycle", "PUT", Place::Bucket, "lifecycle", ""},
    {Operation::DeleteBucketLifecycle, "DeleteBucketLifecycle", "DELETE", Place::Bucket, "lifecycle", ""},
    {Operation::CreateBucket, "CreateBucket", "PUT", Place::Bucket, "", ""},
    {Operation::HeadBucket, "HeadBucket", "HEAD", Place::Bucket, "", ""},
    {Operation::DeleteBucket, "DeleteBucket", "DELETE", Place::Bucket, "", ""},
    {Operation::GetBucketLocation, "GetBucketLocation", "GET", Place::Bucket, "location", ""},
    {Operation::GetBucketVersioning, "GetBucketVersioning", "GET", Place::Bucket, "versioning", ""},
    {Operation::CreateSession, "CreateSession", "GET", Place::Bucket, "session", ""},
    {Operation::ListObjectVersions, "ListObjectVersions", "GET", Place::Bucket, "versions",
     "max-keys key-marker version-id-marker"},
    {Operation::ListMultipartUploads, "ListMultipartUploads", "GET", Place::Bucket, "uploads",
     "max-uploads key-marker upload-id-marker"},
    {Operation::ListObjectsV2, "ListObjectsV2", "GET", Place::Bucket, "list-type",
     "max-keys start-after continuation-token fetch-owner"},
    {Operation::ListObjects, "ListObjects", "GET", Place::Bucket, "", "max-keys marker"},
    {Operation::DeleteObjects, "DeleteObjects", "POST", Place::Bucket, "delete", ""},
    {Operation::UploadPart, "UploadPart", "PUT", Place::Object, "partNumber uploadId", ""},
    {Operation::PutObject, "PutObject", "PUT", Place::Object, "", ""},
    {Operation::CreateMultipartUpload, "CreateMultipartUpload", "POST", Place::Object, "uploads", ""},
    {Operation::CompleteMultipartUpload, "CompleteMultipartUpload", "POST", Place::Object, "uploadId", ""},
    {Operation::AbortMultipartUpload, "AbortMultipartUpload", "DELETE", Place::Object, "uploadId", ""},
    {Operation::DeleteObject, "DeleteObject", "DELETE", Place::Object, "", "versionId"},
    {Operation::ListParts, "ListParts", "GET", Place::Object, "uploadId", "max-parts part-number-marker"},
    {Operation::GetObjectTagging, "GetObjectTagging", "GET", Place::Object, "tagging", "versionId"},
    {Operation::GetObjectAttributes, "GetObjectAttributes", "GET", Place::Object, "attributes", "versionId"},
    {Operation::GetObject, "GetObject", "GET", Place::Object, "", replyOptions},
    {Operation::HeadObject, "HeadObject", "HEAD", Place::Object, "", replyOptions},
    // Told from UploadPart and PutObject by x-amz-copy-source; no method, so that only names find them.
    {Operation::UploadPartCopy, "UploadPartCopy", "", Place::Object, "", ""},
    {Operation::CopyObject, "CopyObject", "", Place::Object, "", ""},
    {Operation::Unsupported, "Unsupported", "", Place::Object, "", ""},
};

QList<QByteArray> words(const char* text)
{
    const QByteArray all(text);
    return all.isEmpty() ? QList<QByteArray>() : all.split(' ');
}

bool listsKeys(Operation operation)
{
    return operation == Operation::ListObjects || operation == Operation::ListObjectsV2 ||
           operation == Operation::ListMultipartUploads || operation == Operation::ListObjectVersions;
}

bool marksPresent(const Row& row, const Request& request)
{
    const QList<QByteArray> marks = words(row.marks);
    return std::all_of(marks.begin(), marks.end(),
                       [&](const QByteArray& mark) { return request.hasQuery(mark); });
}

// X-Amz-* belongs to presigned URLs, x-amz-* are header fields that SDKs put into presigned URLs, and x-id
// is how some SDKs write the operation's name.
bool isGeneral(const QByteArray& name)
{
    return name.toLower().startsWith("x-amz-") || name == "x-id";
}

bool takesQuery(const Row& row, const Request& request)
{
    QList<QByteArray> known = words(row.marks) + words(row.options);
    if (listsKeys(row.operation))
        known += words(pageOptions);
    return std::all_of(request.query.begin(), request.query.end(), [&](const QueryItem& item) {
        return isGeneral(item.name) || known.contains(item.name);
    });
}

Operation withCopySource(Operation operation, const Request& request)
{
    if (!request.headers.has("x-amz-copy-source"))
        return operation;
    if (operation == Operation::PutObject)
        return Operation::CopyObject;
    if (operation == Operation::UploadPart)
        return Operation::UploadPartCopy;
    return operation;
}

} // namespace

Operation operationOf(const Request& request)
{
    const Place place = request.bucket.isEmpty() ? Place::Service
                        : request.key.isEmpty()  ? Place::Bucket
                                                 : Place::Object;
    for (const Row& row : table) {
        if (row.place != place || request.method != row.method || !marksPresent(row, request))
            continue;
        return takesQuery(row, request) ? withCopySource(row.operation, request) : Operation::Unsupported;
    }
    return Operation::Unsupported;
}

QByteArray operationName(Operation operation)
{
    for (const Row& row : table) {
        if (row.operation == operation)
            return row.name;
    }
    return "Unsupported";
}

std::optional<Operation> operationFromName(const QByteArray& name)
{
    for (const Row& row : table) {
        if (name.compare(row.name, Qt::CaseInsensitive) == 0)
            return row.operation;
    }
    return std::nullopt;
}

} // namespace partway::sandbox
