// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/resumeticket.h"

#include "queue/journalcodec.h"
#include "s3/endpoint.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace partway {

namespace {

constexpr int ticketVersion = 1;
constexpr int mostParts = 10'000;
constexpr qsizetype longestText = 4096;

Error refused(const char* code, const QString& message = {})
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = QString::fromLatin1(code);
    error.message = message;
    return error;
}

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QJsonArray partsJson(const QMap<int, StoredPart>& parts)
{
    QJsonArray list;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part)
        list.append(
            QJsonArray{part.key(), QString::fromLatin1(part->etag), base64(part->md5), base64(part->crc)});
    return list;
}

// Reads an object whose every field has to be there with its type, and no other; the first thing that is
// wrong is kept.
class Reader
{
public:
    Reader(QJsonObject object, QString where) : m_object(std::move(object)), m_where(std::move(where)) {}

    QString text(const char* name, qsizetype longest = longestText)
    {
        const QJsonValue value = take(name);
        const QString text = value.toString();
        const bool plain =
            std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20; });
        if (!value.isString() || text.size() > longest || !plain)
            wrong(QLatin1String(name));
        return text;
    }
    qint64 number(const char* name, qint64 least, qint64 most)
    {
        const QJsonValue value = take(name);
        const qint64 number = value.toInteger(least - 1);
        if (!value.isDouble() || number < least || number > most)
            wrong(QLatin1String(name));
        return number;
    }
    bool flag(const char* name)
    {
        const QJsonValue value = take(name);
        if (!value.isBool())
            wrong(QLatin1String(name));
        return value.toBool();
    }
    QJsonObject object(const char* name)
    {
        const QJsonValue value = take(name);
        if (!value.isObject())
            wrong(QLatin1String(name));
        return value.toObject();
    }
    QJsonArray array(const char* name)
    {
        const QJsonValue value = take(name);
        if (!value.isArray())
            wrong(QLatin1String(name));
        return value.toArray();
    }
    void end() // nothing else is there
    {
        if (!m_object.isEmpty())
            wrong(m_object.keys().first().left(40));
    }
    void wrong(const QString& name)
    {
        if (m_wrong.isEmpty())
            m_wrong = m_where + name;
    }
    const QString& firstWrong() const { return m_wrong; }

private:
    QJsonValue take(const char* name) { return m_object.take(QLatin1String(name)); }

    QJsonObject m_object;
    QString m_where;
    QString m_wrong;
};

// What an object is stored with goes into headers: no control characters anywhere.
bool isPlain(const QJsonValue& value, int depth = 0)
{
    if (value.isObject() && depth < 3) {
        const QJsonObject object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            if (!isPlain(QJsonValue(it.key())) || !isPlain(it.value(), depth + 1))
                return false;
        }
        return object.size() <= 200;
    }
    const QString text = value.toString();
    const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20; });
    return (value.isString() && plain && text.size() <= longestText) || value.isBool();
}

QString readObject(const QJsonObject& json, UploadSpec* spec)
{
    Reader reader(json, QStringLiteral("object."));
    spec->bucket = reader.text("bucket");
    spec->key = reader.text("key").toUtf8();
    spec->object.contentType = reader.text("contentType").toLatin1();
    const QString checksum = reader.text("checksum");
    const QString ifExists = reader.text("ifExists");
    const QJsonObject more = reader.object("more");
    reader.end();
    if (!checksumModeFromName(checksum, &spec->checksum))
        reader.wrong(QStringLiteral("checksum"));
    if (!ifExistsFromName(ifExists, &spec->ifExists))
        reader.wrong(QStringLiteral("ifExists"));
    if (!isPlain(more))
        reader.wrong(QStringLiteral("more"));
    if (spec->bucket.isEmpty() || spec->key.isEmpty() || spec->key.size() > 1024)
        reader.wrong(QStringLiteral("key"));
    readSpecMore(QString::fromUtf8(QJsonDocument(more).toJson(QJsonDocument::Compact)), spec);
    return reader.firstWrong();
}

