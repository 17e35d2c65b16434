// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ListParts and ListMultipartUploads.
#include "s3/operations.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/s3time.h"
#include "s3/xmlreader.h"

#include <algorithm>

namespace partway {

namespace {

constexpr int highestPart = 10'000;
constexpr qint64 largestPart = 512 * TiB; // so that no sum of 10,000 sizes overflows

constexpr ChecksumMode checksums[]{ChecksumMode::Crc64Nvme, ChecksumMode::Crc32c, ChecksumMode::Crc32,
                                   ChecksumMode::Sha256};

ChecksumMode checksumOfElement(const QString& name)
{
    for (ChecksumMode mode : checksums) {
        if (name == QString::fromLatin1(checksumElement(mode)))
            return mode;
    }
    return ChecksumMode::None;
}

ChecksumMode checksumOfAlgorithm(const QString& name)
{
    for (ChecksumMode mode : checksums) {
        if (name == QString::fromLatin1(checksumAlgorithm(mode)))
            return mode;
    }
    return ChecksumMode::None;
}

// Whatever checksum it carries: an upload that another program began has its own.
bool readPart(XmlReader& xml, ListedPart& part, ChecksumMode& checksum)
{
    std::optional<qint64> number, size;
    xml.enter();
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("PartNumber"))
            number = numberFrom(xml.text(), highestPart);
        else if (name == QLatin1String("Size"))
            size = numberFrom(xml.text(), largestPart);
        else if (name == QLatin1String("ETag"))
            part.etag = xml.bytes().trimmed();
        else if (name == QLatin1String("LastModified"))
            part.modified = timeFromXml(xml.text());
        else if (const ChecksumMode mode = checksumOfElement(name); mode != ChecksumMode::None) {
            checksum = mode;
            part.checksum = rawChecksum(xml.bytes(), mode);
        }
    }
    if (number.value_or(0) < 1 || !size)
        return false;
    part.number = int(*number);
    part.size = *size;
    return true;
}

// Rising numbers, each once.
bool putInOrder(QList<ListedPart>& parts)
{
    const auto byNumber = [](const ListedPart& a, const ListedPart& b) { return a.number < b.number; };
    const auto sameNumber = [](const ListedPart& a, const ListedPart& b) { return a.number == b.number; };
    std::stable_sort(parts.begin(), parts.end(), byNumber);
    return std::adjacent_find(parts.begin(), parts.end(), sameNumber) == parts.end();
}

// A page that says it goes on must lead further than it came from, or following it would never end.
void settleMarker(ListPartsPage& page, qint64 cameFrom)
{
    if (!page.parts.isEmpty())
        page.nextMarker = std::max(page.nextMarker, page.parts.last().number);
    if (page.nextMarker <= cameFrom || page.nextMarker >= highestPart)
        page.truncated = false;
    if (!page.truncated)
        page.nextMarker = 0;
}

QString readPerson(XmlReader& xml)
{
    QString id, shown;
    xml.enter();
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("ID"))
            id = xml.text();
        else if (name == QLatin1String("DisplayName"))
            shown = xml.text();
    }
    return shown.isEmpty() ? id : shown;
}

ListedUpload readUpload(XmlReader& xml)
{
    ListedUpload upload;
    xml.enter();
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("Key"))
            upload.key = xml.bytes();
        else if (name == QLatin1String("UploadId"))
            upload.uploadId = xml.text();
        else if (name == QLatin1String("Initiated"))
            upload.initiated = timeFromXml(xml.text());
        else if (name == QLatin1String("StorageClass"))
            upload.storageClass = xml.text();
        else if (name == QLatin1String("Initiator"))
            upload.initiator = readPerson(xml);
        else if (name == QLatin1String("Owner"))
            upload.owner = readPerson(xml);
    }
    return upload;
}

struct UploadsDocument
{
    ListUploadsPage page;
    QByteArray keyMarker; // where the page came from
    QString uploadIdMarker;
    bool urlEncoded = false;
};

void readUploads(XmlReader& xml, UploadsDocument& document)
{
    ListUploadsPage& page = document.page;
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("Upload"))
            page.uploads.append(readUpload(xml));
        else if (name == QLatin1String("IsTruncated"))
            page.truncated = xml.text().trimmed() == QLatin1String("true");
        else if (name == QLatin1String("NextKeyMarker"))
            page.nextKeyMarker = xml.bytes();
        else if (name == QLatin1String("NextUploadIdMarker"))
            page.nextUploadIdMarker = xml.text();
        else if (name == QLatin1String("KeyMarker"))
            document.keyMarker = xml.bytes();
        else if (name == QLatin1String("UploadIdMarker"))
            document.uploadIdMarker = xml.text();
        else if (name == QLatin1String("EncodingType"))
            document.urlEncoded = xml.text().trimmed() == QLatin1String("url");
    }
}

