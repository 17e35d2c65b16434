// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopbackserver.h"

#include <QSslKey>
#include <QSslSocket>

namespace partway {

LoopbackServer::LoopbackServer(std::optional<TestCertificate> tls) : m_tls(std::move(tls))
{
    connect(this, &QTcpServer::newConnection, this, &LoopbackServer::accept);
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port");
}

QString LoopbackServer::origin() const
{
    return QStringLiteral("%1://127.0.0.1:%2")
        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(serverPort());
}

void LoopbackServer::incomingConnection(qintptr descriptor)
{
    if (!m_tls)
        return QTcpServer::incomingConnection(descriptor);
    auto* socket = new QSslSocket(this);
    socket->setLocalCertificate(QSslCertificate(m_tls->certificatePem));
    socket->setPrivateKey(QSslKey(m_tls->keyPem, QSsl::Ec));
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
    addPendingConnection(socket);
}

void LoopbackServer::accept()
{
    while (QTcpSocket* socket = nextPendingConnection()) {
        m_open.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_open.remove(socket);
            m_waiting.remove(socket);
            socket->deleteLater();
        });
    }
}

void LoopbackServer::read(QTcpSocket* socket)
{
    QByteArray& arrived = m_open[socket];
    arrived += socket->readAll();
    const qsizetype end = arrived.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Seen request;
    const QList<QByteArray> lines = arrived.left(end).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        request.headers.add(lines[i].left(colon), lines[i].mid(colon + 1).trimmed());
    }
    const qint64 length = request.headers.value("Content-Length").toLongLong();
    if (arrived.size() < end + 4 + length)
        return;
    request.method = lines.first().split(' ').value(0);
    request.target = lines.first().split(' ').value(1);
    request.body = arrived.mid(end + 4, length);
    arrived.remove(0, end + 4 + length);
    reply(socket, answer(request));
}

void LoopbackServer::reply(QTcpSocket* socket, const Reply& reply)
{
    if (reply.cut) {
        socket->abort();
        return;
    }
    if (reply.never) {
        m_waiting.insert(socket);
        return;
    }
    QByteArray raw = "HTTP/1.1 " + QByteArray::number(reply.status) + " x\r\n";
    for (const auto& [name, value] : reply.headers.all())
        raw += name + ": " + value + "\r\n";
    socket->write(raw + "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body);
}

} // namespace partway