QString readFile(const QJsonObject& json, QString* name, PartPlan* plan)
{
    Reader reader(json, QStringLiteral("file."));
    *name = reader.text("name");
    plan->size = reader.number("size", 1, 512 * TiB);
    plan->partSize = reader.number("partSize", 1, 512 * TiB);
    plan->count = static_cast<int>(reader.number("partCount", 1, mostParts));
    const QString cuts = reader.text("cuts", qsizetype{mostParts} * 40);
    reader.end();
    if (reader.firstWrong().isEmpty())
        readPlanParts(cuts, plan);
    if (!plan->covers())
        reader.wrong(QStringLiteral("cuts"));
    return reader.firstWrong();
}

bool readPart(const QJsonValue& value, const PartPlan& plan, QMap<int, StoredPart>* parts)
{
    const QJsonArray row = value.toArray();
    if (row.size() != 4 || !row.at(0).isDouble())
        return false;
    const int number = row.at(0).toInt();
    StoredPart part;
    part.etag = row.at(1).toString().toLatin1();
    part.md5 = QByteArray::fromBase64(row.at(2).toString().toLatin1());
    part.crc = QByteArray::fromBase64(row.at(3).toString().toLatin1());
    const bool plain =
        std::all_of(part.etag.cbegin(), part.etag.cend(), [](char c) { return c > 0x20 && c < 0x7f; });
    const bool sizes =
        part.etag.size() <= 200 && part.crc.size() <= 32 && (part.md5.isEmpty() || part.md5.size() == 16);
    if (plan.indexOf(number) < 0 || parts->contains(number) || part.etag.isEmpty() || !plain || !sizes)
        return false;
    parts->insert(number, part);
    return true;
}

} // namespace

Result<ResumeTicket> makeTicket(const Transfer& transfer, const QString& endpoint, const QString& region)
{
    const UploadState& state = transfer.state;
    if (isEnded(state.phase) || state.abortAsked)
        return refused("ticket-ended");
    if (transfer.spec.source == SourceKind::Stream)
        return refused("ticket-of-a-stream");
    if (transfer.spec.plan.open)
        return refused("ticket-still-growing");
    if (transfer.spec.copy)
        return refused("ticket-of-copy");
    if (transfer.spec.plan.direct || state.uploadId.isEmpty())
        return refused("ticket-nothing-stored");
    ResumeTicket ticket;
    ticket.endpoint = endpoint;
    ticket.region = region;
    ticket.spec = transfer.spec;
    ticket.spec.source = SourceKind::File; // there it is a file like any other
    ticket.spec.followIdleSeconds = 0;
    if (!state.renamedKey.isEmpty())
        ticket.spec.key = state.renamedKey;
    ticket.uploadId = state.uploadId;
    ticket.token = state.token;
    ticket.opaqueEtags = state.opaqueEtags;
    ticket.sourceChanges = state.sourceChanges;
    ticket.fileName = QFileInfo(transfer.sourcePath).fileName();
    ticket.parts = state.unchecked;
    for (auto part = state.parts.cbegin(); part != state.parts.cend(); ++part)
        ticket.parts.insert(part.key(), {part->etag, part->md5, part->crc, false});
    return ticket;
}

