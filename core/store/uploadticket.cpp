// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/uploadticket.h"

#include "http/networkfailure.h"
#include "s3/signature.h"
#include "store/signedurl.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace partway {

namespace {

constexpr int ticketVersion = 1;
constexpr int mostParts = 10'000;
constexpr char kind[] = "upload-ticket";

Error invalid(const QString& what)
{
    return requestError(ErrorKind::Refused, QStringLiteral("upload-ticket-invalid"), what);
}

QString originText(const Origin& origin)
{
    return origin.scheme + QStringLiteral("://") + QString::fromLatin1(origin.hostHeader());
}

QString text(const Secret& target)
{
    return QString::fromLatin1(target.reveal());
}

QJsonArray listJson(const QList<Secret>& targets)
{
    QJsonArray list;
    for (const Secret& target : targets)
        list.append(text(target));
    return list;
}

// One signed request of the ticket's own server, that can be sent as it was signed.
std::optional<Secret> targetFrom(const QJsonValue& value, const QByteArray& origin)
{
    const QByteArray target = value.toString().toLatin1();
    if (!target.startsWith('/') || target.startsWith("//") || !parseSignedUrl(origin + target, false))
        return std::nullopt;
    return Secret(target);
}

bool readTargets(const QJsonValue& value, const QByteArray& origin, QList<Secret>* targets)
{
    const QJsonArray list = value.toArray();
    for (const QJsonValue& item : list) {
        const std::optional<Secret> target = targetFrom(item, origin);
        if (!target)
            return false;
        targets->append(*target);
    }
    return true;
}

bool isPlain(const QString& text, qsizetype longest)
{
    return text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20; });
}

QString readPlace(const QJsonObject& json, UploadTicket* ticket)
{
    const auto field = [&json](const char* name) { return json.value(QLatin1String(name)).toString(); };
    const Result<Endpoint> endpoint = Endpoint::parse(field("server"));
    if (!endpoint || !endpoint->pathPrefix.isEmpty())
        return QStringLiteral("server");
    ticket->origin = endpoint->origin;
    ticket->bucket = field("bucket");
    ticket->key = field("key").toUtf8();
    ticket->uploadId = field("uploadId");
    ticket->token = field("token");
    ticket->contentType = field("contentType").toLatin1();
    ticket->fileName = field("fileName");
    ticket->opaqueEtags = json.value(QLatin1String("opaqueEtags")).toBool();
    for (const QString& words :
         {ticket->bucket, field("key"), ticket->token, field("contentType"), ticket->fileName}) {
        if (!isPlain(words, 1100))
            return QStringLiteral("text");
    }
    if (ticket->fileName.contains(u'/') || ticket->fileName.contains(u'\\'))
        return QStringLiteral("fileName");
    if (ticket->bucket.isEmpty() || ticket->key.isEmpty() || ticket->key.size() > 1024 ||
        ticket->uploadId.isEmpty() || !isPlain(ticket->uploadId, 4096))
        return QStringLiteral("upload");
    return {};
}

QString readSizes(const QJsonObject& json, UploadTicket* ticket)
{
    ticket->size = json.value(QLatin1String("size")).toInteger(-1);
    ticket->partSize = json.value(QLatin1String("partSize")).toInteger(-1);
    ticket->expiresAt = QDateTime::fromString(json.value(QLatin1String("expiresAt")).toString(), Qt::ISODate);
    if (ticket->size < 0 || ticket->size > 512 * TiB || ticket->partSize < 1)
        return QStringLiteral("size");
    if (!ticket->expiresAt.isValid())
        return QStringLiteral("expiresAt");
    return {};
}

QString readRequests(const QJsonObject& json, UploadTicket* ticket)
{
    const QByteArray origin = originText(ticket->origin).toLatin1();
    const qint64 count = std::max<qint64>(1, (ticket->size + ticket->partSize - 1) / ticket->partSize);
    if (count > mostParts || !readTargets(json.value(QLatin1String("parts")), origin, &ticket->parts) ||
        ticket->parts.size() != count)
        return QStringLiteral("parts");
    const qint64 pages = (count + ticketListStep - 1) / ticketListStep;
    if (!readTargets(json.value(QLatin1String("lists")), origin, &ticket->lists) ||
        ticket->lists.size() != pages)
        return QStringLiteral("lists");
    const auto complete = targetFrom(json.value(QLatin1String("complete")), origin);
    const auto abort = targetFrom(json.value(QLatin1String("abort")), origin);
    if (!complete || !abort)
        return QStringLiteral("complete");
    ticket->complete = *complete;
    ticket->abort = *abort;
    return {};
}

