// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/processkeys.h"

#include "accounts/awsfiles.h"
#include "base/redact.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace partway {

namespace {

constexpr qint64 mostOutput = 64 * 1024;
constexpr qsizetype mostWords = 300; // of what it says about a failure

// What the program says of itself is what the person needs to know.
Error trouble(const char* code, const QString& message = {})
{
    return Error{
        .kind = ErrorKind::SignIn, .code = QLatin1String(code), .message = message, .resource = message};
}

} // namespace

Result<Credentials> keysFromProcess(const QByteArray& output)
{
    QJsonParseError parsing;
    const QJsonObject json = QJsonDocument::fromJson(output, &parsing).object();
    const auto text = [&json](const char* name) { return json.value(QLatin1String(name)).toString(); };
    if (output.size() > mostOutput || parsing.error != QJsonParseError::NoError)
        return trouble("process-answer-invalid");
    if (json.value(QLatin1String("Version")).toInt() != 1)
        return trouble("process-answer-invalid", QStringLiteral("Version is not 1"));
    Credentials keys{text("AccessKeyId").toUtf8(),
                     Secret(text("SecretAccessKey").toUtf8()),
                     Secret(text("SessionToken").toUtf8()),
                     {}};
    const QString end = text("Expiration");
    keys.expiresAt = QDateTime::fromString(end, Qt::ISODateWithMs).toUTC();
    if (keys.isEmpty())
        return trouble("process-answer-invalid", QStringLiteral("no AccessKeyId or SecretAccessKey"));
    if (!end.isEmpty() && !keys.expiresAt.isValid())
        return trouble("process-answer-invalid", QStringLiteral("Expiration is no time"));
    return keys;
}

ProcessKeys::ProcessKeys(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_process(new QProcess)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(trouble("process-timeout")); });
    connect(m_process, &QProcess::finished, this, &ProcessKeys::finished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(trouble("process-not-started", m_process->errorString()));
    });
}

ProcessKeys::~ProcessKeys()
{
    m_process->disconnect(this);
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    if (m_process->state() == QProcess::NotRunning)
        m_process->deleteLater();
    else
        m_process->kill();
}

void ProcessKeys::run(const QString& command, Done done)
{
    m_done = std::move(done);
    QStringList words;
    if (!splitWords(command, &words) || words.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { end(trouble("process-words")); }, Qt::QueuedConnection);
        return;
    }
    m_patience.start();
    const QString program = words.takeFirst();
    // Queued: a program that is not there is told from inside start().
    QMetaObject::invokeMethod(
        this,
        [this, program, words] {
            m_process->start(program, words, QIODevice::ReadOnly);
            m_process->closeWriteChannel();
        },
        Qt::QueuedConnection);
}

void ProcessKeys::finished(int exitCode, QProcess::ExitStatus status)
{
    const Secret output(m_process->readAllStandardOutput()); // wiped
    const QString words = redact(QString::fromUtf8(m_process->readAllStandardError()).simplified());
    if (status != QProcess::NormalExit || exitCode != 0)
        end(trouble("process-failed", words.left(mostWords)));
    else
        end(keysFromProcess(output.reveal()));
}

void ProcessKeys::end(const Result<Credentials>& result)
{
    m_patience.stop();
    if (const Done done = std::exchange(m_done, {}))
        done(result);
}

} // namespace partway
