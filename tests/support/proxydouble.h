// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QPointer>
#include <QTcpServer>

namespace partway {

// An HTTP proxy on loopback that knows CONNECT only, and leads every tunnel to one port here, whatever name
// was asked for. Wants a sign-in where `wanted` is set. Lives on the test's thread.
class ProxyDouble final : public QTcpServer
{
public:
    explicit ProxyDouble(quint16 upstream);

    QByteArray wanted; // "user:password"; empty: nobody has to sign in

    const QByteArrayList& asked() const { return m_asked; } // "store.invalid:443", of granted tunnels
    int refusals() const { return m_refusals; }
    void cut(); // ends every tunnel, as a proxy does whose sign-ins have run out

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Tunnel;

    const quint16 m_upstream;
    QByteArrayList m_asked;
    QList<QPointer<QObject>> m_tunnels;
    int m_refusals = 0;
};

} // namespace partway
