// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkcall.h"

#include "base/log.h"
#include "base/redact.h"
#include "http/networkfailure.h"

#include <QNetworkRequest>

#include <algorithm>

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr auto suspectFor = 15s;
constexpr auto suspectPatience = 3s;

bool carriesNoBody(const QByteArray& method)
{
    return method == "GET" || method == "HEAD" || method == "DELETE";
}

// Statuses that QHttpNetworkConnection asks the body to be rewound for after it has the whole answer,
// although redirects are manual; a body that cannot be rewound then gets ContentReSendError on top of the
// answer.
bool rewindsAfterAnswer(int status)
{
    return status == 307 || status == 308;
}

QByteArray agent()
{
    return QByteArrayLiteral("Partway/" PARTWAY_VERSION);
}

} // namespace

NetworkCall::NetworkCall(HttpRequest request, QUrl url, Transport::Progress progress, Ended ended,
                         CallSurroundings& surroundings)
    : m_request(std::move(request)), m_url(std::move(url)), m_progress(std::move(progress)),
      m_ended(std::move(ended)), m_surroundings(surroundings)
{
}

NetworkCall::~NetworkCall()
{
    silence();
    delete m_reply;
}

void NetworkCall::start(QNetworkAccessManager& manager)
{
    moved();
    m_startedAt = m_movedAt;
    m_reply = post(manager, networkRequest());
    if (m_body)
        m_body->setParent(m_reply);
    if (m_body && wantsLargePieces()) {
        m_pieceSignal = largepieces::signalOf(*m_reply);
        if (m_pieceSignal.isValid())
            m_body->useLargePieces();
    }
    listen();
    qCDebug(logHttp).noquote() << "start" << m_request.method << redact(m_url.toString(QUrl::FullyEncoded));
}

// Only for what may be sent again: Qt's repeat of a request rewinds the body, and that must be possible.
bool NetworkCall::wantsLargePieces() const
{
    const LargePieces pieces = m_surroundings.pieces;
    const bool allowed =
        pieces == LargePieces::On || (pieces == LargePieces::WhenProven && largepieces::isProven());
    return allowed && m_request.method == "PUT" && m_request.repeatable &&
           m_request.body.size() > largepieces::worthwhile;
}

QNetworkRequest NetworkCall::networkRequest() const
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (wantsLargePieces())
        request.setAttribute(QNetworkRequest::EmitAllUploadProgressSignalsAttribute, true);
    if (m_surroundings.tls && m_request.origin.isTls())
        request.setSslConfiguration(*m_surroundings.tls);
    request.setRawHeader("Host", m_request.origin.hostHeader());
    request.setRawHeader("User-Agent", agent());
    request.setRawHeader("Accept-Encoding", "identity"); // nothing is unpacked, lengths are those on the wire
    if (!carriesNoBody(m_request.method)) {
        request.setRawHeader("Content-Type", "application/octet-stream"); // or Qt declares a web form
        request.setRawHeader("Content-Length", QByteArray::number(m_request.body.size()));
    }
    for (const auto& [name, value] : m_request.headers.all())
        if (name.compare("content-length", Qt::CaseInsensitive) != 0)
            request.setRawHeader(name, value);
    return request;
}

// HEAD has to be asked for by its own function: under a custom verb Qt waits for a body. A DELETE that must
// not run twice gets an empty body: refusing to rewind it is the only hold on Qt's silent repeat.
QNetworkReply* NetworkCall::post(QNetworkAccessManager& manager, const QNetworkRequest& request)
{
    if (m_request.method == "HEAD")
        return manager.head(request);
    if (m_request.method == "GET")
        return manager.get(request);
    if (m_request.method == "DELETE" && m_request.repeatable)
        return manager.deleteResource(request);
    m_body = new BodyDevice(
        m_request.body, m_request.repeatable, m_surroundings.limit, [this] { moved(); },
        [this](const Error& error) { fail(error); });
    if (m_request.method == "PUT")
        return manager.put(request, m_body);
    if (m_request.method == "POST")
        return manager.post(request, m_body);
    return manager.sendCustomRequest(request, m_request.method, m_body);
}

void NetworkCall::listen()
{
    connect(m_reply, &QNetworkReply::finished, this, &NetworkCall::onFinished);
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkCall::readMore);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { moved(); });
    connect(m_reply, &QNetworkReply::requestSent, this, &NetworkCall::noteSent);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) { noteProgress(sent); });
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, &NetworkCall::noteConnecting);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
}

void NetworkCall::cancel()
{
    fail(requestError(ErrorKind::Cancelled, QStringLiteral("cancelled")));
}

bool NetworkCall::isOverdue() const
{
    return m_request.stallTimeout.count() > 0 && idle() >= m_request.stallTimeout;
}

void NetworkCall::suspect()
{
    m_suspectedAt = m_surroundings.clock.monotonic();
}

// Cuts the call if nothing moves. Short patience while it connects, so that the next try finds a network that
// is back, and for a while after it was suspected.
void NetworkCall::checkStall()
{
    const auto now = m_surroundings.clock.monotonic();
    const bool doubted = m_suspectedAt && now - *m_suspectedAt < suspectFor;
    if (m_reached == Reached::Connecting && m_openedAt && now - *m_openedAt >= m_surroundings.longestConnect)
        fail(requestError(ErrorKind::Transient, QStringLiteral("unreachable"),
                          QStringLiteral("no connection in time")));
    else if (doubted && now - std::max(m_movedAt, *m_suspectedAt) >= suspectPatience)
        fail(requestError(ErrorKind::Transient, QStringLiteral("connection-lost"),
                          QStringLiteral("dead after a change of the network")));
    else if (isOverdue())
        fail(requestError(ErrorKind::Transient, QStringLiteral("stalled")));
}

