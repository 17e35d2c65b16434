// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// GetObjectAttributes, GetObjectTagging, DeleteObject. The versions are in objectversions.cpp.
#include "s3/objectdetails.h"

#include "s3/errordocument.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/subresource.h"
#include "s3/xmlreader.h"

#include <limits>

namespace partway {

namespace {

constexpr qint64 anySize = std::numeric_limits<qint64>::max();
constexpr int mostParts = 100'000;

bool isChecksum(const QString& name)
{
    return name.startsWith(QLatin1String("Checksum")) && name != QLatin1String("ChecksumType") &&
           name.size() > 8;
}

void readChecksum(XmlReader& xml, ObjectAttributes* attributes)
{
    xml.enter();
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("ChecksumType")) {
            attributes->checksumType = xml.bytes().trimmed();
        } else if (isChecksum(name)) {
            attributes->checksumName = name.mid(8).toLatin1();
            attributes->checksum = xml.bytes().trimmed();
        }
    }
}

bool readPart(XmlReader& xml, ObjectPart* part)
{
    xml.enter();
    bool sized = false;
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("PartNumber")) {
            part->number = int(numberFrom(xml.text(), mostParts).value_or(0));
        } else if (name == QLatin1String("Size")) {
            const std::optional<qint64> size = numberFrom(xml.text(), anySize);
            sized = size.has_value();
            part->size = size.value_or(0);
        } else if (isChecksum(name)) {
            part->checksum = xml.bytes().trimmed();
        }
    }
    return sized && part->number > 0;
}

// AWS calls their number PartsCount in the model and TotalPartsCount in its samples.
bool readParts(XmlReader& xml, ObjectAttributes* attributes)
{
    xml.enter();
    bool valid = true;
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("PartsCount") || name == QLatin1String("TotalPartsCount")) {
            attributes->partCount = int(numberFrom(xml.text(), mostParts).value_or(0));
        } else if (name == QLatin1String("IsTruncated")) {
            attributes->truncated = xml.text().trimmed() == QLatin1String("true");
        } else if (name == QLatin1String("NextPartNumberMarker")) {
            attributes->nextMarker = int(numberFrom(xml.text(), mostParts).value_or(0));
        } else if (name == QLatin1String("Part")) {
            ObjectPart part;
            valid = readPart(xml, &part) && valid;
            attributes->parts.append(part);
        }
    }
    return valid;
}

bool readAttributes(XmlReader& xml, ObjectAttributes* attributes)
{
    bool valid = true;
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("ETag"))
            attributes->etag = bareEtag(xml.bytes().trimmed());
        else if (name == QLatin1String("ObjectSize"))
            attributes->size = numberFrom(xml.text(), anySize).value_or(-1);
        else if (name == QLatin1String("StorageClass"))
            attributes->storageClass = xml.text().trimmed();
        else if (name == QLatin1String("Checksum"))
            readChecksum(xml, attributes);
        else if (name == QLatin1String("ObjectParts"))
            valid = readParts(xml, attributes) && valid;
    }
    return valid;
}

void readTag(XmlReader& xml, QMap<QString, QString>* tags)
{
    QString name, value;
    xml.enter();
    while (xml.nextChild()) {
        if (xml.name() == QLatin1String("Key"))
            name = xml.text();
        else if (xml.name() == QLatin1String("Value"))
            value = xml.text();
    }
    if (!name.isEmpty())
        tags->insert(name, value);
}

} // namespace

S3Request objectAttributesRequest(const ObjectAttributesInput& input)
{
    S3Request request = subresourceRequest("attributes", input.bucket, input.key);
    if (!input.versionId.isEmpty())
        request.query.append({"versionId", input.versionId.toUtf8()});
    request.headers.set("x-amz-object-attributes", "ETag,Checksum,ObjectParts,StorageClass,ObjectSize");
    request.headers.set("x-amz-max-parts", "1000");
    if (input.afterPart > 0)
        request.headers.set("x-amz-part-number-marker", QByteArray::number(input.afterPart));
    return request;
}

Result<ObjectAttributes> objectAttributesReply(const HttpReply& reply)
{
    static const char* const root = "GetObjectAttributesResponse";
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String(root))
        return wrongSubresource(reply, root);
    ObjectAttributes attributes;
    const bool valid = readAttributes(xml, &attributes);
    if (!xml.finish())
        return wrongDocument(reply, root);
    if (!valid)
        return replyError(reply, ErrorKind::Bug, "answer-invalid");
    attributes.truncated = attributes.truncated && attributes.nextMarker > 0;
    return attributes;
}

S3Request objectTagsRequest(const QString& bucket, const QByteArray& key, const QString& versionId)
{
    S3Request request = subresourceRequest("tagging", bucket, key);
    if (!versionId.isEmpty())
        request.query.append({"versionId", versionId.toUtf8()});
    return request;
}

Result<QMap<QString, QString>> objectTagsReply(const HttpReply& reply)
{
    QMap<QString, QString> tags;
    if (!isSuccess(reply)) {
        const Error error = errorFromReply(reply);
        return error.code == QLatin1String("NoSuchTagSet") ? Result<QMap<QString, QString>>(tags) : error;
    }
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String("Tagging"))
        return wrongSubresource(reply, "Tagging");
    while (xml.nextChild()) {
        if (xml.name() != QLatin1String("TagSet"))
            continue;
        xml.enter();
        while (xml.nextChild()) {
            if (xml.name() == QLatin1String("Tag"))
                readTag(xml, &tags);
        }
    }
    if (!xml.finish())
        return wrongDocument(reply, "Tagging");
    return tags;
}

S3Request deleteObjectRequest(const DeleteObjectInput& input)
{
    Q_ASSERT(!input.key.isEmpty());
    S3Request request;
    request.method = "DELETE";
    request.bucket = input.bucket;
    request.key = input.key;
    if (!input.versionId.isEmpty())
        request.query = {{"versionId", input.versionId.toUtf8()}};
    return request;
}

Result<DeleteObjectOutput> deleteObjectReply(const HttpReply& reply)
{
    if (isSuccess(reply) && isPortal(reply))
        return portalPage(reply);
    DeleteObjectOutput output;
    if (!isSuccess(reply)) {
        const Error error = errorFromReply(reply);
        const bool gone = error.httpStatus == 404 && error.code != QLatin1String("NoSuchBucket");
        return gone ? Result<DeleteObjectOutput>(output) : error; // what was asked for
    }
    output.versionId = headerText(reply, "x-amz-version-id");
    output.madeMarker = headerText(reply, "x-amz-delete-marker").toLower() == QLatin1String("true");
    return output;
}

} // namespace partway
