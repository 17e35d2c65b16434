// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/listoperations.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/lifecycleoperations.h"
#include "support/sandbox/multipartoperations.h"
#include "support/sandbox/objectmeta.h"
#include "support/sandbox/owner.h"
#include "support/sandbox/paging.h"

namespace partway::sandbox {
namespace {

QByteArray storageClassOf(const ObjectMeta& meta)
{
    return meta.storageClass.isEmpty() ? QByteArray("STANDARD") : meta.storageClass;
}

struct ObjectsPage
{
    QList<ObjectRecord> objects;
    QList<QByteArray> prefixes;
    bool truncated = false;
    QByteArray last; // key or common prefix
};

ObjectsPage objectsPage(const Bucket& bucket, const Folding& folding, const QByteArray& marker, int size)
{
    ObjectsPage page;
    if (size == 0)
        return page;
    bucket.visitObjects(std::max(folding.prefix, marker), [&](const ObjectRecord& record) {
        if (folding.isBeyond(record.key))
            return false;
        const QByteArray common = folding.commonPrefix(record.key);
        if (record.key <= marker || (!common.isEmpty() && (common == page.last || common == marker)))
            return true;
        if (page.objects.size() + page.prefixes.size() >= size) {
            page.truncated = true;
            return false;
        }
        if (common.isEmpty())
            page.objects.append(record);
        else
            page.prefixes.append(common);
        page.last = common.isEmpty() ? record.key : common;
        return true;
    });
    return page;
}

void writeObjects(XmlWriter& xml, const NameWriter& names, const ObjectsPage& page, bool owner)
{
    for (const ObjectRecord& record : page.objects) {
        xml.open("Contents");
        names.write(xml, "Key", record.key);
        xml.time("LastModified", record.modified);
        xml.text("ETag", quoted(record.etag));
        xml.text("ChecksumAlgorithm", checksumName(record.checksum));
        xml.text("ChecksumType", typeName(record.checksumType));
        xml.number("Size", record.size);
        xml.text("StorageClass", storageClassOf(record.meta));
        if (owner)
            writeOwner(xml, "Owner");
        xml.close();
    }
    names.writePrefixes(xml, page.prefixes);
}

QByteArray markerOf(const Request& request)
{
    if (request.operation == Operation::ListObjects)
        return request.queryValue("marker");
    if (!request.hasQuery("continuation-token"))
        return request.queryValue("start-after");
    const auto token = QByteArray::fromBase64Encoding(request.queryValue("continuation-token"),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!token || (*token).isEmpty())
        throw failure("InvalidArgument", "The continuation token provided is incorrect");
    return *token;
}

void writeVersion2(XmlWriter& xml, const NameWriter& names, const Request& request, const ObjectsPage& page)
{
    if (request.hasQuery("start-after"))
        names.write(xml, "StartAfter", request.queryValue("start-after"));
    if (request.hasQuery("continuation-token"))
        xml.text("ContinuationToken", request.queryValue("continuation-token"));
    if (page.truncated)
        xml.text("NextContinuationToken", page.last.toBase64());
    xml.number("KeyCount", page.objects.size() + page.prefixes.size());
}

void writeVersion1(XmlWriter& xml, const NameWriter& names, const Request& request, const ObjectsPage& page)
{
    names.write(xml, "Marker", request.queryValue("marker"));
    // S3 sends it only with a delimiter: without one the last key is known anyway.
    if (page.truncated && request.hasQuery("delimiter"))
        names.write(xml, "NextMarker", page.last);
}

struct UploadsPage
{
    QList<UploadRecord> uploads;
    QList<QByteArray> prefixes;
    bool truncated = false;
    QByteArray lastKey; // key or common prefix
    QByteArray lastId;  // empty behind a common prefix
};

UploadsPage uploadsPage(const Bucket& bucket, const Folding& folding, const QByteArray& keyMarker,
                        const QByteArray& idMarker, int size)
{
    UploadsPage page;
    if (size == 0)
        return page;
    bucket.visitUploads(std::max(folding.prefix, keyMarker), [&](const UploadRecord& record) {
        if (folding.isBeyond(record.key))
            return false;
        const QByteArray common = folding.commonPrefix(record.key);
        const bool listed = record.key < keyMarker ||
                            (record.key == keyMarker && (idMarker.isEmpty() || record.id <= idMarker)) ||
                            (!common.isEmpty() && (common == keyMarker || common == page.lastKey));
        if (listed)
            return true;
        if (page.uploads.size() + page.prefixes.size() >= size) {
            page.truncated = true;
            return false;
        }
        if (common.isEmpty())
            page.uploads.append(record);
        else
            page.prefixes.append(common);
        page.lastKey = common.isEmpty() ? record.key : common;
        page.lastId = common.isEmpty() ? record.id : QByteArray();
        return true;
    });
    return page;
}

void writeUploads(XmlWriter& xml, const NameWriter& names, const UploadsPage& page)
{
    for (const UploadRecord& record : page.uploads) {
        xml.open("Upload");
        names.write(xml, "Key", record.key);
        xml.text("UploadId", record.id);
        writeOwner(xml, "Initiator");
        writeOwner(xml, "Owner");
        xml.text("StorageClass", storageClassOf(record.meta));
        xml.time("Initiated", record.initiated);
        if (record.checksum) {
            xml.text("ChecksumAlgorithm", checksumName(*record.checksum));
            xml.text("ChecksumType", typeName(record.checksumType));
        }
        xml.close();
    }
    names.writePrefixes(xml, page.prefixes);
}

void writeParts(XmlWriter& xml, const UploadRecord& upload, const std::map<int, PartRecord>& parts,
                int marker, int size)
{
    int written = 0, last = 0;
    auto it = parts.upper_bound(marker);
    for (; it != parts.end() && written < size; ++it, ++written)
        last = it->first;
    xml.number("NextPartNumberMarker", last);
    xml.number("MaxParts", size);
    xml.flag("IsTruncated", size > 0 && it != parts.end());
    const auto end = it;
    for (it = parts.upper_bound(marker); it != end; ++it) {
        const PartRecord& part = it->second;
        xml.open("Part");
        xml.number("PartNumber", part.number);
        xml.time("LastModified", part.modified);
        xml.text("ETag", quoted(part.etag));
        xml.number("Size", part.size);
        if (upload.checksum)
            xml.text(checksumElementName(*upload.checksum), part.checksum.toBase64());
        xml.close();
    }
}

} // namespace

Answer listObjects(Exchange& exchange)
{
    const Request& request = exchange.request;
    const bool version2 = request.operation == Operation::ListObjectsV2;
    if (version2 && request.queryValue("list-type") != "2")
        throw failure("InvalidArgument", "Invalid list-type");
    const NameWriter names(request);
    const int size = pageSizeOf(request, "max-keys");
    const ObjectsPage page = objectsPage(exchange.bucket(), foldingOf(request), markerOf(request), size);
    XmlWriter xml;
    xml.open("ListBucketResult", s3Namespace);
    xml.text("Name", request.bucket);
    names.write(xml, "Prefix", request.queryValue("prefix"));
    if (request.hasQuery("delimiter"))
        names.write(xml, "Delimiter", request.queryValue("delimiter"));
    xml.number("MaxKeys", size);
    names.writeType(xml);
    if (version2)
        writeVersion2(xml, names, request, page);
    else
        writeVersion1(xml, names, request, page);
    xml.flag("IsTruncated", page.truncated);
    writeObjects(xml, names, page, !version2 || request.queryValue("fetch-owner") == "true");
    xml.close();
    return Answer::xml(xml.document());
}

Answer listMultipartUploads(Exchange& exchange)
{
    const Request& request = exchange.request;
    const NameWriter names(request);
    const int size = pageSizeOf(request, "max-uploads");
    const QByteArray keyMarker = request.queryValue("key-marker");
    // The marker for the id alone means nothing.
    const QByteArray idMarker = keyMarker.isEmpty() ? QByteArray() : request.queryValue("upload-id-marker");
    const UploadsPage page = uploadsPage(exchange.bucket(), foldingOf(request), keyMarker, idMarker, size);
    XmlWriter xml;
    xml.open("ListMultipartUploadsResult", s3Namespace);
    xml.text("Bucket", request.bucket);
    names.write(xml, "KeyMarker", keyMarker);
    xml.text("UploadIdMarker", idMarker);
    names.write(xml, "NextKeyMarker", page.truncated ? page.lastKey : QByteArray());
    xml.text("NextUploadIdMarker", page.truncated ? page.lastId : QByteArray());
    names.write(xml, "Prefix", request.queryValue("prefix"));
    if (request.hasQuery("delimiter"))
        names.write(xml, "Delimiter", request.queryValue("delimiter"));
    names.writeType(xml);
    xml.number("MaxUploads", size);
    xml.flag("IsTruncated", page.truncated);
    writeUploads(xml, names, page);
    xml.close();
    return Answer::xml(xml.document());
}

Answer listParts(Exchange& exchange)
{
    const Request& request = exchange.request;
    const std::shared_ptr<Upload> upload = uploadOf(exchange);
    const int marker = request.queryValue("part-number-marker").toInt();
    const int size = pageSizeOf(request, "max-parts");
    XmlWriter xml;
    xml.open("ListPartsResult", s3Namespace);
    xml.text("Bucket", request.bucket);
    xml.text("Key", request.key);
    xml.text("UploadId", upload->record().id);
    writeOwner(xml, "Initiator");
    writeOwner(xml, "Owner");
    xml.text("StorageClass", storageClassOf(upload->record().meta));
    if (upload->record().checksum) {
        xml.text("ChecksumAlgorithm", checksumName(*upload->record().checksum));
        xml.text("ChecksumType", typeName(upload->record().checksumType));
    }
    xml.number("PartNumberMarker", marker);
    writeParts(xml, upload->record(), upload->parts(), marker, size);
    xml.close();
    Answer answer = Answer::xml(xml.document());
    addAbortHeaders(answer, exchange.bucket(), upload->record());
    return answer;
}

} // namespace partway::sandbox
