// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/copyoperations.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/intake.h"
#include "support/sandbox/multipartoperations.h"
#include "support/sandbox/objectmeta.h"
#include "support/sandbox/objectoperations.h"
#include "support/sandbox/xmlwriter.h"

#include <QFile>
#include <QRegularExpression>

namespace partway::sandbox {
namespace {

constexpr qint64 largestCopy = 5 * GiB;
constexpr qint64 smallestRangeSource = 5 * MiB;

// What x-amz-copy-source names.
struct CopySource
{
    QByteArray bucket, key, versionId;
    ObjectRecord record;
    std::shared_ptr<QFile> file;
};

void checkSourceConditions(const HeaderList& headers, const ObjectRecord& record)
{
    const QByteArray match = headers.value("x-amz-copy-source-if-match");
    const QByteArray noneMatch = headers.value("x-amz-copy-source-if-none-match");
    if ((!match.isEmpty() && unquoted(match) != record.etag) ||
        (!noneMatch.isEmpty() && unquoted(noneMatch) == record.etag)) {
        Failure failed = failure("PreconditionFailed");
        failed.with("Condition",
                    match.isEmpty() ? "x-amz-copy-source-If-None-Match" : "x-amz-copy-source-If-Match");
        throw failed;
    }
    if (headers.has("x-amz-copy-source-if-modified-since") ||
        headers.has("x-amz-copy-source-if-unmodified-since"))
        throw failure("NotImplemented");
}

CopySource openCopySource(Exchange& exchange)
{
    CopySource source;
    QByteArray text = exchange.request.headers.value("x-amz-copy-source");
    if (text.startsWith('/'))
        text.remove(0, 1);
    static const QByteArray mark = "?versionId=";
    if (const qsizetype version = text.indexOf(mark); version >= 0) {
        source.versionId = QByteArray::fromPercentEncoding(text.mid(version + mark.size()));
        text.truncate(version);
    }
    const QByteArray path = QByteArray::fromPercentEncoding(text);
    const qsizetype slash = path.indexOf('/');
    if (slash <= 0 || slash + 1 == path.size())
        throw failure("InvalidArgument", "Invalid copy source object key");
    source.bucket = path.left(slash);
    source.key = path.mid(slash + 1);
    std::tie(source.record, source.file) =
        exchange.depot.bucket(source.bucket)->openObject(source.key, source.versionId);
    checkSourceConditions(exchange.request.headers, source.record);
    return source;
}

ByteRange copyRange(const QByteArray& text, const ObjectRecord& source)
{
    if (text.isEmpty())
        return {0, source.size};
    static const QRegularExpression form(QStringLiteral("^bytes=(\\d+)-(\\d+)$"));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(text));
    const qint64 first = match.captured(1).toLongLong(), last = match.captured(2).toLongLong();
    if (!match.hasMatch() || first > last)
        throw failure("InvalidArgument", "The x-amz-copy-source-range value must be of the form "
                                         "bytes=first-last where first and last are the zero-based offsets "
                                         "of the first and last bytes to copy");
    if (source.size <= smallestRangeSource)
        throw failure("InvalidRequest",
                      "The specified copy source is not supported as a byte-range copy source");
    if (last >= source.size)
        throw failure("InvalidArgument", "Range specified is not valid for source object of size: " +
                                             QByteArray::number(source.size));
    return {first, last - first + 1};
}

void checkLength(qint64 length)
{
    if (length > largestCopy)
        throw failure("InvalidRequest", "The specified copy source is larger than the maximum allowable size "
                                        "for a copy source: " +
                                            QByteArray::number(largestCopy));
}

void checkNotOntoItself(const Request& request, const CopySource& source, bool replace)
{
    const bool itself = source.bucket == request.bucket && source.key == request.key;
    if (itself && source.versionId.isEmpty() && !replace && !request.headers.has("x-amz-storage-class"))
        throw failure("InvalidRequest",
                      "This copy request is illegal because it is trying to copy an object to itself without "
                      "changing the object's metadata, storage class, website redirect location or "
                      "encryption attributes.");
}

bool replaces(const Request& request, const QByteArray& directive)
{
    const QByteArray value = request.headers.value(directive);
    if (!value.isEmpty() && value != "COPY" && value != "REPLACE")
        throw failure("InvalidArgument", "Unknown " + directive);
    return value == "REPLACE";
}

ObjectMeta metaOfCopy(const Exchange& exchange, const ObjectRecord& source)
{
    const Request& request = exchange.request;
    ObjectMeta asked = objectMetaOf(request, exchange.limits);
    ObjectMeta meta = replaces(request, "x-amz-metadata-directive") ? asked : source.meta;
    const bool ownTags = replaces(request, "x-amz-tagging-directive");
    if (!ownTags && !source.meta.tags.isEmpty() && exchange.limits.tags == Limits::Tags::Denied)
        throw failure("AccessDenied");
    const bool knowsTags = exchange.limits.tags != Limits::Tags::Unknown;
    meta.tags = ownTags ? asked.tags : (knowsTags ? source.meta.tags : QByteArray());
    meta.storageClass = asked.storageClass;
    return meta;
}

void nameVersion(Answer& answer, const CopySource& source)
{
    if (!source.record.versionId.isEmpty())
        answer.headers.set("x-amz-copy-source-version-id", source.record.versionId);
}

} // namespace