void settleMarkers(UploadsDocument& document)
{
    ListUploadsPage& page = document.page;
    const bool standsStill =
        page.nextKeyMarker == document.keyMarker && page.nextUploadIdMarker == document.uploadIdMarker;
    if (page.nextKeyMarker.isEmpty() || standsStill)
        page.truncated = false;
    if (!page.truncated) {
        page.nextKeyMarker.clear();
        page.nextUploadIdMarker.clear();
    }
}

} // namespace

S3Request listPartsRequest(const ListPartsInput& input)
{
    S3Request request;
    request.method = "GET";
    request.bucket = input.upload.bucket;
    request.key = input.upload.key;
    request.query = {{"uploadId", input.upload.uploadId.toUtf8()},
                     {"max-parts", QByteArray::number(input.maxParts)}};
    if (input.afterPart > 0)
        request.query.push_back({"part-number-marker", QByteArray::number(input.afterPart)});
    return request;
}

Result<ListPartsPage> listPartsReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String("ListPartsResult"))
        return wrongDocument(reply, "ListPartsResult");
    ListPartsPage page;
    QString algorithm;
    qint64 cameFrom = 0;
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("Part")) {
            ListedPart part;
            if (!readPart(xml, part, page.checksum) && xml.finish())
                return replyError(reply, ErrorKind::Bug, "answer-invalid");
            page.parts.append(part);
        } else if (name == QLatin1String("IsTruncated")) {
            page.truncated = xml.text().trimmed() == QLatin1String("true");
        } else if (name == QLatin1String("NextPartNumberMarker")) {
            page.nextMarker = int(numberFrom(xml.text(), highestPart).value_or(0));
        } else if (name == QLatin1String("PartNumberMarker")) {
            cameFrom = numberFrom(xml.text(), highestPart).value_or(0);
        } else if (name == QLatin1String("StorageClass")) {
            page.storageClass = xml.text();
        } else if (name == QLatin1String("ChecksumAlgorithm")) {
            algorithm = xml.text().trimmed();
        } else if (name == QLatin1String("ChecksumType")) {
            page.compositeChecksum = xml.text().trimmed() == QLatin1String("COMPOSITE");
        }
    }
    if (!xml.finish())
        return wrongDocument(reply, "ListPartsResult");
    if (!algorithm.isEmpty())
        page.checksum = checksumOfAlgorithm(algorithm);
    page.checksumUnknown = !algorithm.isEmpty() && page.checksum == ChecksumMode::None;
    if (!putInOrder(page.parts))
        return replyError(reply, ErrorKind::Bug, "answer-invalid");
    settleMarker(page, cameFrom);
    page.abortDate = timeFromHeader(reply.headers.value("x-amz-abort-date"));
    page.abortRule = headerText(reply, "x-amz-abort-rule-id");
    return page;
}

S3Request listUploadsRequest(const ListUploadsInput& input)
{
    S3Request request;
    request.method = "GET";
    request.bucket = input.bucket;
    request.query = {{"uploads", {}},
                     {"encoding-type", "url"},
                     {"max-uploads", QByteArray::number(qBound(1, input.maxUploads, 1000))}};
    if (!input.prefix.isEmpty())
        request.query.push_back({"prefix", input.prefix});
    if (!input.keyMarker.isEmpty()) {
        request.query.push_back({"key-marker", input.keyMarker});
        // Ignored without a key marker; without it all other uploads of that key would be left out.
        if (!input.uploadIdMarker.isEmpty())
            request.query.push_back({"upload-id-marker", input.uploadIdMarker.toUtf8()});
    }
    return request;
}

Result<ListUploadsPage> listUploadsReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String("ListMultipartUploadsResult"))
        return wrongDocument(reply, "ListMultipartUploadsResult");
    UploadsDocument document;
    readUploads(xml, document);
    if (!xml.finish())
        return wrongDocument(reply, "ListMultipartUploadsResult");
    settleMarkers(document);
    ListUploadsPage page = document.page;
    for (ListedUpload& upload : page.uploads) {
        if (upload.key.isEmpty() || upload.uploadId.isEmpty())
            return replyError(reply, ErrorKind::Bug, "answer-invalid");
        upload.key = decodeListed(upload.key, document.urlEncoded);
    }
    page.nextKeyMarker = decodeListed(page.nextKeyMarker, document.urlEncoded);
    return page;
}

} // namespace partway
