// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QThread>

#include <csignal>

namespace partway {

QList<QJsonObject> CliRun::events(const QString& name) const
{
    QList<QJsonObject> list;
    const QList<QByteArray> lines = out.split('\n');
    for (const QByteArray& line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty() && (name.isEmpty() || object.value(QLatin1String("event")).toString() == name))
            list.append(object);
    }
    return list;
}

bool CliRun::isPureJson() const
{
    const qsizetype lines = out.count('\n');
    if (!out.isEmpty() && !out.endsWith('\n'))
        return false;
    const QList<QJsonObject> objects = events();
    for (const QJsonObject& object : objects) {
        if (!object.value(QLatin1String("event")).isString())
            return false;
    }
    return objects.size() == lines;
}

bool CliBench::start(const QStringList& sandboxArguments)
{
    m_sandbox = std::make_unique<SandboxProcess>(path(QStringLiteral("store")));
    return m_sandbox->start(sandboxArguments);
}

QString CliBench::makeFile(const QString& name, qint64 size)
{
    const QString file = path(name);
    QDir().mkpath(file.section(QLatin1Char('/'), 0, -2));
    QRandomGenerator random(quint32(qHash(name)) ^ quint32(size));
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(random.generate());
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != size)
        qFatal("cannot write %s", qPrintable(file));
    return file;
}

QByteArray CliBench::contentOf(const QString& path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString CliBench::objectFile(const QString& key) const
{
    QString name = QString::fromLatin1(key.toUtf8().toPercentEncoding("", "~"));
    if (name.startsWith(QLatin1Char('.')))
        name.replace(0, 1, QStringLiteral("%2E"));
    return path(QStringLiteral("store/buckets/%1/objects/%2").arg(m_sandbox->bucket(), name));
}

QByteArray CliBench::object(const QString& key) const
{
    return contentOf(objectFile(key));
}

RawReply CliBench::ask(const QByteArray& method, const QByteArray& path, const Query& query,
                       const QByteArray& body) const
{
    RawClient client(m_sandbox->endpoint(), m_sandbox->credentials());
    RawRequest request{.method = method, .path = path, .query = query};
    request.body = body;
    return client.send(request);
}

QProcessEnvironment CliBench::environment() const
{
    QProcessEnvironment clean;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString& name : system.keys()) {
        if (!name.startsWith(QLatin1String("AWS_")))
            clean.insert(name, system.value(name));
    }
    clean.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QString::fromUtf8(m_sandbox->value("ACCESS_KEY")));
    clean.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QString::fromUtf8(m_sandbox->value("SECRET_KEY")));
    return clean;
}

QStringList CliBench::store() const
{
    return {QStringLiteral("--endpoint"),  m_sandbox->endpoint(),
            QStringLiteral("--region"),    QString::fromUtf8(m_sandbox->value("REGION")),
            QStringLiteral("--state-dir"), stateFolder()};
}

QStringList CliBench::uploadTo(const QString& prefix) const
{
    return QStringList{QStringLiteral("upload")} + store() +
           QStringList{QStringLiteral("--to"), QStringLiteral("s3://") + m_sandbox->bucket() + u'/' + prefix};
}

std::unique_ptr<QProcess> CliBench::launch(const QStringList& arguments,
                                           const QProcessEnvironment& environment)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(PARTWAY_CLI_PROGRAM), arguments);
    process->waitForStarted();
    return process;
}

CliRun CliBench::run(const QStringList& arguments, const QProcessEnvironment& environment,
                     const QByteArray& input)
{
    const std::unique_ptr<QProcess> process = launch(arguments, environment);
    process->write(input);
    process->closeWriteChannel();
    return wait(*process);
}

CliRun CliBench::wait(QProcess& process, int milliseconds)
{
    CliRun run;
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(milliseconds);
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    if (!ended) {
        process.kill();
        process.waitForFinished();
        run.trouble = QStringLiteral("it did not end");
    } else if (process.exitStatus() != QProcess::NormalExit) {
        run.trouble = QStringLiteral("it crashed");
    } else {
        run.code = process.exitCode();
    }
    if (run.all().contains(m_sandbox->value("SECRET_KEY")))
        run.trouble = QStringLiteral("the secret key is in the output");
    if (!run.trouble.isEmpty())
        run.trouble += QStringLiteral(": ") + QString::fromUtf8(run.all());
    return run;
}

bool CliBench::waitForParts(qint64 bytes, const QString& key)
{
    QElapsedTimer timer;
    timer.start();
    while (m_sandbox->bytesReceived(m_sandbox->bucket() + u'/' + key) < bytes) {
        if (timer.elapsed() > 30'000)
            return false;
        QThread::msleep(10);
    }
    return true;
}

void interruptProcess(const QProcess& process)
{
    ::kill(pid_t(process.processId()), SIGINT);
}

} // namespace partway
