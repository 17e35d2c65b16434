// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/pieceprobe.h"

#include "base/log.h"
#include "http/largepieces.h"
#include "http/networkcall.h"
#include "http/requesturl.h"

#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QTcpSocket>

namespace partway {

namespace {

constexpr qsizetype probeSize = MiB + 12'345; // several pieces, and an odd rest
constexpr std::chrono::seconds longest{10};

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator random(QRandomGenerator::system()->generate());
    for (char& byte : bytes)
        byte = char(random.generate());
    return bytes;
}

} // namespace

PieceProbe::PieceProbe(const Clock& clock, Told told)
    : m_told(std::move(told)), m_surroundings(new CallSurroundings{clock, nullptr, {}, {}, LargePieces::On}),
      m_manager(std::make_unique<QNetworkAccessManager>()), m_body(randomBytes(probeSize))
{
    m_manager->setProxy(QNetworkProxy::NoProxy);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { tell(false); });
    connect(&m_server, &QTcpServer::newConnection, this, &PieceProbe::accept);
}

PieceProbe::~PieceProbe() = default;

void PieceProbe::start()
{
    m_deadline.start(longest);
    if (!m_server.listen(QHostAddress::LocalHost)) {
        m_deadline.start(0);
        return;
    }
    HttpRequest request;
    request.method = "PUT";
    request.origin = {QStringLiteral("http"), QStringLiteral("127.0.0.1"), m_server.serverPort()};
    request.target = "/probe";
    request.body.bytes = m_body;
    const Result<QUrl> url = urlForTarget(request.origin, request.target);
    m_call = std::make_unique<NetworkCall>(
        request, url ? *url : QUrl(), Transport::Progress{},
        [this](const HttpReply& reply) {
            const bool proven = reply.status == 200 && m_call->usedLargePieces();
            QMetaObject::invokeMethod(
                this, [this, proven] { tell(proven); }, Qt::QueuedConnection);
        },
        *m_surroundings);
    m_call->start(*m_manager);
}

void PieceProbe::accept()
{
    m_socket = m_server.nextPendingConnection();
    m_server.close();
    connect(m_socket, &QTcpSocket::readyRead, this, &PieceProbe::receive);
}

void PieceProbe::receive()
{
    m_received += m_socket->readAll();
    const qsizetype head = m_received.indexOf("\r\n\r\n");
    if (head < 0 || m_received.size() - head - 4 < m_body.size())
        return;
    const bool same = QByteArrayView(m_received).sliced(head + 4) == QByteArrayView(m_body);
    m_socket->write(same ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                         : "HTTP/1.1 400 Differs\r\nContent-Length: 0\r\n\r\n");
}

void PieceProbe::tell(bool proven)
{
    if (!m_told)
        return;
    m_deadline.stop();
    qCInfo(logHttp) << "large pieces are" << (proven ? "used" : "not used");
    std::exchange(m_told, {})(proven); // may delete this
}

} // namespace partway
