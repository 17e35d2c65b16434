// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/completeoperation.h"

#include "support/sandbox/assemble.h"
#include "support/sandbox/directorybucket.h"
#include "support/sandbox/documents.h"
#include "support/sandbox/failure.h"
#include "support/sandbox/intake.h"
#include "support/sandbox/multipartoperations.h"
#include "support/sandbox/objectmeta.h"
#include "support/sandbox/xmlwriter.h"

namespace partway::sandbox {
namespace {

using Parts = std::map<int, PartRecord>;

Failure invalidPart(const Request& request, const CompleteItem& item)
{
    Failure wrong = failure("InvalidPart");
    wrong.with("UploadId", request.queryValue("uploadId"));
    wrong.with("PartNumber", QByteArray::number(item.number));
    wrong.with("ETag", item.etag);
    return wrong;
}

// With checksums of the parts, and in directory buckets, the numbers must be 1…N without gaps (s3-reference
// §2.4 rule 6, §1.10).
void checkOrder(const QList<CompleteItem>& items, const UploadRecord& upload, bool directory)
{
    int last = 0;
    for (const CompleteItem& item : items) {
        if (item.number <= last)
            throw failure("InvalidPartOrder");
        if ((upload.checksum || directory) && item.number != last + 1)
            throw failure("InvalidPartOrder");
        last = item.number;
    }
}

void checkItemChecksum(const Request& request, const CompleteItem& item, const PartRecord& part,
                       const UploadRecord& upload)
{
    for (auto it = item.checksums.cbegin(); it != item.checksums.cend(); ++it) {
        if (!upload.checksum || it.key() != checksumElementName(*upload.checksum) ||
            it.value() != part.checksum.toBase64())
            throw invalidPart(request, item);
    }
    if (!item.checksums.isEmpty() || !upload.checksum || upload.checksumType == ChecksumType::FullObject)
        return;
    const QByteArray algorithm = checksumName(*upload.checksum).toLower();
    throw failure("InvalidRequest", "The upload was created using a " + algorithm +
                                        " checksum. The complete request must include the checksum for each "
                                        "part. It was missing for part " +
                                        QByteArray::number(item.number) + " in the request.");
}

void checkSize(const PartRecord& part, const Limits& limits)
{
    if (part.size >= limits.minPart)
        return;
    Failure small = failure("EntityTooSmall");
    small.with("ProposedSize", QByteArray::number(part.size));
    small.with("MinSizeAllowed", QByteArray::number(limits.minPart));
    small.with("PartNumber", QByteArray::number(part.number));
    small.with("ETag", part.etag);
    throw small;
}

std::vector<PartRecord> chosenParts(const Exchange& exchange, const QList<CompleteItem>& items,
                                    const Parts& parts, const UploadRecord& upload)
{
    checkOrder(items, upload, isDirectoryBucket(exchange.request.bucket));
    std::vector<PartRecord> chosen;
    for (const CompleteItem& item : items) {
        const auto found = parts.find(item.number);
        if (found == parts.end() || found->second.etag != item.etag.toLower())
            throw invalidPart(exchange.request, item);
        checkItemChecksum(exchange.request, item, found->second, upload);
        chosen.push_back(found->second);
    }
    for (size_t i = 0; i + 1 < chosen.size(); ++i)
        checkSize(chosen[i], exchange.limits);
    return chosen;
}

QByteArray objectEtag(const std::vector<PartRecord>& parts)
{
    QByteArray all;
    for (const PartRecord& part : parts)
        all += QByteArray::fromHex(part.etag);
    return md5Of(all).toHex() + '-' + QByteArray::number(qint64(parts.size()));
}

QByteArray objectChecksum(const std::vector<PartRecord>& parts, const UploadRecord& upload)
{
    if (upload.checksum && upload.checksumType == ChecksumType::Composite) {
        QByteArray all;
        for (const PartRecord& part : parts)
            all += part.checksum;
        return digestOf(upload.kept(), all).toBase64() + '-' + QByteArray::number(qint64(parts.size()));
    }
    QByteArray whole = parts.front().checksum;
    for (size_t i = 1; i < parts.size(); ++i)
        whole = combineCrc(upload.kept(), whole, parts[i].checksum, parts[i].size);
    return whole.toBase64();
}

ObjectRecord recordOf(const UploadRecord& upload, const std::vector<PartRecord>& parts)
{
    ObjectRecord record;
    record.key = upload.key;
    record.etag = objectEtag(parts);
    record.modified = QDateTime::currentDateTimeUtc();
    record.meta = upload.meta;
    record.checksum = upload.kept();
    record.checksumType = upload.checksum ? upload.checksumType : ChecksumType::FullObject;
    record.checksumText = objectChecksum(parts, upload);
    for (const PartRecord& part : parts) {
        record.size += part.size;
        record.parts.push_back(
            {part.number, part.size, upload.checksum ? part.checksum.toBase64() : QByteArray()});
    }
    return record;
}

// What the headers of Complete say about the whole object.
void checkPromises(const Request& request, const ObjectRecord& record, const UploadRecord& upload)
{
    const HeaderList& headers = request.headers;
    const QByteArray size = headers.value("x-amz-mp-object-size");
    if (!size.isEmpty() && size.toLongLong() != record.size)
        throw failure("InvalidRequest",
                      "The provided 'x-amz-mp-object-size' header value " + size +
                          " does not match what was computed: " + QByteArray::number(record.size));
    const QByteArray type = headers.value("x-amz-checksum-type");
    if (!type.isEmpty() && type != typeName(record.checksumType))
        throw failure("InvalidRequest",
                      "The upload was created using the " + typeName(record.checksumType) +
                          " checksum mode. The complete request must use the same checksum mode.");
    const auto given = checksumHeader(headers);
    if (!given)
        return;
    if (given->first != upload.kept())
        throw failure("InvalidRequest",
                      "Checksum Type mismatch occurred, expected checksum Type: " +
                          checksumName(upload.kept()).toLower() +
                          ", actual checksum Type: " + checksumName(given->first).toLower());
    if (given->second != record.checksumText) {
        const bool composite = record.checksumType == ChecksumType::Composite;
        if (!composite)
            checksumValue(given->first, given->second); // malformed is another error than wrong
        throw failure("BadDigest", "The " + checksumName(given->first) +
                                       " you specified did not match the calculated checksum.");
    }
}

QByteArray resultDocument(const Exchange& exchange, const ObjectRecord& record)
{
    const Request& request = exchange.request;
    XmlWriter xml;
    xml.open("CompleteMultipartUploadResult", s3Namespace);
    xml.text("Location",
             "http://" + request.headers.value("host") + request.target.left(request.target.indexOf('?')));
    xml.text("Bucket", request.bucket);
    xml.text("Key", request.key);
    xml.text("ETag", quoted(record.etag));
    xml.text(checksumElementName(record.checksum), record.checksumText);
    xml.text("ChecksumType", typeName(record.checksumType));
    xml.close();
    return xml.document();
}

} // namespace

Answer completeMultipartUpload(Exchange& exchange)
{
    const Request& request = exchange.request;
    refuseUnsupported(request);
    if (request.headers.value("content-type").startsWith("application/x-www-form-urlencoded"))
        throw failure("InvalidRequest", "CompleteMultipartUpload takes an XML document, not a form.");
    const Condition condition = writeConditionOf(request, exchange.faults);
    const std::shared_ptr<Upload> upload = uploadOf(exchange);
    const QList<CompleteItem> items = parseComplete(takeDocument(exchange, false));
    const ObjectRecord record = upload->exclusively([&](const Parts& parts) {
        const std::vector<PartRecord> chosen = chosenParts(exchange, items, parts, upload->record());
        const ObjectRecord made = recordOf(upload->record(), chosen);
        checkPromises(request, made, upload->record());
        exchange.bucket().checkCondition(request.key, condition);
        IncomingFile file(exchange.bucket().newIncoming());
        QStringList files;
        for (const PartRecord& part : chosen)
            files.append(upload->partFile(part.number));
        assemble(files, file.path(), exchange.alive);
        const ObjectRecord committed = exchange.bucket().commit(made, file, condition);
        upload->removeLocked();
        return committed;
    });
    exchange.bucket().forget(*upload);
    Answer answer = Answer::xml(resultDocument(exchange, record));
    setVersion(answer, record);
    return answer;
}

} // namespace partway::sandbox
