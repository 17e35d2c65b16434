// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "support/testcertificate.h"

#include <QTcpServer>

#include <functional>
#include <optional>

class QTcpSocket;

namespace partway {

// A request as it came over the wire. `body` grows while it arrives.
struct SeenRequest
{
    int connection = 0; // 1, 2, …: which TCP connection carried it
    QByteArray method;
    QByteArray target;
    HeaderList headers;
    QByteArray body;
    bool complete = false;

    qint64 declaredLength() const { return headers.value("Content-Length").toLongLong(); }
};

// What the server does with one request: once `readBody` bytes of the body are there (−1: all), and after the
// delay, it writes `raw` (only the first `sendOnly` bytes, −1: all) and keeps or ends the connection.
struct ScriptedAnswer
{
    enum class After { KeepOpen, Close, Reset };

    QByteArray raw;
    std::chrono::milliseconds delay{0};
    qint64 readBody = -1;
    qint64 sendOnly = -1;
    After after = After::KeepOpen;

    // A well-formed answer with Content-Length and the given further lines ("Name: value").
    static ScriptedAnswer http(int status, const QByteArray& body = {}, const QByteArrayList& headers = {});
    static ScriptedAnswer silence() { return {}; }
    static ScriptedAnswer end(After how); // no answer, only the connection's end

    ScriptedAnswer& then(After how);
    ScriptedAnswer& early(qint64 bodyBytes);
    ScriptedAnswer& cutAfter(qint64 bytes); // of the answer; closes
    ScriptedAnswer& late(std::chrono::milliseconds by);
};

// An HTTP server on loopback that does as it is told, also what no server should do. Lives on the test's
// thread.
class ScriptedServer final : public QTcpServer
{
public:
    using Script = std::function<ScriptedAnswer(const SeenRequest&)>;

    explicit ScriptedServer(std::optional<TestCertificate> tls = {},
                            const QHostAddress& address = QHostAddress::LocalHost);
    ~ScriptedServer() override;

    // Called when the head of a request has arrived.
    void setScript(Script script) { m_script = std::move(script); }
    // One answer each, in the order of the requests' heads; anything beyond gets 599.
    void play(const QList<ScriptedAnswer>& answers);

    Origin origin() const;
    const QList<SeenRequest>& requests() const { return m_requests; }
    int connections() const { return m_connections; }
    void demandClientOf(const QByteArray& authorityPem) { m_clientAuthority = authorityPem; }
    int openConnections() const { return m_open; }
    int mostAtOnce() const { return m_mostAtOnce; }                             // requests being served
    void setReadDelay(std::chrono::milliseconds delay) { m_readDelay = delay; } // before each read

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;

    std::optional<TestCertificate> m_tls;
    QByteArray m_clientAuthority; // whose clients alone are let in; empty: everybody
    Script m_script;
    QList<SeenRequest> m_requests;
    int m_connections = 0;
    int m_open = 0;
    int m_serving = 0;
    int m_mostAtOnce = 0;
    std::chrono::milliseconds m_readDelay{0};
};

} // namespace partway
