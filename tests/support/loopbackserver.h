// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "support/testcertificate.h"

#include <QMap>
#include <QSet>
#include <QTcpServer>

#include <optional>

class QTcpSocket;

namespace partway {

// A small HTTP server on loopback for a double that answers each whole request at once; connections stay
// open. (What answers in pieces, late or wrongly is ScriptedServer.) Lives on the test's thread, which must
// not block.
class LoopbackServer : public QTcpServer
{
public:
    struct Seen
    {
        QByteArray method;
        QByteArray target;
        HeaderList headers;
        QByteArray body;
    };
    struct Reply
    {
        int status = 200;
        QByteArray body = "{}";
        HeaderList headers = {};
        bool cut = false;   // the connection ends instead
        bool never = false; // nothing is said, and the connection stays
    };

    QString origin() const;                                   // http://127.0.0.1:PORT
    int leftWaiting() const { return int(m_waiting.size()); } // connections on which nothing was said

protected:
    explicit LoopbackServer(std::optional<TestCertificate> tls = {});

    virtual Reply answer(const Seen& request) = 0;
    void incomingConnection(qintptr descriptor) override;

private:
    void accept();
    void read(QTcpSocket* socket);
    void reply(QTcpSocket* socket, const Reply& reply);

    const std::optional<TestCertificate> m_tls;
    QMap<QTcpSocket*, QByteArray> m_open; // what came of the next request
    QSet<QTcpSocket*> m_waiting;
};

} // namespace partway
