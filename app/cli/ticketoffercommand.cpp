// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errortext.h"
#include "format/numbers.h"
#include "rowjson.h"
#include "uploadticketcommand.h"

#include <QFileInfo>
#include <QLocale>

namespace partway {

namespace {

Complaint wrongUse(const QString& sentence, const QString& hint = {})
{
    return {.sentence = sentence, .hint = hint};
}

QString option(const char* name)
{
    return QString::fromLatin1(name);
}

std::optional<Complaint> readSize(const QCommandLineParser& parser, TicketOfferOptions* options)
{
    const QString like = parser.value(option("like"));
    if (parser.isSet(option("size")) == !like.isEmpty())
        return wrongUse(QStringLiteral("Say how large the file is: either --size N or --like FILE."));
    if (like.isEmpty()) {
        const std::optional<qint64> size = sizeFromText(parser.value(option("size")));
        if (!size)
            return wrongUse(
                QStringLiteral("--size does not understand \"%1\".").arg(parser.value(option("size"))),
                QStringLiteral("The exact number of bytes: 8388608, or 8MiB."));
        options->wish.size = *size;
        return std::nullopt;
    }
    const QFileInfo file(like);
    if (!file.isFile())
        return wrongUse(QStringLiteral("There is no file \"%1\".").arg(like));
    options->wish.size = file.size();
    options->wish.fileName = file.fileName();
    return std::nullopt;
}

std::optional<Complaint> readTarget(const QCommandLineParser& parser, TicketOfferOptions* options)
{
    const std::optional<S3Url> to = s3UrlFromText(parser.value(option("to")));
    if (!to || to->bucket.isEmpty())
        return wrongUse(QStringLiteral("Say where the file shall go: --to s3://BUCKET/KEY."));
    options->wish.bucket = to->bucket;
    QString key = to->rest;
    if (key.isEmpty() || key.endsWith(u'/')) {
        if (options->wish.fileName.isEmpty())
            return wrongUse(QStringLiteral("Say the name of the object, too: --to s3://BUCKET/KEY."));
        key += options->wish.fileName;
    }
    options->wish.key = key.normalized(QString::NormalizationForm_C).toUtf8();
    return std::nullopt;
}

// Making it was cut short here before.
QString unfinishedHint(const QString& path)
{
    const Result<UploadTicket> there = readUploadTicket(path);
    if (there || there.error().code != QLatin1String("upload-ticket-unfinished"))
        return {};
    return QStringLiteral(
               "Making it was cut short before: see \"partway-cli incomplete list %1\", abort what "
               "waits there, and delete the file.")
        .arg(there.error().resource);
}

std::optional<Complaint> readRest(const QCommandLineParser& parser, TicketOfferOptions* options)
{
    if (parser.isSet(option("expires"))) {
        const auto expires = durationFromText(parser.value(option("expires")));
        if (!expires || expires->count() < shortestTicketSeconds || expires->count() > longestTicketSeconds)
            return wrongUse(
                QStringLiteral("--expires takes a time from 1m to 7d; longer signatures do not exist."));
        options->wish.seconds = int(expires->count());
    }
    if (parser.isSet(option("part-size"))) {
        const auto size = sizeFromText(parser.value(option("part-size")));
        if (!size || *size < 1)
            return wrongUse(QStringLiteral("--part-size takes a size, such as 16MiB."));
        options->wish.partSize = *size;
    }
    options->wish.contentType = parser.value(option("content-type")).toLatin1();
    options->path = QFileInfo(parser.positionalArguments().first()).absoluteFilePath();
    if (QFileInfo::exists(options->path))
        return wrongUse(QStringLiteral("There is already a file \"%1\".").arg(options->path),
                        unfinishedHint(options->path));
    return std::nullopt;
}

} // namespace

void describeTicketOffer(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    parser.addOptions({
        {option("to"), QStringLiteral("Where the file shall go: s3://BUCKET/KEY."), option("URL")},
        {option("size"), QStringLiteral("The exact size of the file that will be sent."), option("N")},
        {option("like"), QStringLiteral("A copy of that file: its size and name are taken."), option("FILE")},
        {option("expires"), QStringLiteral("How long the ticket can be used; 3d if not said, 7d at most."),
         option("TIME")},
        {option("part-size"), QStringLiteral("The size of the parts, if not automatic."), option("SIZE")},
        {option("content-type"), QStringLiteral("The object's type, if not as its name says."),
         option("TYPE")},
    });
}

OrComplaint<TicketOfferOptions> ticketOfferOptionsOf(const QCommandLineParser& parser)
{
    if (parser.positionalArguments().size() != 1)
        return wrongUse(
            QStringLiteral("Name the ticket's file."),
            QStringLiteral("For example: partway-cli ticket offer --to s3://B/film.mov --like film.mov "
                           "film.upload-ticket"));
    TicketOfferOptions options;
    options.store = storeChoiceOf(parser);
    for (const auto& read : {readSize, readTarget, readRest}) {
        if (const std::optional<Complaint> complaint = read(parser, &options))
            return *complaint;
    }
    return options;
}

TicketOfferCommand::TicketOfferCommand(Workplace& workplace, Console& console, Account account,
                                       TicketOfferOptions options)
    : m_workplace(workplace), m_console(console), m_account(std::move(account)),
      m_options(std::move(options)), m_offer(workplace.desk(), workplace.clock())
{
}

void TicketOfferCommand::start()
{
    m_offer.make(m_account, m_options.wish, m_options.path, [this](const Result<UploadTicket>& ticket) {
        if (ticket)
            tell(*ticket);
        else
            fail(ticket.error());
    });
}

void TicketOfferCommand::tell(const UploadTicket& ticket)
{
    if (m_offer.endsWithKeys())
        m_console.note(QStringLiteral("The keys themselves end %1, and the ticket with them.")
                           .arg(ticket.expiresAt.toString(Qt::ISODate)));
    m_console.say(QStringLiteral("Wrote %1: %2 may be sent to %3, in %4 parts, until %5.")
                      .arg(m_options.path, formatBytes(ticket.size), s3UrlText(ticket.bucket, ticket.key))
                      .arg(ticket.partCount())
                      .arg(QLocale().toString(ticket.expiresAt.toLocalTime(), QLocale::ShortFormat)));
    m_console.note(QStringLiteral(
        "Whoever has this file can do so without keys: hand it over as you would a password."));
    m_console.note(
        QStringLiteral("Until it is used the upload waits on the store. To take it back: partway-cli "
                       "incomplete abort s3://%1 --upload-id %2")
            .arg(ticket.bucket, ticket.uploadId));
    m_console.event({{QStringLiteral("event"), QStringLiteral("ticket")},
                     {QStringLiteral("file"), m_options.path},
                     {QStringLiteral("bucket"), ticket.bucket},
                     {QStringLiteral("key"), QString::fromUtf8(ticket.key)},
                     {QStringLiteral("uploadId"), ticket.uploadId},
                     {QStringLiteral("size"), ticket.size},
                     {QStringLiteral("parts"), ticket.partCount()},
                     {QStringLiteral("expiresAt"), ticket.expiresAt.toString(Qt::ISODate)}});
    Q_EMIT ended(ExitCode::Done);
}

void TicketOfferCommand::fail(const Error& error)
{
    m_console.complain(errorLine(error));
    m_console.event(
        {{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("error"), errorJson(error)}});
    Q_EMIT ended(exitCodeFor(error));
}

} // namespace partway