Error unfinished(const QJsonObject& json)
{
    const QString bucket = json.value(QLatin1String("bucket")).toString();
    const QString key = json.value(QLatin1String("key")).toString();
    if (!isPlain(bucket, 1100) || !isPlain(key, 1100))
        return invalid(QStringLiteral("text"));
    Error error = requestError(ErrorKind::Refused, QStringLiteral("upload-ticket-unfinished"));
    error.resource = QStringLiteral("s3://") + bucket + u'/' + key;
    return error;
}

} // namespace

QByteArray uploadTicketJson(const UploadTicket& ticket)
{
    const QJsonObject all{{QStringLiteral("partway"), QLatin1String(kind)},
                          {QStringLiteral("version"), ticketVersion},
                          {QStringLiteral("server"), originText(ticket.origin)},
                          {QStringLiteral("bucket"), ticket.bucket},
                          {QStringLiteral("key"), QString::fromUtf8(ticket.key)},
                          {QStringLiteral("uploadId"), ticket.uploadId},
                          {QStringLiteral("token"), ticket.token},
                          {QStringLiteral("contentType"), QString::fromLatin1(ticket.contentType)},
                          {QStringLiteral("fileName"), ticket.fileName},
                          {QStringLiteral("opaqueEtags"), ticket.opaqueEtags},
                          {QStringLiteral("size"), ticket.size},
                          {QStringLiteral("partSize"), ticket.partSize},
                          {QStringLiteral("expiresAt"), ticket.expiresAt.toUTC().toString(Qt::ISODate)},
                          {QStringLiteral("parts"), listJson(ticket.parts)},
                          {QStringLiteral("lists"), listJson(ticket.lists)},
                          {QStringLiteral("complete"), text(ticket.complete)},
                          {QStringLiteral("abort"), text(ticket.abort)}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray unfinishedTicketJson(const QString& bucket, const QByteArray& key)
{
    const QJsonObject all{{QStringLiteral("partway"), QLatin1String(kind)},
                          {QStringLiteral("version"), ticketVersion},
                          {QStringLiteral("unfinished"), true},
                          {QStringLiteral("bucket"), bucket},
                          {QStringLiteral("key"), QString::fromUtf8(key)}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n';
}

Result<UploadTicket> parseUploadTicket(QByteArrayView json)
{
    if (json.size() > largestUploadTicket)
        return invalid(QStringLiteral("too large"));
    const QJsonObject all = QJsonDocument::fromJson(json.toByteArray()).object();
    if (all.value(QLatin1String("partway")) != QJsonValue(QLatin1String(kind)))
        return invalid(QStringLiteral("not a ticket"));
    if (all.value(QLatin1String("version")).toInteger() > ticketVersion)
        return requestError(ErrorKind::Refused, QStringLiteral("ticket-newer"));
    if (all.value(QLatin1String("unfinished")).toBool())
        return unfinished(all);
    UploadTicket ticket;
    for (const auto& read : {readPlace, readSizes, readRequests}) {
        if (const QString wrong = read(all, &ticket); !wrong.isEmpty())
            return invalid(wrong);
    }
    return ticket;
}

Result<UploadTicket> readUploadTicket(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Error error = requestError(ErrorKind::LocalFile, QStringLiteral("upload-ticket-unreadable"),
                                   file.errorString());
        error.resource = path;
        return error;
    }
    Result<UploadTicket> ticket = parseUploadTicket(file.read(largestUploadTicket + 1));
    if (ticket)
        return ticket;
    Error error = ticket.error();
    if (error.resource.isEmpty())
        error.resource = path;
    return error;
}

void signTicket(const TicketSigning& signing, int count, UploadTicket* ticket)
{
    const Address address = resolveAddress(signing.endpoint, signing.addressing, ticket->bucket, ticket->key);
    const QByteArray id = ticket->uploadId.toUtf8();
    const auto sign = [&](const QByteArray& method, const Query& query, const HeaderList& headers = {}) {
        return Secret(presignTarget(method, address.origin, address.path, query, headers, signing.keys,
                                    {signing.region.toUtf8()}, signing.at, signing.seconds));
    };
    ticket->origin = address.origin;
    ticket->expiresAt = signing.at.toUTC().addSecs(signing.seconds);
    for (int number = 1; number <= count; ++number)
        ticket->parts.append(sign("PUT", {{"partNumber", QByteArray::number(number)}, {"uploadId", id}}));
    for (int after = 0; after < count; after += ticketListStep)
        ticket->lists.append(sign("GET", {{"max-parts", QByteArray::number(ticketListStep)},
                                          {"part-number-marker", QByteArray::number(after)},
                                          {"uploadId", id}}));
    HeaderList xml;
    xml.set("content-type", "application/xml");
    ticket->complete = sign("POST", {{"uploadId", id}}, xml);
    ticket->abort = sign("DELETE", {{"uploadId", id}});
}

} // namespace partway
