// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"

#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace partway {

ScriptedAnswer ScriptedAnswer::http(int status, const QByteArray& body, const QByteArrayList& headers)
{
    ScriptedAnswer answer;
    answer.raw = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const QByteArray& line : headers)
        answer.raw += line + "\r\n";
    answer.raw += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return answer;
}

ScriptedAnswer ScriptedAnswer::end(After how)
{
    return ScriptedAnswer{}.then(how);
}

ScriptedAnswer& ScriptedAnswer::then(After how)
{
    after = how;
    return *this;
}

ScriptedAnswer& ScriptedAnswer::early(qint64 bodyBytes)
{
    readBody = bodyBytes;
    return *this;
}

ScriptedAnswer& ScriptedAnswer::cutAfter(qint64 bytes)
{
    sendOnly = bytes;
    return then(After::Close);
}

ScriptedAnswer& ScriptedAnswer::late(std::chrono::milliseconds by)
{
    delay = by;
    return *this;
}

// One TCP connection: reads a request, has the script look at its head, answers, reads the next.
class ScriptedServer::Connection : public QObject
{
public:
    Connection(ScriptedServer& server, QTcpSocket* socket, int number)
        : QObject(&server), m_server(server), m_socket(socket), m_number(number)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::readSoon);
        connect(socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    }

private:
    void readSoon()
    {
        if (m_server.m_readDelay.count() == 0)
            return read();
        m_socket->setReadBufferSize(64 * 1024); // what is not read yet holds the sender back
        QTimer::singleShot(m_server.m_readDelay, this, &Connection::read);
    }

    void read()
    {
        m_buffer += m_socket->readAll();
        if (m_request < 0)
            readHead();
        if (m_request >= 0)
            readBody();
    }

    void readHead()
    {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArrayList lines = m_buffer.left(end).split('\n');
        m_buffer.remove(0, end + 4);
        const QByteArrayList words = lines.first().trimmed().split(' ');
        SeenRequest request;
        request.connection = m_number;
        request.method = words.value(0);
        request.target = words.value(1);
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.add(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
        }
        m_request = int(m_server.m_requests.size());
        m_answered = false;
        m_server.m_requests.append(request);
        m_server.m_mostAtOnce = std::max(m_server.m_mostAtOnce, ++m_server.m_serving);
        m_answer = m_server.m_script(request);
    }

    void readBody()
    {
        SeenRequest& request = m_server.m_requests[m_request];
        const qint64 missing = request.declaredLength() - request.body.size();
        request.body += m_buffer.left(missing);
        m_buffer.remove(0, std::min<qint64>(missing, m_buffer.size()));
        request.complete = request.body.size() == request.declaredLength();
        const bool early = m_answer.readBody >= 0 && request.body.size() >= m_answer.readBody;
        if (!m_answered && (request.complete || early)) {
            m_answered = true;
            QTimer::singleShot(m_answer.delay, this, &Connection::answer);
        } else if (request.complete && m_done) {
            next();
        }
    }

    void answer()
    {
        m_socket->write(m_answer.sendOnly < 0 ? m_answer.raw : m_answer.raw.left(m_answer.sendOnly));
        m_done = true;
        switch (m_answer.after) {
        case ScriptedAnswer::After::KeepOpen:
            if (!m_answer.raw.isEmpty() && m_server.m_requests.at(m_request).complete)
                next();
            return;
        case ScriptedAnswer::After::Close:
            m_socket->flush();
            return m_socket->disconnectFromHost();
        case ScriptedAnswer::After::Reset:
            m_socket->flush();
            return resetSocket();
        }
    }

    // Closing with a linger time of zero makes the kernel send RST instead of FIN.
    void resetSocket()
    {
#ifdef Q_OS_UNIX
        const linger now{1, 0};
        setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
        m_socket->abort();
    }

    void next()
    {
        m_request = -1;
        m_done = false;
        --m_server.m_serving;
        if (!m_buffer.isEmpty())
            readSoon();
    }

    void onDisconnected()
    {
        m_server.m_serving -= m_request >= 0 ? 1 : 0;
        --m_server.m_open;
        deleteLater();
    }

    ScriptedServer& m_server;
    QTcpSocket* m_socket;
    int m_number;
    QByteArray m_buffer;
    int m_request = -1; // index of the one being read or answered
    ScriptedAnswer m_answer;
    bool m_answered = false; // or about to be
    bool m_done = false;
};

ScriptedServer::ScriptedServer(std::optional<TestCertificate> tls, const QHostAddress& address)
    : m_tls(std::move(tls))
{
    play({});
    if (!listen(address))
        qFatal("no port on loopback");
}

ScriptedServer::~ScriptedServer()
{
    const auto connections = findChildren<QTcpSocket*>();
    for (QTcpSocket* socket : connections)
        socket->disconnect();
}

void ScriptedServer::play(const QList<ScriptedAnswer>& answers)
{
    m_script = [answers, next = 0](const SeenRequest&) mutable {
        return next < answers.size() ? answers.at(next++) : ScriptedAnswer::http(599, "not in the script");
    };
}

Origin ScriptedServer::origin() const
{
    return {QLatin1String(m_tls ? "https" : "http"), serverAddress().toString(), serverPort()};
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    auto* socket = m_tls ? new QSslSocket : new QTcpSocket;
    socket->setSocketDescriptor(descriptor);
    ++m_open;
    new Connection(*this, socket, ++m_connections);
    if (auto* secure = qobject_cast<QSslSocket*>(socket)) {
        secure->setLocalCertificate(QSslCertificate(m_tls->certificatePem));
        secure->setPrivateKey(QSslKey(m_tls->keyPem, QSsl::Ec));
        if (!m_clientAuthority.isEmpty()) {
            QSslConfiguration tls = secure->sslConfiguration();
            tls.setCaCertificates({QSslCertificate(m_clientAuthority)});
            tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
            secure->setSslConfiguration(tls);
        }
        secure->startServerEncryption();
    }
}

} // namespace partway
