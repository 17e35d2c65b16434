// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandboxprocess.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrl>

namespace partway {
namespace {

constexpr int patience = 20'000; // ms; a busy machine may take its time

} // namespace

SandboxProcess::~SandboxProcess()
{
    terminate();
}

bool SandboxProcess::start(const QStringList& arguments)
{
    m_arguments = arguments;
    m_values.clear();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(PARTWAY_SANDBOX_PROGRAM),
                    QStringList{QStringLiteral("--root"), m_root, QStringLiteral("--exit-with-parent")} +
                        arguments);
    return readFacts();
}

bool SandboxProcess::readFacts()
{
    while (!m_values.contains("CONTROL")) {
        if (!m_process.canReadLine() && !m_process.waitForReadyRead(patience)) {
            m_problem = QStringLiteral("the sandbox did not start: ") + m_process.errorString();
            return false;
        }
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            const qsizetype equals = line.indexOf('=');
            if (equals > 0)
                m_values.insert(line.left(equals), line.mid(equals + 1));
        }
    }
    return true;
}

bool SandboxProcess::restart()
{
    rememberPorts();
    terminate();
    return start(m_arguments);
}

void SandboxProcess::rememberPorts()
{
    if (!m_arguments.contains(QStringLiteral("--port")) && m_values.contains("ENDPOINT"))
        m_arguments += {QStringLiteral("--port"), QString::number(QUrl(endpoint()).port())};
    if (!m_arguments.contains(QStringLiteral("--tls-port")) && m_values.contains("ENDPOINT_TLS"))
        m_arguments += {QStringLiteral("--tls-port"), QString::number(QUrl(tlsEndpoint()).port())};
}

void SandboxProcess::terminate()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        kill();
}

void SandboxProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

Credentials SandboxProcess::credentials() const
{
    Credentials credentials;
    credentials.accessKeyId = value("ACCESS_KEY");
    credentials.secretKey = Secret(value("SECRET_KEY"));
    return credentials;
}

QByteArray SandboxProcess::control(const QByteArray& method, const QByteArray& place, const QByteArray& body,
                                   int* status)
{
    const QUrl url(QString::fromUtf8(value("CONTROL")));
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    if (!socket.waitForConnected(patience))
        return {};
    socket.write(method + ' ' + url.path().toUtf8() + place +
                 " HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n" +
                 "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(patience))
        answer += socket.readAll();
    answer += socket.readAll();
    if (status)
        *status = answer.mid(9, 3).toInt();
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : answer.mid(end + 4);
}

bool SandboxProcess::setFaults(const QByteArray& rules)
{
    int status = 0;
    const QByteArray answer = control("PUT", "/faults", rules, &status);
    if (status != 200)
        m_problem = QString::fromUtf8(answer);
    return status == 200;
}

QJsonArray SandboxProcess::faults()
{
    return QJsonDocument::fromJson(control("GET", "/faults")).array();
}

QJsonObject SandboxProcess::counters()
{
    return QJsonDocument::fromJson(control("GET", "/counters")).object();
}

void SandboxProcess::resetCounters()
{
    control("DELETE", "/counters");
}

qint64 SandboxProcess::requests(const QString& operation)
{
    return counters().value(u"requests").toObject().value(operation).toInteger();
}

qint64 SandboxProcess::bytesReceived(const QString& bucketAndKey)
{
    const QJsonObject parts = counters().value(u"bytes").toObject().value(bucketAndKey).toObject();
    qint64 total = 0;
    for (const QJsonValue part : parts)
        total += part.toInteger();
    return total;
}

void SandboxProcess::closeIdleConnections()
{
    control("DELETE", "/connections");
}

} // namespace partway
