// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/s3client.h"

#include "base/log.h"
#include "s3/errordocument.h"
#include "s3/express.h"
#include "s3/lessons.h"
#include "s3/requestsigner.h"
#include "s3/s3error.h"

#include <QObject>
#include <QPointer>

#include <unordered_map>

namespace partway {

namespace {

HttpReply failedReply(Error error, const Clock& clock)
{
    HttpReply reply;
    reply.failure = std::move(error);
    reply.receivedAt = clock.now();
    return reply;
}

Error cancelledError()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.code = QStringLiteral("cancelled");
    return error;
}

S3Request headBucketProbe(const S3Request& request)
{
    S3Request probe;
    probe.method = "HEAD";
    probe.bucket = request.bucket;
    probe.stallTimeout = request.stallTimeout;
    return probe;
}

// The store's word that temporary keys are over (s3-reference §6.1).
bool saysEnded(const Error& error)
{
    return error.code == QLatin1String("ExpiredToken") || error.code == QLatin1String("InvalidToken") ||
           error.code == QLatin1String("TokenRefreshRequired");
}

bool isHeadBucket(const S3Request& request)
{
    return request.method == "HEAD" && request.key.isEmpty();
}

} // namespace

// A QObject for its thread's event loop only.
class S3Client::Private : public QObject
{
public:
    struct Call
    {
        S3Request request;
        Done done;
        Transport::Progress progress;
        CallId inner = 0;  // the transport's, of the try or the probe that runs
        QString region;    // what the try was signed for
        qint64 offset = 0; // and with which clock
        qint64 bytesSent = 0;
        bool redirected = false;
        bool reclocked = false;
        bool rekeyed = false;
        bool waits = false; // for keys: nothing is on its way
        bool cancelled = false;
        Credentials keys; // what the try was signed with
        HttpReply held;   // the puzzling reply, while a probe asks for the region
    };

    Private(Transport& transport, S3ClientOptions options, CredentialsNow credentials, const Clock& clock)
        : m_transport(transport), m_signer({std::move(options.endpoint), std::move(options.region),
                                            options.addressing, options.directoryBuckets},
                                           clock),
          m_clock(clock),
          m_keys(
              std::move(credentials), std::move(options.renew),
              [this](const QString& bucket, SigningKeys::Ready ready) { askSession(bucket, ready); },
              [this] { return m_signer.serverTime(); })
    {
    }

    CallId send(S3Request request, Done done, Transport::Progress progress);
    void cancel(CallId id);
    void cancelAll();
    Result<QByteArray> presign(const QByteArray& method, const QString& bucket, const QByteArray& key,
                               int expiresSeconds, const Query& query) const;

    Transport& m_transport;
    RequestSigner m_signer;

private:
    enum class Next { Finish, SignAgain, AskRegion };

    void attempt(CallId id);
    void dispatch(CallId id, const Credentials& keys);
    void waitForKeys(CallId id);
    void onKeys(CallId id, const Result<Credentials>& keys);
    void askSession(const QString& bucket, const SigningKeys::Ready& ready);
    QString sessionBucketOf(const S3Request& request) const { return m_signer.route(request).sessionBucket; }
    void onReply(CallId id, HttpReply reply);
    Next nextAfter(Call& call, const HttpReply& reply);
    bool takeRegion(const Call& call, const QString& region);
    void probe(CallId id, HttpReply puzzling);
    void onProbe(CallId id, HttpReply reply);
    void finish(CallId id, HttpReply reply);
    void failLater(CallId id, const Error& error);

    const Clock& m_clock;
    mutable SigningKeys m_keys; // asking it may fetch ahead
    std::unordered_map<CallId, Call> m_calls;
    CallId m_lastId = 0;
};

S3Client::CallId S3Client::Private::send(S3Request request, Done done, Transport::Progress progress)
{
    const CallId id = ++m_lastId;
    Call call;
    call.request = std::move(request);
    call.done = std::move(done);
    call.progress = std::move(progress);
    m_calls.emplace(id, std::move(call));
    attempt(id);
    return id;
}

