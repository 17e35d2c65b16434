// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ticketstore.h"

#include "s3/lessons.h"
#include "s3/s3error.h"
#include "store/partsonlystore.h"
#include "store/signedurl.h"

namespace partway {

namespace {

class TicketStore final : public PartsOnlyStore
{
public:
    TicketStore(Transport& transport, UploadTicket ticket, const Clock& clock)
        : PartsOnlyStore(transport, ticketProfile(), "ticket-unsupported"), m_ticket(std::move(ticket)),
          m_clock(clock)
    {
    }

    CallId createUpload(const CreateUploadInput&, Answer<CreateUploadOutput> answer) override
    {
        return refuse(std::move(answer), "ticket-used-up");
    }
    CallId sendPart(const SendPartInput& input, Answer<SendPartOutput> answer, Progress progress) override;
    CallId completeUpload(const CompleteUploadInput& input, Answer<CompleteUploadOutput> answer) override;
    CallId abortUpload(const UploadRef& upload, Answer<void> answer) override;
    CallId listParts(const ListPartsInput& input, Answer<ListPartsPage> answer) override;

private:
    template <typename T, typename Read>
    CallId run(HttpRequest request, Answer<T> answer, Read read, Progress progress = {});
    HttpRequest request(const QByteArray& method, const Secret& target) const;
    Error judge(const HttpReply& reply, Error error) const;
    bool isOurs(const QString& uploadId) const { return uploadId == m_ticket.uploadId; }

    const UploadTicket m_ticket;
    const Clock& m_clock;
};

// As it was signed, and no header of ours beside it: an x-amz- one would have had to be signed.
HttpRequest TicketStore::request(const QByteArray& method, const Secret& target) const
{
    HttpRequest request;
    request.method = method;
    request.origin = m_ticket.origin;
    request.target = target.reveal();
    return request;
}

// The store's words about keys, clock and region are about those of the ticket. The time that counts is the
// store's.
Error TicketStore::judge(const HttpReply& reply, Error error) const
{
    nameInsteadOfAddress(reply, m_ticket.key, error);
    const bool aboutSignature =
        reply.answered() && (reply.status == 401 || reply.status == 403 || error.kind == ErrorKind::SignIn ||
                             error.kind == ErrorKind::Clock || error.kind == ErrorKind::Redirect);
    if (!aboutSignature)
        return error;
    const qint64 offset = clockOffsetFrom(reply).value_or(0);
    const bool over = m_clock.now().addSecs(offset) >= m_ticket.expiresAt;
    error.message = QStringLiteral("%1: %2").arg(error.code, error.message);
    error.code = over ? QStringLiteral("ticket-expired") : QStringLiteral("ticket-refused");
    error.kind = ErrorKind::Refused;
    error.maybeDone = false;
    return error;
}

template <typename T, typename Read>
TicketStore::CallId TicketStore::run(HttpRequest request, Answer<T> answer, Read read, Progress progress)
{
    const auto ended = [this, answer = std::move(answer), read](const HttpReply& reply) {
        const Result<T> result = reply.failure ? Result<T>(*reply.failure) : read(reply);
        if (result)
            answer(result);
        else
            answer(judge(reply, result.error()));
    };
    return send(std::move(request), ended, std::move(progress));
}

TicketStore::CallId TicketStore::sendPart(const SendPartInput& input, Answer<SendPartOutput> answer,
                                          Progress progress)
{
    if (!isOurs(input.uploadId) || input.partNumber < 1 || input.partNumber > m_ticket.partCount())
        return refuse(std::move(answer), "ticket-used-up");
    HttpRequest put = request("PUT", m_ticket.parts[input.partNumber - 1]);
    put.body = input.body;
    put.maxReplyBytes = MiB;
    const auto read = [](const HttpReply& reply) { return sendPartReply(reply, ChecksumMode::Md5); };
    return run(std::move(put), std::move(answer), read, std::move(progress));
}

TicketStore::CallId TicketStore::completeUpload(const CompleteUploadInput& input,
                                                Answer<CompleteUploadOutput> answer)
{
    if (!isOurs(input.uploadId))
        return refuse(std::move(answer), "ticket-used-up");
    if (input.condition != WriteCondition::None) // it would be a header to be signed
        return refuse(std::move(answer), "NotImplemented", 501);
    CompleteUploadInput plain = input;
    plain.checksum = ChecksumMode::None;
    const S3Request asS3 = completeUploadRequest(plain);
    HttpRequest post = request("POST", m_ticket.complete);
    post.headers.set("Content-Type", "application/xml");
    post.body = asS3.body;
    post.repeatable = asS3.repeatable;
    post.stallTimeout = asS3.stallTimeout;
    const auto read = [](const HttpReply& reply) { return completeUploadReply(reply, ChecksumMode::None); };
    return run(std::move(post), std::move(answer), read);
}

TicketStore::CallId TicketStore::abortUpload(const UploadRef& upload, Answer<void> answer)
{
    if (!isOurs(upload.uploadId))
        return refuse(std::move(answer), "ticket-used-up");
    return run(request("DELETE", m_ticket.abort), std::move(answer), abortUploadReply);
}

// The pages begin where they were signed to begin; a part never stands on two of them.
TicketStore::CallId TicketStore::listParts(const ListPartsInput& input, Answer<ListPartsPage> answer)
{
    const int page = input.afterPart / ticketListStep;
    if (!isOurs(input.upload.uploadId) || page < 0 || page >= m_ticket.lists.size())
        return refuse(std::move(answer), "ticket-used-up");
    const int last = (page + 1) * ticketListStep;
    const bool more = page + 1 < m_ticket.lists.size();
    const auto read = [last, more](const HttpReply& reply) -> Result<ListPartsPage> {
        Result<ListPartsPage> listed = listPartsReply(reply);
        if (!listed)
            return listed;
        listed->parts.removeIf([last](const ListedPart& part) { return part.number > last; });
        listed->truncated = more;
        listed->nextMarker = more ? last : 0;
        return listed;
    };
    return run(request("GET", m_ticket.lists[page]), std::move(answer), read);
}

} // namespace

StoreProfile ticketProfile()
{
    StoreProfile profile;
    profile.provider = ticketProvider;
    profile.limits.singlePut = false;
    profile.checksum = ChecksumMode::Md5;
    profile.listsUploads = false;
    profile.looksAtObjects = false;
    return profile;
}

std::unique_ptr<ObjectStore> makeTicketStore(Transport& transport, UploadTicket ticket, const Clock& clock)
{
    return std::make_unique<TicketStore>(transport, std::move(ticket), clock);
}

} // namespace partway
