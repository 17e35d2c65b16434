// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/readobject.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/objectmeta.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace partway::sandbox {
namespace {

Failure badRange(const ObjectRecord& record)
{
    Failure refused = failure("InvalidRange");
    refused.with("ActualObjectSize", QByteArray::number(record.size));
    refused.headers.set("Content-Range", "bytes */" + QByteArray::number(record.size));
    return refused;
}

// "bytes=0-99", "bytes=5-", "bytes=-20". Several ranges, or something else: the whole object, as S3 does.
std::optional<ByteRange> rangeOf(const QByteArray& text, const ObjectRecord& record)
{
    static const QRegularExpression form(QStringLiteral("^bytes=(\\d*)-(\\d*)$"));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(text));
    if (!match.hasMatch() || text == "bytes=-")
        return std::nullopt;
    const bool tail = match.capturedLength(1) == 0;
    qint64 first = match.captured(1).toLongLong();
    qint64 last = match.capturedLength(2) == 0 ? record.size - 1 : match.captured(2).toLongLong();
    if (tail) {
        first = std::max<qint64>(0, record.size - last);
        last = record.size - 1;
    }
    if (first > last && !tail && match.capturedLength(2) > 0)
        return std::nullopt;
    if (first >= record.size)
        throw badRange(record);
    last = std::min(last, record.size - 1);
    return ByteRange{first, last - first + 1};
}

ByteRange rangeOfPart(const ObjectRecord& record, int number)
{
    if (record.parts.empty()) {
        if (number == 1)
            return {0, record.size};
        throw failure("InvalidPartNumber", "The requested partnumber is not satisfiable");
    }
    if (number < 1 || number > int(record.parts.size())) {
        Failure missing = failure("InvalidPartNumber", "The requested partnumber is not satisfiable");
        missing.status = 416;
        throw missing;
    }
    ByteRange range;
    for (int i = 0; i < number; ++i)
        range = {range.end(), record.parts[size_t(i)].size};
    return range;
}

QDateTime timeOfHeader(const QByteArray& text)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

bool names(const QByteArray& list, const QByteArray& etag)
{
    for (const QByteArray& item : list.split(',')) {
        if (item.trimmed() == "*" || unquoted(item.trimmed()) == etag)
            return true;
    }
    return false;
}

// The status of a conditional read: 0 to go on, 304 or 412.
int judgeRead(const Request& request, const ObjectRecord& record)
{
    const HeaderList& headers = request.headers;
    const qint64 modified = record.modified.toSecsSinceEpoch();
    if (headers.has("if-match")) {
        if (!names(headers.value("if-match"), record.etag))
            return 412;
    } else if (headers.has("if-unmodified-since")) {
        if (modified > timeOfHeader(headers.value("if-unmodified-since")).toSecsSinceEpoch())
            return 412;
    }
    if (headers.has("if-none-match")) {
        if (names(headers.value("if-none-match"), record.etag))
            return 304;
    } else if (headers.has("if-modified-since")) {
        const QDateTime since = timeOfHeader(headers.value("if-modified-since"));
        if (since.isValid() && modified <= since.toSecsSinceEpoch())
            return 304;
    }
    return 0;
}

void setChecksum(Answer& answer, const ObjectRecord& record, const Request& request, bool whole)
{
    if (request.headers.value("x-amz-checksum-mode").toUpper() != "ENABLED")
        return;
    const int part = request.partNumber();
    if (part > 0 && !record.parts.empty()) {
        const QByteArray& value = record.parts[size_t(part - 1)].checksum;
        if (!value.isEmpty())
            answer.headers.set(checksumHeaderName(record.checksum), value);
        answer.headers.set("x-amz-checksum-type", typeName(record.checksumType));
        return;
    }
    if (!whole)
        return;
    answer.headers.set(checksumHeaderName(record.checksum), record.checksumText);
    answer.headers.set("x-amz-checksum-type", typeName(record.checksumType));
}

void applyResponseQueries(Answer& answer, const Request& request)
{
    const QByteArray prefix = "response-";
    for (const QueryItem& item : request.query) {
        if (item.name.startsWith(prefix))
            answer.headers.set(item.name.mid(prefix.size()), item.value);
    }
}

} // namespace

Answer readObject(Exchange& exchange)
{
    const Request& request = exchange.request;
    auto [record, file] = exchange.bucket().openObject(request.key, request.queryValue("versionId"));
    Answer answer;
    answer.status = judgeRead(request, record);
    if (answer.status == 412)
        throw failure("PreconditionFailed");
    answer.headers.set("ETag", quoted(record.etag));
    answer.headers.set("Last-Modified", httpDate(record.modified));
    setVersion(answer, record);
    if (answer.status == 304)
        return answer;

    answer.status = 200;
    answer.headers.set("Accept-Ranges", "bytes");
    describe(answer, record.meta);
    applyResponseQueries(answer, request);
    ByteRange window{0, record.size};
    std::optional<ByteRange> asked;
    if (request.hasQuery("partNumber")) {
        asked = rangeOfPart(record, request.partNumber());
        if (!record.parts.empty())
            answer.headers.set("x-amz-mp-parts-count", QByteArray::number(qint64(record.parts.size())));
    } else if (request.headers.has("range")) {
        asked = rangeOf(request.headers.value("range"), record);
    }
    if (asked) {
        window = *asked;
        answer.status = 206;
        answer.headers.set("Content-Range", "bytes " + QByteArray::number(window.offset) + '-' +
                                                QByteArray::number(window.end() - 1) + '/' +
                                                QByteArray::number(record.size));
    }
    setChecksum(answer, record, request, !asked);
    answer.headLength = window.length;
    answer.file = file;
    answer.window = window;
    return answer;
}

} // namespace partway::sandbox