void S3Client::Private::cancel(CallId id)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return;
    Call& call = found->second;
    if (call.waits && !call.cancelled)
        failLater(id, cancelledError());
    call.cancelled = true;
    if (!call.waits)
        m_transport.cancel(call.inner);
}

void S3Client::Private::cancelAll()
{
    for (const auto& [id, call] : m_calls)
        m_transport.cancel(call.inner);
}

void S3Client::Private::attempt(CallId id)
{
    const auto keys = m_keys.atHand(sessionBucketOf(m_calls.at(id).request));
    if (!keys)
        return waitForKeys(id);
    if (!*keys)
        return failLater(id, keys->error());
    dispatch(id, **keys);
}

void S3Client::Private::waitForKeys(CallId id)
{
    Call& call = m_calls.at(id);
    call.waits = true;
    const QPointer<Private> alive(this);
    m_keys.fetch(sessionBucketOf(call.request), [alive, id](const Result<Credentials>& keys) {
        if (alive)
            alive->onKeys(id, keys);
    });
}

// Keys that came are good for one try, however short they last: who gives such keys is not asked for ever.
void S3Client::Private::onKeys(CallId id, const Result<Credentials>& keys)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end() || found->second.cancelled)
        return; // it has been told, or will be
    found->second.waits = false;
    if (!keys)
        return finish(id, failedReply(keys.error(), m_clock));
    dispatch(id, *keys);
}

void S3Client::Private::dispatch(CallId id, const Credentials& keys)
{
    Call& call = m_calls.at(id);
    call.region = m_signer.regionOf(call.request.bucket);
    call.offset = m_signer.clockOffset();
    call.keys = keys;
    Result<HttpRequest> http = m_signer.sign(call.request, keys);
    if (!http)
        return failLater(id, http.error());
    const QPointer<Private> alive(this);
    call.inner = m_transport.send(
        *std::move(http),
        [alive, id](HttpReply reply) {
            if (alive)
                alive->onReply(id, std::move(reply));
        },
        call.progress);
}

void S3Client::Private::askSession(const QString& bucket, const SigningKeys::Ready& ready)
{
    qCInfo(logS3).noquote() << "asks for a session of" << bucket;
    send(createSessionRequest(bucket),
         [ready](const HttpReply& reply) {
             ready(reply.failure ? Result<Credentials>(*reply.failure) : createSessionReply(reply));
         },
         {});
}

void S3Client::Private::onReply(CallId id, HttpReply reply)
{
    Call& call = m_calls.at(id);
    call.bytesSent += reply.bytesSent;
    if (!reply.answered())
        return finish(id, std::move(reply));
    m_signer.learnClock(reply);
    const Next next = nextAfter(call, reply);
    if (next != Next::Finish && call.cancelled)
        return finish(id, failedReply(cancelledError(), m_clock));
    switch (next) {
    case Next::Finish:
        return finish(id, std::move(reply));
    case Next::SignAgain:
        return attempt(id);
    case Next::AskRegion:
        return probe(id, std::move(reply));
    }
}

S3Client::Private::Next S3Client::Private::nextAfter(Call& call, const HttpReply& reply)
{
    if (reply.status < 300)
        return Next::Finish;
    const Error error = errorFromReply(reply);
    if (blamesRegion(call.request, reply, error)) {
        const bool first = !std::exchange(call.redirected, true);
        const QString region = regionFromReply(reply);
        if (!region.isEmpty())
            return takeRegion(call, region) && first ? Next::SignAgain : Next::Finish;
        const bool canAsk = !call.request.bucket.isEmpty() && !isHeadBucket(call.request);
        return first && canAsk ? Next::AskRegion : Next::Finish;
    }
    if (!call.reclocked && blamesClock(reply, error, call.offset)) {
        call.reclocked = true;
        qCInfo(logS3) << "signing again, the clock of the store is ahead by seconds:"
                      << m_signer.clockOffset();
        return Next::SignAgain;
    }
    if (!call.rekeyed && saysEnded(error) && m_keys.ended(sessionBucketOf(call.request), call.keys)) {
        call.rekeyed = true;
        return Next::SignAgain;
    }
    return Next::Finish;
}

