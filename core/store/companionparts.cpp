// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companionparts.h"

#include "base/log.h"
#include "s3/s3error.h"
#include "store/signedurl.h"

#include <QPointer>

#include <algorithm>

namespace partway {

namespace {

constexpr qsizetype mostAtOnce = 50;
constexpr qsizetype mostKept = 10'000;

Error cancelledError()
{
    return Error{.kind = ErrorKind::Cancelled, .code = QStringLiteral("cancelled")};
}

// The address has expired, or the keys that signed it have: another one may do.
bool wantsAnotherUrl(const HttpReply& reply)
{
    if (!reply.answered() || reply.status < 400 || reply.status >= 500)
        return false;
    if (reply.status == 401 || reply.status == 403)
        return true;
    const QString code = errorFromReply(reply).code;
    return code == QLatin1String("ExpiredToken") || code == QLatin1String("RequestExpired") ||
           code == QLatin1String("AccessDenied");
}

// The store spoke: but about keys, clock and checksums that are the server's, not ours.
Error partError(const HttpReply& reply, Error error, bool emptyChecksum)
{
    if (!reply.answered())
        return error;
    const bool serversOwn = reply.status == 401 || reply.status == 403 || error.kind == ErrorKind::SignIn ||
                            error.kind == ErrorKind::Clock || error.kind == ErrorKind::Redirect;
    if (reply.status == 400 && emptyChecksum) {
        error.kind = ErrorKind::Refused;
        error.code = QStringLiteral("companion-checksum");
    } else if (serversOwn) {
        error.kind = ErrorKind::Refused;
        error.message = QStringLiteral("%1: %2").arg(error.code, error.message);
        error.code = QStringLiteral("signed-url-refused");
    }
    return error;
}

} // namespace

CompanionParts::CompanionParts(Transport& transport, const CompanionServer& server, const Clock& clock,
                               CompanionPatience& patience)
    : m_transport(transport), m_server(server), m_clock(clock), m_patience(patience)
{
}

CompanionParts::~CompanionParts()
{
    for (const auto& [id, call] : m_calls) {
        if (call.inner != 0)
            m_transport.cancel(call.inner);
    }
    for (const Transport::CallId asking : std::as_const(m_asking))
        m_transport.cancel(asking);
}

QByteArray CompanionParts::nameOf(const SendPartInput& input)
{
    return input.uploadId.toUtf8() + '\n' + QByteArray::number(input.partNumber);
}

// Not one that ends while the request waits for its connection.
bool CompanionParts::isFresh(const KeptUrl& kept) const
{
    using namespace std::chrono_literals;
    const std::chrono::milliseconds holds = kept.url.holds;
    const auto margin = std::min<std::chrono::milliseconds>(30s, holds / 4);
    return m_clock.monotonic() - kept.since < holds - margin;
}

void CompanionParts::send(CallId id, const SendPartInput& input, Answer answer, Progress progress)
{
    Call call;
    call.input = input;
    call.answer = std::move(answer);
    call.progress = std::move(progress);
    m_calls.insert_or_assign(id, std::move(call));
    lookSoon();
}

bool CompanionParts::cancel(CallId id)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return false;
    Call& call = found->second;
    if (std::exchange(call.cancelled, true))
        return true;
    if (call.inner != 0)
        m_transport.cancel(call.inner);
    else
        endLater(id, cancelledError()); // others may want the answer that is asked for
    return true;
}

