// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxhost.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace partway {

const QString sandboxAccountId = QStringLiteral("sandbox");

namespace {

const QString programName = QStringLiteral("partway-sandbox");
constexpr qsizetype keptErrors = 2000;

QString programPath()
{
    const QString here = QCoreApplication::applicationDirPath();
    return QStandardPaths::findExecutable(programName, {here, here + QStringLiteral("/../libexec/partway"),
                                                        here + QStringLiteral("/../lib/partway")});
}

} // namespace

SandboxHost::SandboxHost(const QString& stateFolder, QObject* parent)
    : QObject(parent), m_root(stateFolder + QStringLiteral("/sandbox"))
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxHost::readFacts);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_errors = (m_errors + m_process.readAllStandardError()).right(keptErrors); });
    connect(&m_process, &QProcess::finished, this, &SandboxHost::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended();
    });
}

SandboxHost::~SandboxHost()
{
    m_process.disconnect(this);
    m_process.kill(); // stop() comes first where there is time for it
}

bool SandboxHost::isAvailable()
{
    return !programPath().isEmpty();
}

void SandboxHost::start()
{
    if (m_ready) {
        announce();
        return;
    }
    if (m_process.state() != QProcess::NotRunning)
        return; // under way
    m_account = {};
    m_account.id = sandboxAccountId;
    m_account.name = tr("Sandbox");
    m_account.provider = QStringLiteral("sandbox");
    m_account.addressing = Addressing::Path;
    m_account.secretSource = SecretSource::Session;
    m_errors.clear();
    QDir().mkpath(m_root);
    m_process.start(programPath(), {QStringLiteral("--root"), m_root, QStringLiteral("--exit-with-parent")});
}

// NAME=VALUE lines; CONTROL comes last. Nothing of it is logged: a secret key is among them.
void SandboxHost::readFacts()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        const QByteArray name = line.left(line.indexOf('='));
        const QByteArray value = line.mid(name.size() + 1);
        if (name == "ENDPOINT")
            m_account.endpoint = QString::fromUtf8(value);
        else if (name == "REGION")
            m_account.region = QString::fromUtf8(value);
        else if (name == "ACCESS_KEY")
            m_account.accessKeyId = value;
        else if (name == "SECRET_KEY")
            m_secret = Secret(value);
        else if (name == "BUCKET")
            m_account.bucket = QString::fromUtf8(value);
        else if (name == "CONTROL") {
            m_ready = true;
            announce();
        }
    }
}

void SandboxHost::announce()
{
    Q_EMIT ready(m_account, m_secret);
}

void SandboxHost::stop()
{
    m_stopping = true;
    if (m_process.state() == QProcess::NotRunning)
        Q_EMIT stopped();
    else
        m_process.closeWriteChannel(); // it ends when its standard input does
}

void SandboxHost::ended()
{
    m_ready = false;
    if (m_stopping) {
        Q_EMIT stopped();
        return;
    }
    const QString words = QString::fromUtf8(m_errors).trimmed();
    qCWarning(logAccounts) << "the sandbox ended:" << words;
    Q_EMIT failed(words.isEmpty() ? m_process.errorString() : words.section(u'\n', -1));
}

} // namespace partway