// True if it differs from what the call was signed for. Only the region is taken from a reply, never a host:
// the next try goes to AWS's endpoint for it, or to the same endpoint as before.
bool S3Client::Private::takeRegion(const Call& call, const QString& region)
{
    if (region == call.region)
        return false;
    qCInfo(logS3).noquote() << "bucket" << call.request.bucket << "is in region" << region;
    m_signer.learnRegion(call.request.bucket, region);
    return true;
}

void S3Client::Private::probe(CallId id, HttpReply puzzling)
{
    Call& call = m_calls.at(id);
    const S3Request head = headBucketProbe(call.request);
    const auto keys = m_keys.atHand(QString());
    const Result<HttpRequest> http =
        keys && *keys ? m_signer.sign(head, **keys) : Result<HttpRequest>(cancelledError());
    if (!http)
        return finish(id, std::move(puzzling));
    call.held = std::move(puzzling);
    const QPointer<Private> alive(this);
    call.inner = m_transport.send(*http, [alive, id](HttpReply reply) {
        if (alive)
            alive->onProbe(id, std::move(reply));
    });
}

void S3Client::Private::onProbe(CallId id, HttpReply reply)
{
    Call& call = m_calls.at(id);
    if (call.cancelled)
        return finish(id, failedReply(cancelledError(), m_clock));
    const QString region = reply.answered() ? regionFromReply(reply) : QString();
    if (!region.isEmpty() && takeRegion(call, region))
        return attempt(id);
    finish(id, std::move(call.held));
}

void S3Client::Private::finish(CallId id, HttpReply reply)
{
    auto node = m_calls.extract(id);
    reply.bytesSent = node.mapped().bytesSent;
    if (node.mapped().done)
        node.mapped().done(std::move(reply));
}

void S3Client::Private::failLater(CallId id, const Error& error)
{
    QMetaObject::invokeMethod(
        this, [this, id, error] { finish(id, failedReply(error, m_clock)); }, Qt::QueuedConnection);
}

Result<QByteArray> S3Client::Private::presign(const QByteArray& method, const QString& bucket,
                                              const QByteArray& key, int expiresSeconds,
                                              const Query& query) const
{
    S3Request request;
    request.method = method;
    request.bucket = bucket;
    request.key = key;
    request.query = query;
    const auto keys = m_keys.atHand(sessionBucketOf(request));
    if (!keys)
        return Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("keys-not-at-hand")};
    if (!*keys)
        return keys->error();
    return m_signer.link(request, expiresSeconds, **keys);
}

S3Client::S3Client(Transport& transport, S3ClientOptions options, CredentialsNow credentials,
                   const Clock& clock)
    : d(std::make_unique<Private>(transport, std::move(options), std::move(credentials), clock))
{
}

S3Client::~S3Client()
{
    d->cancelAll();
}

S3Client::CallId S3Client::send(S3Request request, Done done, Transport::Progress progress)
{
    return d->send(std::move(request), std::move(done), std::move(progress));
}

void S3Client::cancel(CallId call)
{
    d->cancel(call);
}

void S3Client::dropConnections()
{
    d->m_transport.dropConnections();
}

bool S3Client::usesTls() const
{
    return d->m_signer.usesTls();
}

qint64 S3Client::clockOffsetSeconds() const
{
    return d->m_signer.clockOffset();
}

QString S3Client::regionOf(const QString& bucket) const
{
    return d->m_signer.regionOf(bucket);
}

Result<QByteArray> S3Client::presignedUrl(const QByteArray& method, const QString& bucket,
                                          const QByteArray& key, int expiresSeconds, const Query& query) const
{
    return d->presign(method, bucket, key, expiresSeconds, query);
}

} // namespace partway