// Parts that are begun together are asked for together.
void CompanionParts::lookSoon()
{
    if (std::exchange(m_looksSoon, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { look(); }, Qt::QueuedConnection);
}

void CompanionParts::look()
{
    m_looksSoon = false;
    QMap<QByteArray, Asked> wanted; // by upload
    QMap<QByteArray, UploadRef> uploads;
    QList<QPair<CallId, SignedUrl>> ready;
    for (auto& [id, call] : m_calls) {
        if (call.step != Step::Waiting || call.cancelled)
            continue;
        const auto kept = m_urls.constFind(nameOf(call.input));
        if (kept != m_urls.constEnd() && isFresh(*kept)) {
            ready.append({id, kept->url});
            continue;
        }
        const QByteArray upload = call.input.uploadId.toUtf8() + '\n' + call.input.key;
        wanted[upload].insert(call.input.partNumber, id);
        uploads.insert(upload, {call.input.bucket, call.input.key, call.input.uploadId});
    }
    for (const auto& [id, url] : std::as_const(ready))
        put(id, url);
    for (auto upload = wanted.cbegin(); upload != wanted.cend(); ++upload) {
        const qsizetype atOnce = m_oneByOne ? 1 : mostAtOnce;
        Asked some;
        for (auto part = upload->cbegin(); part != upload->cend(); ++part) {
            some.insert(part.key(), part.value());
            if (some.size() == atOnce || part.key() == upload->lastKey())
                ask(uploads.value(upload.key()), std::exchange(some, {}));
        }
    }
}

void CompanionParts::ask(const UploadRef& upload, const Asked& asked)
{
    for (const CallId id : asked)
        m_calls.at(id).step = Step::Asking;
    const QPointer<CompanionParts> alive(this);
    const auto call = std::make_shared<Transport::CallId>(0);
    const HttpRequest request = companionSignRequest(m_server, upload, asked.keys());
    *call = m_transport.send(request, [alive, call, upload, asked](const HttpReply& reply) {
        if (!alive)
            return;
        alive->m_asking.removeOne(*call);
        alive->signedUrls(upload, asked, reply);
    });
    m_asking.append(*call);
}

void CompanionParts::signedUrls(const UploadRef& upload, const Asked& asked, const HttpReply& reply)
{
    const bool noBatch = asked.size() > 1 && reply.answered() && reply.status == 404;
    m_oneByOne = m_oneByOne || noBatch;
    const QByteArray about = "sign\n" + upload.uploadId.toUtf8();
    const auto urls = companionSignReply(reply, asked.keys(), m_server.endpoint.origin.isTls());
    std::optional<Error> error;
    if (urls)
        m_patience.succeeded(about);
    else
        error = m_patience.judge(about, urls.error());
    const QPointer<CompanionParts> alive(this);
    for (auto part = asked.cbegin(); alive && part != asked.cend(); ++part) {
        const auto found = m_calls.find(part.value());
        if (found == m_calls.end() || found->second.cancelled)
            continue;
        if (noBatch) {
            found->second.step = Step::Waiting;
            lookSoon();
        } else if (error) {
            finish(part.value(), *error);
        } else if (const Result<SignedUrl>& url = *urls->constFind(part.key()); !url) {
            finish(part.value(), url.error());
        } else {
            if (m_urls.size() >= mostKept)
                m_urls.clear();
            m_urls.insert(nameOf(found->second.input), {*url, m_clock.monotonic()});
            put(part.value(), *url);
        }
    }
}

// The address as it was given, and nothing beside the bytes: no header of the account's goes there.
void CompanionParts::put(CallId id, const SignedUrl& url)
{
    Call& call = m_calls.at(id);
    call.step = Step::Sending;
    call.emptyChecksum = url.emptyChecksum;
    HttpRequest request;
    request.method = "PUT";
    request.origin = url.origin;
    request.target = url.target;
    request.body = call.input.body;
    request.maxReplyBytes = MiB;
    const QPointer<CompanionParts> alive(this);
    call.inner = m_transport.send(
        request,
        [alive, id](const HttpReply& reply) {
            if (alive)
                alive->answered(id, reply);
        },
        call.progress);
}

void CompanionParts::answered(CallId id, const HttpReply& reply)
{
    Call& call = m_calls.at(id);
    call.inner = 0;
    if (wantsAnotherUrl(reply)) {
        m_urls.remove(nameOf(call.input));
        if (!call.cancelled && !std::exchange(call.renewed, true)) {
            qCInfo(logHttp) << "the address of part" << call.input.partNumber << "was refused with"
                            << reply.status << "and is asked for anew";
            call.step = Step::Waiting;
            lookSoon();
            return;
        }
    }
    Result<SendPartOutput> result = sendPartReply(reply, ChecksumMode::Md5);
    if (result) {
        m_urls.remove(nameOf(call.input));
        finish(id, result);
        return;
    }
    Error error = partError(reply, result.error(), call.emptyChecksum);
    nameInsteadOfAddress(reply, call.input.key, error);
    finish(id, error);
}

void CompanionParts::finish(CallId id, const Result<SendPartOutput>& result)
{
    const auto node = m_calls.extract(id);
    if (!node.empty())
        node.mapped().answer(result);
}

void CompanionParts::endLater(CallId id, const Error& error)
{
    QMetaObject::invokeMethod(
        this, [this, id, error] { finish(id, error); }, Qt::QueuedConnection);
}

} // namespace partway