Answer copyObject(Exchange& exchange)
{
    const Request& request = exchange.request;
    takeDocument(exchange);
    const CopySource source = openCopySource(exchange);
    checkLength(source.record.size);
    checkNotOntoItself(request, source, replaces(request, "x-amz-metadata-directive"));
    const ObjectMeta meta = metaOfCopy(exchange, source.record);
    const Condition condition = writeConditionOf(request, exchange.faults);
    exchange.bucket().checkCondition(request.key, condition);
    const QByteArray wanted = request.headers.value("x-amz-checksum-algorithm");
    const Checksum keep = checksumFromName(wanted).value_or(source.record.checksum);
    IncomingFile file(exchange.bucket().newIncoming());
    const Taken taken =
        takeCopy(*source.file, {0, source.record.size}, file.path(), keep, exchange.limits.md5Etags);
    const ObjectRecord record =
        exchange.bucket().commit(objectOf(request.key, taken, keep, meta), file, condition);
    XmlWriter xml;
    xml.open("CopyObjectResult", s3Namespace);
    xml.time("LastModified", record.modified);
    xml.text("ETag", quoted(record.etag));
    xml.text(checksumElementName(keep), record.checksumText);
    xml.text("ChecksumType", typeName(record.checksumType));
    xml.close();
    Answer answer = Answer::xml(xml.document());
    setVersion(answer, record);
    nameVersion(answer, source);
    return answer;
}

Answer uploadPartCopy(Exchange& exchange)
{
    const int number = partNumberOf(exchange);
    const std::shared_ptr<Upload> upload = uploadOf(exchange);
    refuseUnsupported(exchange.request);
    takeDocument(exchange);
    const CopySource source = openCopySource(exchange);
    const ByteRange window =
        copyRange(exchange.request.headers.value("x-amz-copy-source-range"), source.record);
    checkLength(window.length);
    IncomingFile file(exchange.bucket().newIncoming());
    const Taken taken =
        takeCopy(*source.file, window, file.path(), upload->record().kept(), exchange.limits.md5Etags);
    const PartRecord part = partOf(number, taken);
    upload->store(part, file.path());
    file.release();
    XmlWriter xml;
    xml.open("CopyPartResult", s3Namespace);
    xml.time("LastModified", part.modified);
    xml.text("ETag", quoted(part.etag));
    if (upload->record().checksum)
        xml.text(checksumElementName(*upload->record().checksum), part.checksum.toBase64());
    xml.close();
    Answer answer = Answer::xml(xml.document());
    nameVersion(answer, source);
    return answer;
}

} // namespace partway::sandbox
