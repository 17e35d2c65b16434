// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/versionoperations.h"

#include "support/sandbox/documents.h"
#include "support/sandbox/failure.h"
#include "support/sandbox/intake.h"
#include "support/sandbox/objectmeta.h"
#include "support/sandbox/objectoperations.h"
#include "support/sandbox/owner.h"
#include "support/sandbox/paging.h"

#include <algorithm>

namespace partway::sandbox {
namespace {

QByteArray storageClassOf(const ObjectMeta& meta)
{
    return meta.storageClass.isEmpty() ? QByteArray("STANDARD") : meta.storageClass;
}

void writeVersion(XmlWriter& xml, const NameWriter& names, const Bucket::ShownVersion& version)
{
    const ObjectRecord& record = version.record;
    xml.open(record.deleteMarker ? "DeleteMarker" : "Version");
    names.write(xml, "Key", record.key);
    xml.text("VersionId", record.shownVersion());
    xml.flag("IsLatest", version.latest);
    xml.time("LastModified", record.modified);
    if (!record.deleteMarker) {
        xml.text("ETag", quoted(record.etag));
        xml.number("Size", record.size);
        xml.text("StorageClass", storageClassOf(record.meta));
    }
    writeOwner(xml, "Owner");
    xml.close();
}

// The first that is behind both markers: the version marker only counts within its key.
qsizetype firstBehind(const QList<Bucket::ShownVersion>& versions, const Request& request)
{
    const QByteArray key = request.queryValue("key-marker");
    const QByteArray id = request.queryValue("version-id-marker");
    if (key.isEmpty() && !id.isEmpty())
        throw failure("InvalidArgument", "A version-id marker cannot be specified without a key marker.");
    qsizetype place = 0;
    while (place < versions.size() && versions.at(place).record.key < key)
        ++place;
    bool seen = id.isEmpty();
    for (; place < versions.size() && versions.at(place).record.key == key; ++place) {
        if (seen && !id.isEmpty())
            break;
        seen = seen || versions.at(place).record.shownVersion() == id;
    }
    return place;
}

struct WantedAttributes
{
    bool etag, checksum, parts, storageClass, size;
};

WantedAttributes wantedOf(const Request& request)
{
    static const QList<QByteArray> known{"ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"};
    QList<QByteArray> asked;
    for (const QByteArray& name : request.headers.value("x-amz-object-attributes").split(',')) {
        if (!known.contains(name.trimmed()))
            throw failure("InvalidArgument", "Invalid attribute name specified.");
        asked.append(name.trimmed());
    }
    return {asked.contains("ETag"), asked.contains("Checksum"), asked.contains("ObjectParts"),
            asked.contains("StorageClass"), asked.contains("ObjectSize")};
}

// As S3: the parts one by one only where each has a checksum, else no more than their number.
void writeParts(XmlWriter& xml, const ObjectRecord& record, const Request& request)
{
    const int most = std::clamp(request.headers.value("x-amz-max-parts").toInt(), 1, 1000);
    const int marker = request.headers.value("x-amz-part-number-marker").toInt();
    xml.open("ObjectParts");
    xml.number("PartsCount", qint64(record.parts.size()));
    if (!record.parts.front().checksum.isEmpty()) {
        int written = 0, last = marker;
        for (const PartPiece& part : record.parts) {
            if (part.number <= marker || written == most)
                continue;
            xml.open("Part");
            xml.text(checksumElementName(record.checksum), part.checksum);
            xml.number("PartNumber", part.number);
            xml.number("Size", part.size);
            xml.close();
            last = part.number;
            ++written;
        }
        xml.number("PartNumberMarker", marker);
        xml.number("NextPartNumberMarker", last);
        xml.number("MaxParts", most);
        xml.flag("IsTruncated", last < record.parts.back().number);
    }
    xml.close();
}

} // namespace

Answer getBucketVersioning(Exchange& exchange)
{
    XmlWriter xml; // without a Status: versioning was never switched on
    xml.open("VersioningConfiguration", s3Namespace);
    if (exchange.bucket().keepsVersions())
        xml.text("Status", "Enabled");
    xml.close();
    return Answer::xml(xml.document());
}

Answer putBucketVersioning(Exchange& exchange)
{
    if (parseVersioning(takeDocument(exchange)) != "Enabled")
        throw failure("NotImplemented");
    exchange.bucket().keepVersions();
    return {};
}

Answer listObjectVersions(Exchange& exchange)
{
    const Request& request = exchange.request;
    if (request.hasQuery("delimiter"))
        throw failure("NotImplemented");
    const NameWriter names(request);
    const int size = pageSizeOf(request, "max-keys");
    const QList<Bucket::ShownVersion> versions = exchange.bucket().versions(request.queryValue("prefix"));
    const qsizetype first = firstBehind(versions, request);
    const qsizetype end = std::min<qsizetype>(versions.size(), first + size);
    const bool truncated = size > 0 && end < versions.size();
    XmlWriter xml;
    xml.open("ListVersionsResult", s3Namespace);
    xml.text("Name", request.bucket);
    names.write(xml, "Prefix", request.queryValue("prefix"));
    names.write(xml, "KeyMarker", request.queryValue("key-marker"));
    xml.text("VersionIdMarker", request.queryValue("version-id-marker"));
    if (truncated) {
        names.write(xml, "NextKeyMarker", versions.at(end - 1).record.key);
        xml.text("NextVersionIdMarker", versions.at(end - 1).record.shownVersion());
    }
    xml.number("MaxKeys", size);
    names.writeType(xml);
    xml.flag("IsTruncated", truncated);
    for (qsizetype place = first; place < end; ++place)
        writeVersion(xml, names, versions.at(place));
    xml.close();
    return Answer::xml(xml.document());
}

Answer getObjectAttributes(Exchange& exchange)
{
    const Request& request = exchange.request;
    const WantedAttributes wanted = wantedOf(request);
    const ObjectRecord record =
        exchange.bucket().openObject(request.key, request.queryValue("versionId")).first;
    XmlWriter xml;
    xml.open("GetObjectAttributesResponse", s3Namespace);
    if (wanted.etag)
        xml.text("ETag", record.etag); // this operation gives it without quotes
    if (wanted.checksum) {
        xml.open("Checksum");
        xml.text(checksumElementName(record.checksum), record.checksumText);
        xml.text("ChecksumType", typeName(record.checksumType));
        xml.close();
    }
    if (wanted.parts && !record.parts.empty())
        writeParts(xml, record, request);
    if (wanted.storageClass)
        xml.text("StorageClass", storageClassOf(record.meta));
    if (wanted.size)
        xml.number("ObjectSize", record.size);
    xml.close();
    Answer answer = Answer::xml(xml.document());
    answer.headers.set("Last-Modified", httpDate(record.modified));
    setVersion(answer, record);
    return answer;
}

} // namespace partway::sandbox
