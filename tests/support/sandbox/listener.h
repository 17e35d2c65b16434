// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/connection.h"

#include <QSslConfiguration>
#include <QThread>

#include <future>
#include <memory>
#include <vector>

namespace partway::sandbox {

// Accepts connections on 127.0.0.1 in a thread of its own and gives each a Connection.
class Listener : public QThread
{
public:
    Listener(quint16 port, std::optional<QSslConfiguration> tls, Services& services);
    ~Listener() override; // after services.stopping was set: waits for every connection to end

    // Starts; the port, or 0 and what went wrong in *problem.
    quint16 open(QString* problem);

protected:
    void run() override;

private:
    class Server;
    void reap();

    quint16 m_port;
    std::optional<QSslConfiguration> m_tls;
    Services& m_services;
    std::promise<std::pair<quint16, QString>> m_opened;
    std::vector<std::unique_ptr<Connection>> m_connections;
};

} // namespace partway::sandbox
