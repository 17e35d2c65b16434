// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/ticketoffer.h"

#include "base/randomness.h"
#include "http/networktransport.h"
#include "s3/express.h"
#include "s3/operations.h"
#include "upload/partplan.h"
#include "upload/uploadproof.h"

#include <QMimeDatabase>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace partway {

namespace {

Error refused(const char* code, const QString& resource = {})
{
    return Error{.kind = ErrorKind::Refused, .code = QLatin1String(code), .resource = resource};
}

} // namespace

TicketOffer::TicketOffer(CredentialDesk& desk, const Clock& clock, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock)
{
}

TicketOffer::~TicketOffer() = default;

void TicketOffer::make(const Account& account, const TicketWish& wish, const QString& path, Done done)
{
    m_account = account;
    m_wish = wish;
    m_done = std::move(done);
    m_file.setFileName(path);
    if (m_wish.fileName.isEmpty())
        m_wish.fileName = QString::fromUtf8(m_wish.key).section(u'/', -1);
    if (m_wish.contentType.isEmpty())
        m_wish.contentType =
            QMimeDatabase().mimeTypeForFile(m_wish.fileName, QMimeDatabase::MatchExtension).name().toLatin1();
    if (const Result<void> begun = begin(); !begun)
        return end(begun.error());
    m_desk.credentials(m_account, [this, alive = QPointer<QObject>(this)](const Result<Credentials>& keys) {
        if (!alive)
            return;
        if (!keys)
            return end(keys.error());
        m_keys = *keys;
        readNetworkSecrets(m_desk, m_account, [this, alive](const NetworkSecrets& network) {
            if (alive)
                open(network);
        });
    });
}

// All that needs nobody else. The file is opened before anything is begun: nothing is left on the store where
// its ticket could not be written.
Result<void> TicketOffer::begin()
{
    if (isCompanion(m_account))
        return refused("companion-unsupported");
    const StoreProfile profile = profileOf(m_account);
    if (profile.directoryBuckets && isDirectoryBucket(m_wish.bucket))
        return refused("ticket-of-directory-bucket", m_wish.bucket);
    StoreLimits limits = profile.limits;
    limits.singlePut = false; // also a small file goes as an upload: that is what can be signed ahead
    const Result<PartPlan> plan = planParts(m_wish.size, limits, {.partSize = m_wish.partSize});
    if (!plan)
        return plan.error();
    m_partCount = plan->count;
    m_partSize = std::max<qint64>(1, plan->partSize);
    return openFile();
}

// For its owner's eyes, and that before there is anything in it.
Result<void> TicketOffer::openFile()
{
    const bool opened = m_file.open(QIODevice::WriteOnly) &&
                        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return opened ? Result<void>() : notWritten();
}

// Intent before act: whoever is killed between Create and the ticket finds where to look.
Result<void> TicketOffer::leaveWord()
{
    if (const Result<void> left = write(unfinishedTicketJson(m_wish.bucket, m_wish.key)); !left)
        return left;
    m_word = true;
    return openFile();
}

void TicketOffer::open(const NetworkSecrets& network)
{
    const qint64 left = m_clock.now().secsTo(m_keys.expiresAt);
    if (m_keys.expiresAt.isValid() && left < m_wish.seconds) {
        m_wish.seconds = int(std::max<qint64>(1, left));
        m_endsWithKeys = true;
    }
    const Result<Endpoint> endpoint = Endpoint::parse(m_account.endpoint);
    if (!endpoint)
        return end(endpoint.error());
    m_endpoint = *endpoint;
    const Result<NetworkRoute> route = routeOf(m_account, network);
    if (!route)
        return end(route.error());
    Result<std::unique_ptr<Transport>> transport =
        makeNetworkTransport({.managers = 1, .pieces = LargePieces::Off, .route = *route}, m_clock);
    if (!transport)
        return end(transport.error());
    m_transport = std::move(*transport);
    m_client = std::make_unique<S3Client>(
        *m_transport,
        S3ClientOptions{
            .endpoint = m_endpoint, .region = m_account.region, .addressing = m_account.addressing},
        [this]() -> Result<Credentials> { return m_keys; }, m_clock);
    create();
}

void TicketOffer::create()
{
    if (const Result<void> left = leaveWord(); !left)
        return end(left.error());
    SystemRandomness random;
    m_token = QString::fromLatin1(random.hex(16));
    CreateUploadInput input{.bucket = m_wish.bucket, .key = m_wish.key};
    input.object.contentType = m_wish.contentType;
    input.object.metadata.insert(tokenMetadata, m_token);
    m_client->send(createUploadRequest(input), [this](const HttpReply& reply) {
        const Result<CreateUploadOutput> made =
            reply.failure ? Result<CreateUploadOutput>(*reply.failure) : createUploadReply(reply);
        if (made)
            return sign(*made);
        m_mayStay = made.error().maybeDone;
        end(made.error());
    });
}

void TicketOffer::sign(const CreateUploadOutput& made)
{
    UploadTicket ticket;
    ticket.bucket = m_wish.bucket;
    ticket.key = m_wish.key;
    ticket.uploadId = made.uploadId;
    ticket.token = m_token;
    ticket.contentType = m_wish.contentType;
    ticket.fileName = m_wish.fileName;
    ticket.opaqueEtags = made.encryptedWithKms;
    ticket.size = m_wish.size;
    ticket.partSize = m_partSize;
    const QString region = m_client->regionOf(m_wish.bucket);
    const TicketSigning signing{.endpoint = endpointForRegion(m_endpoint, region),
                                .region = region,
                                .addressing = m_account.addressing,
                                .keys = m_keys,
                                .at = m_clock.now().addSecs(m_client->clockOffsetSeconds()),
                                .seconds = m_wish.seconds};
    signTicket(signing, m_partCount, &ticket);
    if (const Result<void> written = write(uploadTicketJson(ticket)); !written)
        return takeBack(ticket, written.error());
    end(ticket);
}

Result<void> TicketOffer::write(const QByteArray& bytes)
{
    if (m_file.write(bytes) == bytes.size() && m_file.commit())
        return {};
    return notWritten();
}

Error TicketOffer::notWritten() const
{
    return Error{.kind = ErrorKind::LocalFile,
                 .code = QStringLiteral("upload-ticket-not-written"),
                 .message = m_file.errorString(),
                 .resource = m_file.fileName()};
}

// Nobody could use the upload any more.
void TicketOffer::takeBack(const UploadTicket& ticket, const Error& why)
{
    m_client->send(abortUploadRequest({ticket.bucket, ticket.key, ticket.uploadId}),
                   [this, why](const HttpReply& reply) {
                       m_mayStay = !reply.answered() || reply.status >= 300;
                       end(why);
                   });
}

// From the event loop: whoever is told may let go of this.
void TicketOffer::end(const Result<UploadTicket>& result)
{
    if (!result) {
        m_file.cancelWriting();
        if (m_word && !m_mayStay)
            QFile::remove(m_file.fileName());
    }
    QMetaObject::invokeMethod(
        this, [done = std::exchange(m_done, {}), result] { done(result); }, Qt::QueuedConnection);
}

} // namespace partway
