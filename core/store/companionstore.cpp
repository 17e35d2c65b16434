// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companionstore.h"

#include "store/companionparts.h"
#include "store/partsonlystore.h"

#include <QSet>

namespace partway {

namespace {

class CompanionStore final : public PartsOnlyStore
{
public:
    CompanionStore(Transport& transport, const CompanionServer& server, const StoreProfile& profile,
                   const Clock& clock)
        : PartsOnlyStore(transport, profile, "companion-unsupported"), m_server(server),
          m_parts(transport, server, clock, m_patience)
    {
    }

    CallId createUpload(const CreateUploadInput& input, Answer<CreateUploadOutput> answer) override;
    CallId sendPart(const SendPartInput& input, Answer<SendPartOutput> answer, Progress progress) override;
    CallId completeUpload(const CompleteUploadInput& input, Answer<CompleteUploadOutput> answer) override;
    CallId abortUpload(const UploadRef& upload, Answer<void> answer) override;
    CallId listParts(const ListPartsInput& input, Answer<ListPartsPage> answer) override;

    void cancel(CallId call) override;

private:
    template <typename T, typename Read>
    CallId run(const HttpRequest& request, const QByteArray& about, Answer<T> answer, Read read);
    Error judgeList(const QString& uploadId, const QByteArray& about, const Error& error);

    const CompanionServer m_server;
    CompanionPatience m_patience;
    QSet<QString> m_aborted;    // uploads whose abort was answered with success
    QSet<QString> m_completing; // uploads whose Complete was sent and not answered with success
    CompanionParts m_parts;
};

// `read` turns the reply into T, with a last word about errors.
template <typename T, typename Read>
CompanionStore::CallId CompanionStore::run(const HttpRequest& request, const QByteArray& about,
                                           Answer<T> answer, Read read)
{
    return send(request, [this, about, answer = std::move(answer), read](const HttpReply& reply) {
        const Result<T> result = read(reply);
        if (result)
            m_patience.succeeded(about);
        answer(result);
    });
}

CompanionStore::CallId CompanionStore::createUpload(const CreateUploadInput& input,
                                                    Answer<CreateUploadOutput> answer)
{
    if (const Result<void> takes = companionTakes(input.object); !takes)
        return endLater(std::move(answer), takes.error());
    const QByteArray about = "create\n" + input.key;
    const auto read = [this, about](const HttpReply& reply) -> Result<CreateUploadOutput> {
        const Result<CreateUploadOutput> output = companionCreateReply(reply);
        return output ? output : m_patience.judge(about, output.error());
    };
    return run(companionCreateRequest(m_server, input), about, std::move(answer), read);
}

CompanionStore::CallId CompanionStore::sendPart(const SendPartInput& input, Answer<SendPartOutput> answer,
                                                Progress progress)
{
    const CallId id = nextId();
    m_parts.send(id, input, std::move(answer), std::move(progress));
    return id;
}

CompanionStore::CallId CompanionStore::completeUpload(const CompleteUploadInput& input,
                                                      Answer<CompleteUploadOutput> answer)
{
    // The server never replaces anything by the name we wish; it has no condition to pass on.
    if (input.condition != WriteCondition::None)
        return refuse(std::move(answer), "NotImplemented", 501);
    const QByteArray about = "complete\n" + input.uploadId.toUtf8();
    m_completing.insert(input.uploadId);
    const auto read = [this, about,
                       id = input.uploadId](const HttpReply& reply) -> Result<CompleteUploadOutput> {
        const Result<CompleteUploadOutput> output = companionCompleteReply(reply);
        if (!output)
            return m_patience.judge(about, output.error());
        m_completing.remove(id);
        return output;
    };
    return run(companionCompleteRequest(m_server, input), about, std::move(answer), read);
}

CompanionStore::CallId CompanionStore::abortUpload(const UploadRef& upload, Answer<void> answer)
{
    const QByteArray about = "abort\n" + upload.uploadId.toUtf8();
    const auto read = [this, about, upload](const HttpReply& reply) -> Result<void> {
        const Result<void> done = companionAbortReply(reply);
        const bool silent = !done && done.error().code == QLatin1String("companion-failed");
        if (silent && m_aborted.contains(upload.uploadId))
            return Result<void>(); // asked for once more, and it is gone: a 500 like any other
        if (!done)
            return m_patience.judge(about, done.error());
        m_aborted.insert(upload.uploadId);
        return done;
    };
    return run(companionAbortRequest(m_server, upload), about, std::move(answer), read);
}

CompanionStore::CallId CompanionStore::listParts(const ListPartsInput& input, Answer<ListPartsPage> answer)
{
    const QString uploadId = input.upload.uploadId;
    const QByteArray about = "list\n" + uploadId.toUtf8();
    const auto read = [this, about, uploadId](const HttpReply& reply) -> Result<ListPartsPage> {
        const Result<ListPartsPage> page = companionListReply(reply);
        return page ? page : judgeList(uploadId, about, page.error());
    };
    return run(companionListRequest(m_server, input.upload), about, std::move(answer), read);
}

// An upload that is gone is a 500 like any other. After an abort that was answered with success that is what
// it must look like; when the answer to Complete was none, and the list fails again and again, it is the
// likeliest reason. Otherwise the list is refused in the end and the part that is sent next tells: the store
// itself answers that.
Error CompanionStore::judgeList(const QString& uploadId, const QByteArray& about, const Error& error)
{
    const bool gone = error.code == QLatin1String("companion-failed");
    const Error judged = m_patience.judge(about, error);
    constexpr int triesAfterComplete = 3;
    const bool again = m_patience.failures(about) >= triesAfterComplete || judged.kind == ErrorKind::Refused;
    const bool isSure = m_aborted.contains(uploadId) || (m_completing.contains(uploadId) && again);
    if (!gone || !isSure)
        return judged;
    m_patience.succeeded(about); // it is an answer
    Error vanished = judged;
    vanished.kind = ErrorKind::NotFound;
    vanished.code = QStringLiteral("NoSuchUpload");
    vanished.maybeDone = false;
    return vanished;
}

void CompanionStore::cancel(CallId call)
{
    if (!m_parts.cancel(call))
        PartsOnlyStore::cancel(call);
}

} // namespace

std::unique_ptr<ObjectStore> makeCompanionStore(Transport& transport, const CompanionServer& server,
                                                const StoreProfile& profile, const Clock& clock)
{
    return std::make_unique<CompanionStore>(transport, server, profile, clock);
}

} // namespace partway
