// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/randomness.h"
#include "format/errortext.h"
#include "format/numbers.h"
#include "rowjson.h"
#include "s3/s3error.h"
#include "uploadticketcommand.h"

#include "http/networktransport.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>

namespace partway {

namespace {

constexpr int longestSeconds = 7 * 24 * 3600; // Signature V4 allows no more

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
        options->size = *size;
        return std::nullopt;
    }
    const QFileInfo file(like);
    if (!file.isFile())
        return wrongUse(QStringLiteral("There is no file \"%1\".").arg(like));
    options->size = file.size();
    options->fileName = file.fileName();
    return std::nullopt;
}

std::optional<Complaint> readTarget(const QCommandLineParser& parser, TicketOfferOptions* options)
{
    const std::optional<S3Url> to = s3UrlFromText(parser.value(option("to")));
    if (!to || to->bucket.isEmpty())
        return wrongUse(QStringLiteral("Say where the file shall go: --to s3://BUCKET/KEY."));
    options->bucket = to->bucket;
    QString key = to->rest;
    if (key.isEmpty() || key.endsWith(u'/')) {
        if (options->fileName.isEmpty())
            return wrongUse(QStringLiteral("Say the name of the object, too: --to s3://BUCKET/KEY."));
        key += options->fileName;
    }
    options->key = key.normalized(QString::NormalizationForm_C).toUtf8();
    if (options->fileName.isEmpty())
        options->fileName = key.section(u'/', -1);
    return std::nullopt;
}

std::optional<Complaint> readRest(const QCommandLineParser& parser, TicketOfferOptions* options)
{
    if (parser.isSet(option("expires"))) {
        const auto expires = durationFromText(parser.value(option("expires")));
        if (!expires || expires->count() < 60 || expires->count() > longestSeconds)
            return wrongUse(
                QStringLiteral("--expires takes a time from 1m to 7d; longer signatures do not exist."));
        options->seconds = int(expires->count());
    }
    if (parser.isSet(option("part-size"))) {
        const auto size = sizeFromText(parser.value(option("part-size")));
        if (!size || *size < 1)
            return wrongUse(QStringLiteral("--part-size takes a size, such as 16MiB."));
        options->partSize = *size;
    }
    options->contentType = parser.value(option("content-type")).toLatin1();
    if (options->contentType.isEmpty())
        options->contentType = QMimeDatabase()
                                   .mimeTypeForFile(options->fileName, QMimeDatabase::MatchExtension)
                                   .name()
                                   .toLatin1();
    options->path = QFileInfo(parser.positionalArguments().first()).absoluteFilePath();
    if (QFileInfo::exists(options->path))
        return wrongUse(QStringLiteral("There is already a file \"%1\".").arg(options->path));
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
    : m_workplace(workplace), m_console(console), m_account(std::move(account)), m_options(std::move(options))
{
}

TicketOfferCommand::~TicketOfferCommand() = default;

void TicketOfferCommand::start()
{
    StoreLimits limits = profileOf(m_account).limits;
    limits.singlePut = false; // also a small file goes as an upload: that is what can be signed ahead
    const Result<PartPlan> plan = planParts(m_options.size, limits, {.partSize = m_options.partSize});
    if (!plan)
        return fail(plan.error());
    m_plan = *plan;
    m_workplace.desk().credentials(m_account, [this](const Result<Credentials>& keys) {
        if (!keys)
            return fail(keys.error());
        m_keys = *keys;
        readNetworkSecrets(m_workplace.desk(), m_account,
                           [this](const NetworkSecrets& network) { open(network); });
    });
}

void TicketOfferCommand::open(const NetworkSecrets& network)
{
    if (isCompanion(m_account))
        return fail({.kind = ErrorKind::Refused, .code = QStringLiteral("companion-unsupported")});
    const qint64 left = m_workplace.clock().now().secsTo(m_keys.expiresAt);
    if (m_keys.expiresAt.isValid() && left < m_options.seconds) {
        m_options.seconds = int(std::max<qint64>(1, left));
        m_console.note(QStringLiteral("The keys themselves end %1, and the ticket with them.")
                           .arg(m_keys.expiresAt.toString(Qt::ISODate)));
    }
    const Result<Endpoint> endpoint = Endpoint::parse(m_account.endpoint);
    const Result<NetworkRoute> route = routeOf(m_account, network);
    if (!route)
        return fail(route.error());
    Result<std::unique_ptr<Transport>> transport = makeNetworkTransport(
        {.managers = 1, .pieces = LargePieces::Off, .route = *route}, m_workplace.clock());
    if (!endpoint)
        return fail(endpoint.error());
    if (!transport)
        return fail(transport.error());
    m_transport = std::move(*transport);
    m_client = std::make_unique<S3Client>(
        *m_transport,
        S3ClientOptions{
            .endpoint = *endpoint, .region = m_account.region, .addressing = m_account.addressing},
        [this]() -> Result<Credentials> { return m_keys; }, m_workplace.clock());
    create();
}

void TicketOfferCommand::create()
{
    SystemRandomness random;
    m_token = QString::fromLatin1(random.hex(16));
    CreateUploadInput input{.bucket = m_options.bucket, .key = m_options.key};
    input.object.contentType = m_options.contentType;
    input.object.metadata.insert("partway-upload", m_token);
    m_client->send(createUploadRequest(input), [this](const HttpReply& reply) {
        const Result<CreateUploadOutput> made =
            reply.failure ? Result<CreateUploadOutput>(*reply.failure) : createUploadReply(reply);
        if (made)
            sign(*made);
        else
            fail(made.error());
    });
}

void TicketOfferCommand::sign(const CreateUploadOutput& made)
{
    UploadTicket ticket;
    ticket.bucket = m_options.bucket;
    ticket.key = m_options.key;
    ticket.uploadId = made.uploadId;
    ticket.token = m_token;
    ticket.contentType = m_options.contentType;
    ticket.fileName = m_options.fileName;
    ticket.opaqueEtags = made.encryptedWithKms;
    ticket.size = m_options.size;
    ticket.partSize = std::max<qint64>(1, m_plan.partSize);
    const QString region = m_client->regionOf(m_options.bucket);
    const TicketSigning signing{.endpoint = endpointForRegion(*Endpoint::parse(m_account.endpoint), region),
                                .region = region,
                                .addressing = m_account.addressing,
                                .keys = m_keys,
                                .at = m_workplace.clock().now().addSecs(m_client->clockOffsetSeconds()),
                                .seconds = m_options.seconds};
    signTicket(signing, m_plan.count, &ticket);
    if (const Result<void> written = write(ticket); !written)
        return takeBack(ticket, written.error());
    tell(ticket);
}

// For its owner's eyes from the first byte on.
Result<void> TicketOfferCommand::write(const UploadTicket& ticket) const
{
    QFile file(m_options.path);
    const QByteArray bytes = uploadTicketJson(ticket);
    const bool opened = file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (opened && file.write(bytes) == bytes.size() && file.flush())
        return {};
    const Error error{.kind = ErrorKind::LocalFile,
                      .code = QStringLiteral("upload-ticket-not-written"),
                      .message = file.errorString(),
                      .resource = m_options.path};
    if (opened)
        file.remove();
    return error;
}

// Nobody could use the upload any more.
void TicketOfferCommand::takeBack(const UploadTicket& ticket, const Error& why)
{
    m_client->send(abortUploadRequest({ticket.bucket, ticket.key, ticket.uploadId}),
                   [this, why](const HttpReply&) { fail(why); });
}

void TicketOfferCommand::tell(const UploadTicket& ticket)
{
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
