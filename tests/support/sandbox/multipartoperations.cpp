// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/multipartoperations.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/intake.h"
#include "support/sandbox/lifecycleoperations.h"
#include "support/sandbox/objectmeta.h"
#include "support/sandbox/readobject.h"
#include "support/sandbox/xmlwriter.h"

namespace partway::sandbox {
namespace {

void readChecksum(UploadRecord& record, const Request& request)
{
    const QByteArray algorithm = request.headers.value("x-amz-checksum-algorithm");
    const QByteArray type = request.headers.value("x-amz-checksum-type");
    if (algorithm.isEmpty()) {
        if (!type.isEmpty())
            throw failure("InvalidRequest", "The x-amz-checksum-type header can only be used with the "
                                            "x-amz-checksum-algorithm header.");
        return;
    }
    record.checksum = checksumFromName(algorithm);
    if (!record.checksum || algorithm != checksumName(*record.checksum))
        throw failure("InvalidRequest",
                      "Checksum algorithm provided is unsupported. Please try again with any "
                      "of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    record.checksumType = usualType(*record.checksum);
    if (type.isEmpty())
        return;
    if (type != "FULL_OBJECT" && type != "COMPOSITE")
        throw failure("InvalidRequest", "Value for x-amz-checksum-type header is invalid.");
    record.checksumType = type == "COMPOSITE" ? ChecksumType::Composite : ChecksumType::FullObject;
    if (!allows(*record.checksum, record.checksumType))
        throw failure("InvalidRequest", "The " + type + " checksum type cannot be used with the " +
                                            algorithm.toLower() + " checksum algorithm.");
}

QByteArray named(const std::optional<Checksum>& checksum)
{
    return checksum ? checksumName(*checksum).toLower() : QByteArray("null");
}

// The algorithm of a part is that of its upload; composite uploads need it on every part (§4.3).
void checkAlgorithm(const UploadRecord& record, const std::optional<Checksum>& sent)
{
    const bool needed = record.checksum && record.checksumType == ChecksumType::Composite;
    if (sent == record.checksum || (!sent && !needed))
        return;
    throw failure("InvalidRequest", "Checksum Type mismatch occurred, expected checksum Type: " +
                                        named(record.checksum) + ", actual checksum Type: " + named(sent));
}

} // namespace

int partNumberOf(const Exchange& exchange)
{
    bool ok = false;
    const int number = exchange.request.queryValue("partNumber").toInt(&ok);
    if (!ok || number < 1 || number > exchange.limits.maxParts)
        throw failure("InvalidArgument", "Part number must be an integer between 1 and " +
                                             QByteArray::number(exchange.limits.maxParts) + ", inclusive");
    return number;
}

PartRecord partOf(int number, const Taken& taken)
{
    PartRecord part;
    part.number = number;
    part.size = taken.size;
    part.etag = taken.etag;
    part.modified = QDateTime::currentDateTimeUtc();
    part.checksum = taken.kept;
    return part;
}

std::shared_ptr<Upload> uploadOf(Exchange& exchange)
{
    return exchange.bucket().upload(exchange.request.key, exchange.request.queryValue("uploadId"));
}

Answer createMultipartUpload(Exchange& exchange)
{
    const Request& request = exchange.request;
    UploadRecord record;
    record.key = request.key;
    record.meta = objectMetaOf(request, exchange.limits);
    readChecksum(record, request);
    takeDocument(exchange);
    const std::shared_ptr<Upload> upload = exchange.bucket().createUpload(record);
    XmlWriter xml;
    xml.open("InitiateMultipartUploadResult", s3Namespace);
    xml.text("Bucket", request.bucket);
    xml.text("Key", request.key);
    xml.text("UploadId", upload->record().id);
    xml.close();
    Answer answer = Answer::xml(xml.document());
    if (record.checksum) {
        answer.headers.set("x-amz-checksum-algorithm", checksumName(*record.checksum));
        answer.headers.set("x-amz-checksum-type", typeName(record.checksumType));
    }
    addAbortHeaders(answer, exchange.bucket(), upload->record());
    return answer;
}

Answer uploadPart(Exchange& exchange)
{
    const Request& request = exchange.request;
    refuseUnsupported(request);
    const int number = partNumberOf(exchange);
    const std::shared_ptr<Upload> upload = uploadOf(exchange);
    const Integrity integrity = integrityOf(request, exchange.access.payloadHash);
    payloadLength(request, integrity);
    checkAlgorithm(upload->record(), integrity.checksum);
    IncomingFile file(exchange.bucket().newIncoming());
    const Taken taken = takeBody(exchange, integrity, file.path(), upload->record().kept());
    const PartRecord part = partOf(number, taken);
    upload->store(part, file.path());
    file.release();
    Answer answer;
    answer.headers.set("ETag", quoted(part.etag));
    if (taken.named)
        answer.headers.set(checksumHeaderName(*taken.named), taken.namedValue.toBase64());
    return answer;
}

Answer abortMultipartUpload(Exchange& exchange)
{
    const std::shared_ptr<Upload> upload = uploadOf(exchange);
    upload->remove();
    exchange.bucket().forget(*upload);
    Answer answer;
    answer.status = 204;
    return answer;
}

} // namespace partway::sandbox
