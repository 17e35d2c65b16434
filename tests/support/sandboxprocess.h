// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/credentials.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace partway {

// partway-sandbox as a child of a test: it can be killed and started again on the same folder and port.
// Blocks while it starts and while it is spoken to; for tests only.
class SandboxProcess
{
public:
    // The folder holds everything the sandbox keeps; the caller removes it.
    explicit SandboxProcess(QString root) : m_root(std::move(root)) {}
    ~SandboxProcess(); // ends it

    // Starts it and reads what it prints. False: problem() says why.
    bool start(const QStringList& arguments = {});
    bool restart();   // again, on the same ports, with the same arguments
    void terminate(); // SIGTERM, and waits
    void kill();      // SIGKILL, and waits
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    QString problem() const { return m_problem; }

    QByteArray value(const QByteArray& name) const { return m_values.value(name); } // of the KEY=VALUE lines
    QString endpoint() const { return QString::fromUtf8(value("ENDPOINT")); }
    QString tlsEndpoint() const { return QString::fromUtf8(value("ENDPOINT_TLS")); }
    QString caFile() const { return QString::fromUtf8(value("CA_FILE")); }
    QString bucket() const { return QString::fromUtf8(value("BUCKET")); }
    Credentials credentials() const;

    // Rules as in tests/support/sandbox/README.md, one a line; replaces the ones in force. False: problem().
    bool setFaults(const QByteArray& rules);
    QJsonArray faults(); // {rule, matched, acted} of each
    QJsonObject counters();
    void resetCounters();
    qint64 requests(const QString& operation); // of the counters
    qint64 bytesReceived(const QString& bucketAndKey);
    void closeIdleConnections();

private:
    bool readFacts();
    void rememberPorts();
    QByteArray control(const QByteArray& method, const QByteArray& place, const QByteArray& body = {},
                       int* status = nullptr);

    QString m_root;
    QStringList m_arguments;
    QProcess m_process;
    QMap<QByteArray, QByteArray> m_values;
    QString m_problem;
};

} // namespace partway
