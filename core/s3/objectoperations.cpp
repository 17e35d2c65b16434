// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PutObject, HeadObject, ListObjectsV2.
#include "s3/checksumheaders.h"
#include "s3/errordocument.h"
#include "s3/objectheaders.h"
#include "s3/operations.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/s3time.h"
#include "s3/xmlreader.h"

#include <limits>

namespace partway {

namespace {

constexpr qint64 anySize = std::numeric_limits<qint64>::max();

QMap<QByteArray, QByteArray> metadataOf(const HttpReply& reply)
{
    static const QByteArray prefix = "x-amz-meta-";
    QMap<QByteArray, QByteArray> metadata;
    for (const auto& [name, value] : reply.headers.all()) {
        const QByteArray lower = name.toLower();
        if (lower.startsWith(prefix))
            metadata.insert(lower.mid(prefix.size()), value);
    }
    return metadata;
}

bool readObject(XmlReader& xml, ListedObject& object)
{
    std::optional<qint64> size;
    xml.enter();
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("Key"))
            object.key = xml.bytes();
        else if (name == QLatin1String("Size"))
            size = numberFrom(xml.text(), anySize);
        else if (name == QLatin1String("ETag"))
            object.etag = xml.bytes().trimmed();
        else if (name == QLatin1String("LastModified"))
            object.modified = timeFromXml(xml.text());
        else if (name == QLatin1String("StorageClass"))
            object.storageClass = xml.text();
    }
    object.size = size.value_or(0);
    return size && !object.key.isEmpty();
}

QByteArray readPrefix(XmlReader& xml)
{
    QByteArray prefix;
    xml.enter();
    while (xml.nextChild()) {
        if (xml.name() == QLatin1String("Prefix"))
            prefix = xml.bytes();
    }
    return prefix;
}

struct ObjectsDocument
{
    ListObjectsPage page;
    bool urlEncoded = false;
    bool valid = true;
};

void readObjects(XmlReader& xml, ObjectsDocument& document)
{
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("Contents")) {
            ListedObject object;
            document.valid = readObject(xml, object) && document.valid;
            document.page.objects.append(object);
        } else if (name == QLatin1String("CommonPrefixes")) {
            document.page.prefixes.append(readPrefix(xml));
        } else if (name == QLatin1String("IsTruncated")) {
            document.page.truncated = xml.text().trimmed() == QLatin1String("true");
        } else if (name == QLatin1String("NextContinuationToken")) {
            document.page.nextToken = xml.bytes();
        } else if (name == QLatin1String("EncodingType")) {
            document.urlEncoded = xml.text().trimmed() == QLatin1String("url");
        }
    }
}

} // namespace

S3Request putObjectRequest(const PutObjectInput& input)
{
    S3Request request;
    request.method = "PUT";
    request.bucket = input.bucket;
    request.key = input.key;
    request.body = input.body;
    addObjectHeaders(request.headers, input.object);
    addChecksumHeaders(request, input.checksum, input.digests);
    if (input.condition == WriteCondition::IfNoneMatch) {
        request.headers.set("If-None-Match", "*");
        request.repeatable = false; // the second one would meet the first one's object
    }
    return request;
}

Result<PutObjectOutput> putObjectReply(const HttpReply& reply, ChecksumMode checksum)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    PutObjectOutput output;
    output.etag = reply.headers.value("ETag");
    output.checksum = checksumOf(reply, checksum);
    output.versionId = headerText(reply, "x-amz-version-id");
    output.requestId = requestIdOf(reply);
    output.encryptedWithKms = hidesMd5(reply);
    if (bareEtag(output.etag).isEmpty())
        return missingEtag(reply);
    return output;
}

S3Request headObjectRequest(const HeadObjectInput& input)
{
    S3Request request;
    request.method = "HEAD";
    request.bucket = input.bucket;
    request.key = input.key;
    if (!input.versionId.isEmpty())
        request.query = {{"versionId", input.versionId.toUtf8()}};
    if (!checksumAlgorithm(input.checksum).isEmpty())
        request.headers.set("x-amz-checksum-mode", "ENABLED");
    return request;
}

Result<ObjectInfo> headObjectReply(const HttpReply& reply, ChecksumMode checksum)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    if (isPortal(reply))
        return portalPage(reply);
    ObjectInfo info;
    info.size = numberFrom(headerText(reply, "Content-Length"), anySize).value_or(-1);
    info.etag = reply.headers.value("ETag");
    info.modified = timeFromHeader(reply.headers.value("Last-Modified"));
    info.versionId = headerText(reply, "x-amz-version-id");
    info.metadata = metadataOf(reply);
    info.contentType = reply.headers.value("Content-Type");
    info.cacheControl = reply.headers.value("Cache-Control");
    info.contentDisposition = reply.headers.value("Content-Disposition");
    info.contentEncoding = reply.headers.value("Content-Encoding");
    info.contentLanguage = reply.headers.value("Content-Language");
    info.storageClass = reply.headers.value("x-amz-storage-class");
    info.checksum = checksumOf(reply, checksum);
    info.checksumType = reply.headers.value("x-amz-checksum-type");
    info.encryptedWithKms = hidesMd5(reply);
    info.requestId = requestIdOf(reply);
    return info;
}

S3Request listObjectsRequest(const ListObjectsInput& input)
{
    S3Request request;
    request.method = "GET";
    request.bucket = input.bucket;
    request.query = {{"list-type", "2"},
                     {"encoding-type", "url"},
                     {"max-keys", QByteArray::number(qBound(1, input.maxKeys, 1000))}};
    if (!input.prefix.isEmpty())
        request.query.push_back({"prefix", input.prefix});
    if (!input.delimiter.isEmpty())
        request.query.push_back({"delimiter", input.delimiter});
    if (!input.continuationToken.isEmpty())
        request.query.push_back({"continuation-token", input.continuationToken});
    return request;
}

Result<ListObjectsPage> listObjectsReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String("ListBucketResult"))
        return wrongDocument(reply, "ListBucketResult");
    ObjectsDocument document;
    readObjects(xml, document);
    if (!xml.finish())
        return wrongDocument(reply, "ListBucketResult");
    if (!document.valid)
        return replyError(reply, ErrorKind::Bug, "answer-invalid");
    ListObjectsPage page = document.page;
    for (ListedObject& object : page.objects)
        object.key = decodeListed(object.key, document.urlEncoded);
    for (QByteArray& prefix : page.prefixes)
        prefix = decodeListed(prefix, document.urlEncoded);
    page.truncated = page.truncated && !page.nextToken.isEmpty();
    if (!page.truncated)
        page.nextToken.clear();
    return page;
}

} // namespace partway
