// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawclient.h"

#include "s3/endpoint.h"
#include "s3/hash.h"

#include <QTcpSocket>
#include <QUrl>

namespace partway {
namespace {

constexpr int patience = 20'000; // ms

QByteArray serialised(const HttpRequest& request, const HeaderList& more)
{
    QByteArray text = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    for (const HeaderList* list : {&request.headers, &more}) {
        for (const auto& [name, value] : list->all())
            text += name + ": " + value + "\r\n";
    }
    return text;
}

} // namespace

QByteArray RawReply::text(const QByteArray& element) const
{
    const QByteArray open = '<' + element + '>';
    const qsizetype from = body.indexOf(open);
    const qsizetype to = body.indexOf("</" + element + '>', from);
    if (from < 0 || to < 0)
        return {};
    return body.mid(from + open.size(), to - from - open.size())
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
}

RawClient::RawClient(const QString& endpoint, Credentials credentials, QByteArray region)
    : credentials(std::move(credentials)), region(std::move(region))
{
    const QUrl url(endpoint);
    origin = {url.scheme(), url.host(), url.port()};
}

QByteArray RawClient::headOf(const RawRequest& raw) const
{
    HttpRequest request;
    request.method = raw.method;
    request.origin = origin;
    request.headers = raw.headers;
    const QByteArray hash =
        raw.payloadHash.isEmpty() ? hashOf(HashAlgorithm::Sha256, raw.body).toHex() : raw.payloadHash;
    const QByteArray query = canonicalQuery(raw.query);
    if (raw.isSigned) {
        signRequest(request, encodePath(raw.path), raw.query, hash, credentials, SigningScope{region},
                    QDateTime::currentDateTimeUtc().addSecs(raw.clockAhead));
    } else {
        request.headers.set("Host", origin.hostHeader());
        request.target = encodePath(raw.path) + (query.isEmpty() ? QByteArray() : '?' + query);
    }
    QByteArray head = serialised(request, raw.unsignedHeaders);
    if (raw.withLength)
        head += "Content-Length: " + QByteArray::number(raw.body.size()) + "\r\n";
    return head + "\r\n";
}

QByteArray RawClient::presigned(const QByteArray& method, const QByteArray& path, const Query& query,
                                int expiresSeconds, qint64 clockAhead) const
{
    return presignTarget(method, origin, encodePath(path), query, {}, credentials, SigningScope{region},
                         QDateTime::currentDateTimeUtc().addSecs(clockAhead), expiresSeconds);
}

RawClient::~RawClient() = default;

RawReply RawClient::send(const RawRequest& request)
{
    return sendBytes(headOf(request), request.body, request.method == "HEAD");
}

RawReply RawClient::sendBytes(const QByteArray& head, const QByteArray& body, bool isHead)
{
    if (!connect())
        return {};
    qint64 sent = 0;
    // An answer may be there although the server did not want the rest of the body.
    if (writeAll(head, nullptr))
        writeAll(body, &sent);
    RawReply reply = read(isHead, {});
    reply.sent = sent;
    if (!reply.answered || reply.headers.value("connection") == "close")
        disconnect();
    return reply;
}

bool RawClient::connect()
{
    if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState)
        return true;
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->connectToHost(origin.host, quint16(origin.port));
    return m_socket->waitForConnected(patience);
}

void RawClient::disconnect()
{
    m_socket.reset();
}

bool RawClient::isConnected()
{
    if (!m_socket)
        return false;
    m_socket->waitForReadyRead(0);
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

bool RawClient::writeAll(const QByteArray& bytes, qint64* written)
{
    for (qsizetype at = 0; at < bytes.size(); at += 64 * 1024) {
        const QByteArray piece = bytes.mid(at, 64 * 1024);
        m_socket->write(piece);
        while (m_socket->bytesToWrite() > 0) {
            if (!m_socket->waitForBytesWritten(patience))
                return false;
        }
        if (written)
            *written += piece.size();
    }
    return true;
}

bool RawClient::readInto(QByteArray& buffer)
{
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(patience) &&
        m_socket->bytesAvailable() == 0)
        return false;
    buffer += m_socket->readAll();
    return true;
}

QByteArray RawClient::readChunks(QByteArray& buffer, bool* whole)
{
    QByteArray all;
    for (;;) {
        qsizetype line = buffer.indexOf("\r\n");
        while (line < 0 && readInto(buffer))
            line = buffer.indexOf("\r\n");
        const qsizetype size = buffer.left(line).toLongLong(nullptr, 16);
        const qsizetype end = line + 2 + size + 2;
        while (line >= 0 && buffer.size() < end && readInto(buffer)) {
        }
        *whole = line >= 0 && buffer.size() >= end;
        if (!*whole || size == 0)
            return all;
        all += buffer.mid(line + 2, size);
        buffer.remove(0, end);
    }
}

RawReply RawClient::read(bool isHead, QByteArray buffer)
{
    RawReply reply;
    qsizetype end = -1;
    while ((end = buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readInto(buffer))
            return reply;
    }
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    reply.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.add(line.left(colon), line.mid(colon + 1).trimmed());
    }
    buffer.remove(0, end + 4);
    if (reply.status == 100)
        return read(isHead, buffer); // behind "100 Continue" the answer itself may be here already
    if (reply.headers.has("transfer-encoding")) {
        reply.body = readChunks(buffer, &reply.answered);
        return reply;
    }
    const qint64 length = isHead ? 0 : reply.headers.value("content-length").toLongLong();
    while (buffer.size() < length && readInto(buffer)) {
    }
    reply.body = buffer.left(length);
    reply.answered = buffer.size() >= length;
    return reply;
}

} // namespace partway
