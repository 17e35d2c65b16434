// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/transport.h"

#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTimer>

#include <memory>

class QTcpSocket;

namespace partway {

class NetworkCall;
struct CallSurroundings;

// Sends a body in large pieces to a server of its own on loopback and compares what arrives. Tells its
// verdict once, from the event loop. The way of the calls is the real one; only the receiver is not.
class PieceProbe final : public QObject
{
public:
    using Told = std::function<void(bool proven)>;

    PieceProbe(const Clock& clock, Told told);
    ~PieceProbe() override;

    void start();

private:
    void accept();
    void receive();
    void tell(bool proven);

    Told m_told;
    std::unique_ptr<CallSurroundings> m_surroundings;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<NetworkCall> m_call;
    QTcpServer m_server;
    QTcpSocket* m_socket = nullptr; // child of the server
    QTimer m_deadline;
    QByteArray m_body;
    QByteArray m_received;
};

} // namespace partway
