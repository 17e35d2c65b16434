// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/s3client.h"

#include "base/log.h"
#include "s3/errordocument.h"
#include "s3/lessons.h"
#include "s3/s3error.h"

#include <QObject>
#include <QPointer>

#include <cstdlib>
#include <unordered_map>

namespace partway {

namespace {

// The Date header has whole seconds and comes after a journey: differences this small are noise.
constexpr qint64 offsetNoiseSeconds = 2;

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
        bool cancelled = false;
        HttpReply held; // the puzzling reply, while a probe asks for the region
    };

    Private(Transport& transport, S3ClientOptions options, CredentialsNow credentials, const Clock& clock)
        : m_transport(transport), m_options(std::move(options)), m_credentials(std::move(credentials)),
          m_clock(clock)
    {
    }

    CallId send(S3Request request, Done done, Transport::Progress progress);
    void cancel(CallId id);
    void cancelAll();
    Result<QByteArray> presign(const QByteArray& method, const QString& bucket, const QByteArray& key,
                               int expiresSeconds, const Query& query) const;
    QString regionOf(const QString& bucket) const { return m_regions.value(bucket, m_options.region); }

    Transport& m_transport;
    const S3ClientOptions m_options;
    qint64 m_offset = 0;

private:
    enum class Next { Finish, SignAgain, AskRegion };

    void attempt(CallId id);
    void onReply(CallId id, HttpReply reply);
    Next nextAfter(Call& call, const HttpReply& reply);
    bool takeRegion(const Call& call, const QString& region);
    void probe(CallId id, HttpReply puzzling);
    void onProbe(CallId id, HttpReply reply);
    void learnClock(const HttpReply& reply);
    Endpoint endpointFor(const QString& bucket) const;
    Result<HttpRequest> signedRequest(const S3Request& request) const;
    QDateTime serverTime() const { return m_clock.now().addSecs(m_offset); }
    void finish(CallId id, HttpReply reply);
    void failLater(CallId id, const Error& error);

    CredentialsNow m_credentials;
    const Clock& m_clock;
    QHash<QString, QString> m_regions; // learnt, by bucket
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
    found->second.cancelled = true;
    m_transport.cancel(found->second.inner);
}

void S3Client::Private::cancelAll()
{
    for (const auto& [id, call] : m_calls)
        m_transport.cancel(call.inner);
}

// Global "s3.amazonaws.com" belongs to us-east-1: another region needs its own host from the start. A host
// that names its region is believed until the store says otherwise.
Endpoint S3Client::Private::endpointFor(const QString& bucket) const
{
    const bool global = m_options.endpoint.origin.host == QLatin1String("s3.amazonaws.com");
    if (global || m_regions.contains(bucket))
        return endpointForRegion(m_options.endpoint, regionOf(bucket));
    return m_options.endpoint;
}

Result<HttpRequest> S3Client::Private::signedRequest(const S3Request& request) const
{
    const Result<Credentials> credentials = m_credentials();
    if (!credentials)
        return credentials.error();
    const Result<QByteArray> payloadHash = payloadHashFor(request, m_options.endpoint.origin.isTls());
    if (!payloadHash)
        return payloadHash.error();
    const Address address =
        resolveAddress(endpointFor(request.bucket), m_options.addressing, request.bucket, request.key);
    HttpRequest http;
    http.method = request.method;
    http.origin = address.origin;
    http.headers = request.headers;
    http.body = request.body;
    http.repeatable = request.repeatable;
    http.stallTimeout = request.stallTimeout;
    http.maxReplyBytes = request.maxReplyBytes;
    signRequest(http, address.path, request.query, *payloadHash, *credentials,
                {regionOf(request.bucket).toUtf8()}, serverTime());
    return http;
}

void S3Client::Private::attempt(CallId id)
{
    Call& call = m_calls.at(id);
    call.region = regionOf(call.request.bucket);
    call.offset = m_offset;
    Result<HttpRequest> http = signedRequest(call.request);
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

void S3Client::Private::onReply(CallId id, HttpReply reply)
{
    Call& call = m_calls.at(id);
    call.bytesSent += reply.bytesSent;
    if (!reply.answered())
        return finish(id, std::move(reply));
    learnClock(reply);
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
        qCInfo(logS3) << "signing again, the clock of the store is ahead by seconds:" << m_offset;
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
    m_regions.insert(call.request.bucket, region);
    return true;
}

void S3Client::Private::probe(CallId id, HttpReply puzzling)
{
    Call& call = m_calls.at(id);
    const Result<HttpRequest> http = signedRequest(headBucketProbe(call.request));
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

// A captive portal's clock is not the store's.
void S3Client::Private::learnClock(const HttpReply& reply)
{
    if (looksLikeHtml(reply) || isPortal(reply))
        return;
    const std::optional<qint64> measured = clockOffsetFrom(reply);
    if (measured && std::llabs(*measured - m_offset) > offsetNoiseSeconds)
        m_offset = *measured;
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
    const Result<Credentials> credentials = m_credentials();
    if (!credentials)
        return credentials.error();
    const Address address = resolveAddress(endpointFor(bucket), m_options.addressing, bucket, key);
    return address.origin.scheme.toLatin1() + "://" + address.origin.hostHeader() +
           presignTarget(method, address.origin, address.path, query, {}, *credentials,
                         {regionOf(bucket).toUtf8()}, serverTime(), expiresSeconds);
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
    return d->m_options.endpoint.origin.isTls();
}

qint64 S3Client::clockOffsetSeconds() const
{
    return d->m_offset;
}

QString S3Client::regionOf(const QString& bucket) const
{
    return d->regionOf(bucket);
}

Result<QByteArray> S3Client::presignedUrl(const QByteArray& method, const QString& bucket,
                                          const QByteArray& key, int expiresSeconds, const Query& query) const
{
    return d->presign(method, bucket, key, expiresSeconds, query);
}

} // namespace partway
