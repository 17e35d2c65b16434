// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/objectoperations.h"

#include "support/sandbox/documents.h"
#include "support/sandbox/failure.h"
#include "support/sandbox/intake.h"
#include "support/sandbox/objectmeta.h"
#include "support/sandbox/readobject.h"
#include "support/sandbox/xmlwriter.h"

namespace partway::sandbox {
namespace {

void setChecksumHeaders(Answer& answer, const ObjectRecord& record)
{
    answer.headers.set(checksumHeaderName(record.checksum), record.checksumText);
    answer.headers.set("x-amz-checksum-type", typeName(record.checksumType));
}

} // namespace

ObjectRecord objectOf(const QByteArray& key, const Taken& taken, Checksum checksum, ObjectMeta meta)
{
    ObjectRecord record;
    record.key = key;
    record.size = taken.size;
    record.etag = taken.etag;
    record.modified = QDateTime::currentDateTimeUtc();
    record.meta = std::move(meta);
    record.checksum = checksum;
    record.checksumText = taken.kept.toBase64();
    return record;
}

Answer putObject(Exchange& exchange)
{
    const Request& request = exchange.request;
    const ObjectMeta meta = objectMetaOf(request, exchange.limits);
    const Condition condition = writeConditionOf(request, exchange.faults);
    const Integrity integrity = integrityOf(request, exchange.access.payloadHash);
    payloadLength(request, integrity);
    exchange.bucket().checkCondition(request.key, condition); // before anything is sent in vain
    const Checksum keep = integrity.checksum.value_or(Checksum::Crc64Nvme);
    IncomingFile file(exchange.bucket().newIncoming());
    const Taken taken = takeBody(exchange, integrity, file.path(), keep);
    const ObjectRecord record =
        exchange.bucket().commit(objectOf(request.key, taken, keep, meta), file, condition);
    Answer answer;
    setVersion(answer, record);
    answer.headers.set("ETag", quoted(record.etag));
    setChecksumHeaders(answer, record);
    return answer;
}

Answer getObject(Exchange& exchange)
{
    return readObject(exchange);
}

Answer deleteObject(Exchange& exchange)
{
    const Request& request = exchange.request;
    const QByteArray version = request.queryValue("versionId");
    Answer answer;
    answer.status = 204;
    const std::optional<ObjectRecord> record = version.isEmpty()
                                                   ? exchange.bucket().remove(request.key)
                                                   : exchange.bucket().removeVersion(request.key, version);
    if (!version.isEmpty())
        answer.headers.set("x-amz-version-id", version);
    else if (record)
        answer.headers.set("x-amz-version-id", record->shownVersion());
    if (record && record->deleteMarker)
        answer.headers.set("x-amz-delete-marker", "true");
    return answer;
}

Answer deleteObjects(Exchange& exchange)
{
    const Request& request = exchange.request;
    const Integrity integrity = integrityOf(request, exchange.access.payloadHash);
    if (!integrity.md5 && !integrity.checksum)
        throw failure("InvalidRequest",
                      "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    const DeleteList list = parseDeleteList(takeDocument(exchange));
    XmlWriter xml;
    xml.open("DeleteResult", s3Namespace);
    for (const QByteArray& key : list.keys) {
        exchange.bucket().remove(key);
        if (list.quiet)
            continue;
        xml.open("Deleted");
        xml.text("Key", key);
        xml.close();
    }
    xml.close();
    return Answer::xml(xml.document());
}

Answer getObjectTagging(Exchange& exchange)
{
    const ObjectRecord record =
        exchange.bucket().openObject(exchange.request.key, exchange.request.queryValue("versionId")).first;
    XmlWriter xml;
    xml.open("Tagging", s3Namespace);
    xml.open("TagSet");
    for (const auto& [name, value] : tagsOf(record.meta.tags)) {
        xml.open("Tag");
        xml.text("Key", name);
        xml.text("Value", value);
        xml.close();
    }
    xml.close();
    xml.close();
    return Answer::xml(xml.document());
}

} // namespace partway::sandbox
