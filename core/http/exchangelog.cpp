// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/exchangelog.h"

#include "base/redact.h"

#include <algorithm>

namespace partway {

namespace {

constexpr qsizetype mostKept = 200;
constexpr qsizetype bodyKept = 1024;
const QByteArray removed = "[removed]";

// Headers whose values hold no secret. Whatever else is sent is named only: a store behind a server of one's
// own may want any header as its key.
bool isHarmless(const QByteArray& name)
{
    static const QList<QByteArray> names{"accept",
                                         "accept-encoding",
                                         "cache-control",
                                         "content-disposition",
                                         "content-encoding",
                                         "content-language",
                                         "content-length",
                                         "content-md5",
                                         "content-type",
                                         "date",
                                         "expect",
                                         "host",
                                         "if-match",
                                         "if-none-match",
                                         "user-agent",
                                         "x-amz-acl",
                                         "x-amz-checksum-algorithm",
                                         "x-amz-checksum-type",
                                         "x-amz-content-sha256",
                                         "x-amz-copy-source",
                                         "x-amz-copy-source-range",
                                         "x-amz-date",
                                         "x-amz-mp-object-size",
                                         "x-amz-sdk-checksum-algorithm",
                                         "x-amz-server-side-encryption",
                                         "x-amz-storage-class"};
    return names.contains(name) || name.startsWith("x-amz-checksum-") || name.startsWith("x-amz-meta-");
}

QByteArray redactBytes(const QByteArray& text)
{
    return redact(QString::fromUtf8(text)).toUtf8();
}

// Of the query only what S3 itself calls so; signed addresses of others may carry their key anywhere.
QString safeUrl(const HttpRequest& request)
{
    static const QList<QByteArray> names{
        "uploads",     "uploadId",        "partNumber", "list-type",        "prefix",
        "delimiter",   "max-keys",        "max-parts",  "max-uploads",      "encoding-type",
        "key-marker",  "location",        "lifecycle",  "versioning",       "versions",
        "versionId",   "attributes",      "tagging",    "upload-id-marker", "part-number-marker",
        "start-after", "X-Amz-Algorithm", "X-Amz-Date", "X-Amz-Expires",    "X-Amz-SignedHeaders"};
    const qsizetype mark = request.target.indexOf('?');
    QByteArray target = mark < 0 ? request.target : request.target.left(mark);
    if (mark >= 0) {
        QByteArrayList fields = request.target.mid(mark + 1).split('&');
        for (QByteArray& field : fields) {
            const QByteArray name = field.left(field.indexOf('='));
            if (field.contains('=') && !field.endsWith('=') && !names.contains(name))
                field = name + '=' + removed;
        }
        target += '?' + fields.join('&');
    }
    return redact(request.origin.scheme + QLatin1String("://") +
                  QString::fromLatin1(request.origin.hostHeader() + target));
}

HeaderList safeRequestHeaders(const HeaderList& headers)
{
    HeaderList safe;
    for (const auto& [name, value] : headers.all())
        safe.add(name, isHarmless(name.toLower()) ? redactBytes(value) : removed);
    return safe;
}

HeaderList safeReplyHeaders(const HeaderList& headers)
{
    HeaderList safe;
    for (const auto& [name, value] : headers.all()) {
        const QByteArray lower = name.toLower();
        const bool secret =
            lower.contains("cookie") || lower.contains("token") || lower.contains("authorization");
        const qsizetype query = lower == "location" ? value.indexOf('?') : -1;
        safe.add(name, secret ? removed : query < 0 ? redactBytes(value) : value.left(query + 1) + removed);
    }
    return safe;
}

bool isText(const QByteArray& body)
{
    return std::none_of(body.begin(), body.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
}

bool wentWrong(const HttpReply& reply)
{
    if (reply.failure)
        return reply.failure->kind != ErrorKind::Cancelled;
    return reply.status >= 400 || reply.body.left(512).contains("<Error>");
}

bool isAbout(const Exchange& exchange, const QString& bucket, const QByteArray& key)
{
    const QByteArray name = bucket.toUtf8();
    if (key.isEmpty() || !exchange.path.endsWith('/' + key))
        return false;
    return exchange.path == '/' + name + '/' + key ||
           exchange.url.contains(QStringLiteral("://%1.").arg(bucket)) ||
           exchange.path.endsWith('/' + name + '/' + key);
}

// Where the store names no request: the same status, or the same failure, at that endpoint.
bool endedIn(const Exchange& exchange, const Error& error, const QString& endpoint)
{
    const QString host = QUrl(endpoint).host();
    const QString asked = QUrl(exchange.url).host();
    if (host.isEmpty() || (asked != host && !asked.endsWith(u'.' + host)))
        return false;
    return error.httpStatus > 0 ? exchange.status == error.httpStatus
                                : exchange.status == 0 && exchange.failure.startsWith(error.code + u':');
}

class RecordingTransport final : public Transport
{
public:
    RecordingTransport(std::unique_ptr<Transport> transport, ExchangeLog& log, const Clock& clock)
        : m_log(log), m_clock(clock), m_transport(std::move(transport))
    {
    }

    CallId send(HttpRequest request, Done done, Progress progress) override
    {
        HttpRequest copy = request; // the body is shared, not copied
        return m_transport->send(
            std::move(request),
            [log = &m_log, clock = &m_clock, copy = std::move(copy),
             done = std::move(done)](HttpReply reply) {
                if (wentWrong(reply))
                    log->note(recordOf(copy, reply, clock->now()));
                done(std::move(reply)); // may delete this
            },
            std::move(progress));
    }
    void cancel(CallId call) override { m_transport->cancel(call); }
    void dropConnections() override { m_transport->dropConnections(); }

private:
    ExchangeLog& m_log;
    const Clock& m_clock;
    std::unique_ptr<Transport> m_transport;
};

} // namespace

Exchange recordOf(const HttpRequest& request, const HttpReply& reply, const QDateTime& at)
{
    Exchange exchange;
    exchange.at = at;
    exchange.method = request.method;
    exchange.url = safeUrl(request);
    exchange.requestHeaders = safeRequestHeaders(request.headers);
    exchange.requestBytes = request.body.size();
    exchange.status = reply.status;
    if (reply.failure)
        exchange.failure = redact(QStringLiteral("%1: %2").arg(reply.failure->code, reply.failure->message));
    exchange.replyHeaders = safeReplyHeaders(reply.headers);
    const QByteArray body = reply.body.left(bodyKept);
    exchange.replyBody = isText(body) ? redactBytes(body) : QByteArray();
    exchange.requestId = QString::fromLatin1(reply.headers.value("x-amz-request-id"));
    const qsizetype mark = request.target.indexOf('?');
    exchange.path = QByteArray::fromPercentEncoding(mark < 0 ? request.target : request.target.left(mark));
    return exchange;
}

QString exchangeText(const Exchange& exchange)
{
    QString text = QString::fromLatin1(exchange.method) + u' ' + exchange.url + u'\n';
    const auto addHeaders = [&text](const HeaderList& headers) {
        for (const auto& [name, value] : headers.all())
            text += QString::fromLatin1(name) + QLatin1String(": ") + QString::fromUtf8(value) + u'\n';
    };
    addHeaders(exchange.requestHeaders);
    text += exchange.requestBytes > 0 ? QStringLiteral("\n(%1 bytes)\n\n").arg(exchange.requestBytes)
                                      : QStringLiteral("\n");
    text += exchange.at.toUTC().toString(Qt::ISODateWithMs) + u'\n';
    text += exchange.status > 0 ? QStringLiteral("HTTP %1\n").arg(exchange.status) : exchange.failure + u'\n';
    addHeaders(exchange.replyHeaders);
    if (!exchange.replyBody.isEmpty())
        text += u'\n' + QString::fromUtf8(exchange.replyBody) + u'\n';
    return text;
}

void ExchangeLog::note(Exchange exchange)
{
    const QMutexLocker lock(&m_mutex);
    m_exchanges.append(std::move(exchange));
    if (m_exchanges.size() > mostKept)
        m_exchanges.removeFirst();
}

template <typename Fits>
std::optional<Exchange> ExchangeLog::newest(const Fits& fits) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = std::find_if(m_exchanges.crbegin(), m_exchanges.crend(), fits);
    return found == m_exchanges.crend() ? std::nullopt : std::optional(*found);
}

std::optional<Exchange> ExchangeLog::named(const QString& requestId) const
{
    if (requestId.isEmpty())
        return std::nullopt;
    return newest([&](const Exchange& exchange) { return exchange.requestId == requestId; });
}

std::optional<Exchange> ExchangeLog::find(const QString& requestId, const QString& bucket,
                                          const QByteArray& key) const
{
    const std::optional<Exchange> found = named(requestId);
    return found ? found : newest([&](const Exchange& exchange) { return isAbout(exchange, bucket, key); });
}

std::optional<Exchange> ExchangeLog::findFor(const Error& error, const QString& endpoint) const
{
    const std::optional<Exchange> found = named(error.requestId);
    if (found || !error.requestId.isEmpty())
        return found;
    return newest([&](const Exchange& exchange) { return endedIn(exchange, error, endpoint); });
}

std::unique_ptr<Transport> makeRecordingTransport(std::unique_ptr<Transport> transport, ExchangeLog& log,
                                                  const Clock& clock)
{
    return std::make_unique<RecordingTransport>(std::move(transport), log, clock);
}

} // namespace partway
