// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/listener.h"

#include <QTcpServer>

namespace partway::sandbox {

class Listener::Server : public QTcpServer
{
public:
    std::vector<qintptr> accepted;

protected:
    void incomingConnection(qintptr descriptor) override { accepted.push_back(descriptor); }
};

Listener::Listener(quint16 port, std::optional<QSslConfiguration> tls, Services& services)
    : m_port(port), m_tls(std::move(tls)), m_services(services)
{
}

Listener::~Listener()
{
    wait();
}

quint16 Listener::open(QString* problem)
{
    auto opened = m_opened.get_future();
    start();
    const auto [port, words] = opened.get();
    *problem = words;
    return port;
}

void Listener::run()
{
    Server server;
    const bool listening = server.listen(QHostAddress::LocalHost, m_port);
    m_opened.set_value({listening ? server.serverPort() : quint16(0), server.errorString()});
    while (listening && !m_services.stopping) {
        server.waitForNewConnection(100);
        for (const qintptr descriptor : std::exchange(server.accepted, {})) {
            m_connections.push_back(std::make_unique<Connection>(descriptor, m_tls, m_services));
            m_connections.back()->start();
        }
        reap();
    }
    for (const auto& connection : m_connections)
        connection->wait();
    m_connections.clear();
}

void Listener::reap()
{
    std::erase_if(m_connections, [](const auto& connection) { return connection->isFinished(); });
}

} // namespace partway::sandbox