void NetworkCall::noteConnecting()
{
    if (m_reached == Reached::Unknown)
        m_reached = Reached::Connecting;
    moved();
    m_openedAt = m_movedAt;
    m_surroundings.tuner.connecting();
}

void NetworkCall::noteSent()
{
    m_reached = Reached::Sent;
    moved();
    m_surroundings.tuner.sent();
}

// QNetworkReply ends with a progress of 0 that means nothing.
void NetworkCall::noteProgress(qint64 sent)
{
    if (m_reply->isFinished())
        return;
    moved();
    if (m_pieceSignal.isValid())
        handOver(sent);
    else if (m_progress)
        m_progress(sent);
}

// Right after the network has told what it sent, before it asks for more. Qt tells each piece a second time,
// as less than it was.
void NetworkCall::handOver(qint64 sent)
{
    const qint64 before = m_body->place();
    const QByteArray piece = m_body->advance(sent, largepieces::pieceSize);
    if (!piece.isEmpty()) {
        ++m_piecesHandedOver;
        largepieces::handOver(*m_reply, m_pieceSignal, sent, piece, m_body->size());
    }
    if (m_progress && m_body && m_body->place() != before)
        m_progress(m_body->place());
}

void NetworkCall::readMore()
{
    moved();
    m_replyBody += m_reply->readAll();
    if (m_replyBody.size() <= m_request.maxReplyBytes)
        return;
    m_replyBody.clear();
    fail(requestError(ErrorKind::Bug, QStringLiteral("reply-too-long")));
}

void NetworkCall::onFinished()
{
    readMore();
    if (!m_ended)
        return; // it was too long
    if (!isAnswer()) {
        Error failure = networkFailure(m_reply->error(), m_reply->errorString(), m_reached, m_tlsErrors);
        nameChosenProxy(&failure, m_reply->manager()->proxy());
        m_lost = failure.code == QLatin1String("connection-lost") && m_reached == Reached::Sent;
        return fail(failure);
    }
    m_lost = isCutShort();
    if (m_lost)
        return fail(requestError(ErrorKind::Transient, QStringLiteral("connection-lost"),
                                 QStringLiteral("the reply ended early")));
    end(answer());
}

// QNetworkReply reports both lost connections and statuses from 400 on as errors. The latter lie in ranges of
// their own; ProtocolInvalidOperationError is its word for 400, ProtocolUnknownError for odd statuses.
bool NetworkCall::isAnswer() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    if (status == 0)
        return false;
    if (error == QNetworkReply::NoError || error == QNetworkReply::ProtocolInvalidOperationError)
        return true;
    if (error == QNetworkReply::ContentReSendError)
        return rewindsAfterAnswer(status);
    if (error == QNetworkReply::ProtocolUnknownError)
        return status >= 300;
    return status >= 400 && error > QNetworkReply::UnknownProxyError &&
           error != QNetworkReply::ProtocolFailure;
}

// A reply whose end the connection's end took away looks complete to QNetworkReply in some cases.
bool NetworkCall::isCutShort() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_request.method == "HEAD" || status == 204 || status == 304)
        return false;
    bool known = false;
    const qint64 length = m_reply->rawHeader("Content-Length").trimmed().toLongLong(&known);
    return known && m_replyBody.size() < length;
}

HttpReply NetworkCall::answer() const
{
    HttpReply reply;
    reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
        reply.headers.add(name, value);
    reply.body = m_replyBody;
    return reply;
}

// Qt tells about a sent head (requestSent) except for empty bodies; there the error itself must do.
bool NetworkCall::maySent(const Error& error) const
{
    if (m_reached == Reached::Sent || error.kind == ErrorKind::Cancelled)
        return true;
    return m_body && m_body->size() == 0 && !failsBeforeSending(error);
}

void NetworkCall::fail(Error error)
{
    HttpReply reply;
    // An incomplete body is never carried out: the store waits for the rest or refuses. But the request may
    // have been out before, whole, when its connection was lost and Qt began it again.
    const bool incomplete = error.kind == ErrorKind::LocalFile && !(m_body && m_body->isRepeated());
    error.maybeDone = !incomplete && maySent(error);
    if (error.resource.isEmpty() && !isAboutProxy(error))
        error.resource = m_request.origin.host; // what could not be reached is the server, not the object
    reply.failure = std::move(error);
    end(std::move(reply));
}

void NetworkCall::end(HttpReply reply)
{
    if (!m_ended)
        return;
    reply.receivedAt = m_surroundings.clock.now();
    reply.bytesSent = m_body ? m_body->handedOut() : 0;
    silence();
    qCDebug(logHttp).noquote() << "end" << m_request.method << reply.status
                               << (reply.failure ? reply.failure->code : QString());
    std::exchange(m_ended, {})(std::move(reply));
}

// Deleting the reply cuts its connection if it has not ended. QNetworkReply::abort() would do so too, but it
// complains when an error of the network's own is already on its way.
void NetworkCall::silence()
{
    if (m_body)
        m_body->silence();
    if (m_reply)
        m_reply->disconnect(this);
}

} // namespace partway