QByteArray ticketJson(const ResumeTicket& ticket)
{
    const UploadSpec& spec = ticket.spec;
    const QJsonObject object{
        {QStringLiteral("bucket"), spec.bucket},
        {QStringLiteral("key"), QString::fromUtf8(spec.key)},
        {QStringLiteral("contentType"), QString::fromLatin1(spec.object.contentType)},
        {QStringLiteral("checksum"), checksumModeName(spec.checksum)},
        {QStringLiteral("ifExists"), ifExistsName(spec.ifExists)},
        {QStringLiteral("more"), QJsonDocument::fromJson(specMore(spec).toUtf8()).object()}};
    const QJsonObject file{{QStringLiteral("name"), ticket.fileName},
                           {QStringLiteral("size"), spec.plan.size},
                           {QStringLiteral("partSize"), spec.plan.partSize},
                           {QStringLiteral("partCount"), spec.plan.count},
                           {QStringLiteral("cuts"), planParts(spec.plan)}};
    const QJsonObject all{{QStringLiteral("partway"), QStringLiteral("resume-ticket")},
                          {QStringLiteral("version"), ticketVersion},
                          {QStringLiteral("endpoint"), ticket.endpoint},
                          {QStringLiteral("region"), ticket.region},
                          {QStringLiteral("uploadId"), ticket.uploadId},
                          {QStringLiteral("token"), ticket.token},
                          {QStringLiteral("opaqueEtags"), ticket.opaqueEtags},
                          {QStringLiteral("sourceChanges"), ticket.sourceChanges},
                          {QStringLiteral("object"), object},
                          {QStringLiteral("file"), file},
                          {QStringLiteral("parts"), partsJson(ticket.parts)}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n';
}

Result<ResumeTicket> parseResumeTicket(QByteArrayView json)
{
    if (json.size() > largestTicket)
        return refused("ticket-invalid", QStringLiteral("too large"));
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray());
    const QJsonObject all = document.object();
    if (all.value(QLatin1String("partway")) != QJsonValue(QStringLiteral("resume-ticket")))
        return refused("ticket-invalid", QStringLiteral("not a ticket"));
    if (all.value(QLatin1String("version")).toInteger() > ticketVersion)
        return refused("ticket-newer");
    Reader reader(all, {});
    ResumeTicket ticket;
    (void)reader.text("partway");
    (void)reader.number("version", ticketVersion, ticketVersion);
    ticket.endpoint = reader.text("endpoint");
    ticket.region = reader.text("region");
    ticket.uploadId = reader.text("uploadId");
    ticket.token = reader.text("token", 200);
    ticket.opaqueEtags = reader.flag("opaqueEtags");
    ticket.sourceChanges = static_cast<int>(reader.number("sourceChanges", 0, 1'000'000));
    const QString object = readObject(reader.object("object"), &ticket.spec);
    const QString file = readFile(reader.object("file"), &ticket.fileName, &ticket.spec.plan);
    const QJsonArray parts = reader.array("parts");
    reader.end();
    for (const QString& below : {object, file}) {
        if (!below.isEmpty())
            reader.wrong(below);
    }
    if (!Endpoint::parse(ticket.endpoint).ok())
        reader.wrong(QStringLiteral("endpoint"));
    if (ticket.uploadId.isEmpty())
        reader.wrong(QStringLiteral("uploadId"));
    for (qsizetype i = 0; reader.firstWrong().isEmpty() && i < parts.size(); ++i) {
        if (!readPart(parts.at(i), ticket.spec.plan, &ticket.parts))
            reader.wrong(QStringLiteral("parts[%1]").arg(i));
    }
    if (!reader.firstWrong().isEmpty())
        return refused("ticket-invalid", reader.firstWrong());
    return ticket;
}

Transfer transferOf(const ResumeTicket& ticket, const QString& path, const SourceFingerprint& source,
                    const QString& accountId)
{
    Transfer transfer;
    transfer.sourcePath = path;
    transfer.source = source;
    transfer.accountId = accountId;
    transfer.spec = ticket.spec;
    transfer.state.uploadId = ticket.uploadId;
    transfer.state.token = ticket.token;
    transfer.state.opaqueEtags = ticket.opaqueEtags;
    transfer.state.sourceChanges = ticket.sourceChanges;
    transfer.state.unchecked = ticket.parts;
    transfer.addedAt = QDateTime::currentDateTimeUtc();
    return transfer;
}

} // namespace partway
