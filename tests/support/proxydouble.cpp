// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/proxydouble.h"

#include <QTcpSocket>

#include <utility>

namespace partway {

// One connection: waits for CONNECT, then carries bytes both ways.
class ProxyDouble::Tunnel final : public QObject
{
public:
    Tunnel(ProxyDouble& proxy, qintptr descriptor) : QObject(&proxy), m_proxy(proxy)
    {
        m_client.setParent(this);
        m_server.setParent(this);
        m_client.setSocketDescriptor(descriptor);
        connect(&m_client, &QTcpSocket::readyRead, this, &Tunnel::read);
        connect(&m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(&m_server, &QTcpSocket::readyRead, this, [this] { m_client.write(m_server.readAll()); });
        connect(&m_server, &QTcpSocket::disconnected, &m_client, &QTcpSocket::disconnectFromHost);
    }

private:
    void read()
    {
        if (m_open) {
            m_server.write(m_client.readAll());
            return;
        }
        m_head += m_client.readAll();
        const qsizetype end = m_head.indexOf("\r\n\r\n");
        if (end >= 0)
            decide(m_head.left(end));
    }

    void decide(const QByteArray& head)
    {
        m_head.clear();
        const QByteArrayList words = head.left(head.indexOf('\r')).split(' ');
        const bool signedIn =
            m_proxy.wanted.isEmpty() ||
            head.toLower().contains("proxy-authorization: basic " + m_proxy.wanted.toBase64().toLower());
        if (words.value(0) != "CONNECT" || !signedIn) {
            ++m_proxy.m_refusals;
            m_client.write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                           "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        m_proxy.m_asked.append(words.value(1));
        m_open = true;
        m_server.connectToHost(QHostAddress::LocalHost, m_proxy.m_upstream);
        m_client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    }

    ProxyDouble& m_proxy;
    QTcpSocket m_client;
    QTcpSocket m_server;
    QByteArray m_head;
    bool m_open = false;
};

ProxyDouble::ProxyDouble(quint16 upstream) : m_upstream(upstream)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

void ProxyDouble::cut()
{
    for (const QPointer<QObject>& tunnel : std::exchange(m_tunnels, {}))
        delete tunnel.data();
}

void ProxyDouble::incomingConnection(qintptr descriptor)
{
    m_tunnels.append(new Tunnel(*this, descriptor));
}

} // namespace partway
