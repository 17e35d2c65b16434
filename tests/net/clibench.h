// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byterange.h"
#include "support/rawclient.h"
#include "support/sandboxprocess.h"

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>

namespace partway {

// What one run of partway-cli left behind.
struct CliRun
{
    int code = -1; // -1: it crashed or did not end
    QByteArray out;
    QByteArray err;
    QString trouble; // a secret in the output, a crash; empty: none

    QList<QJsonObject> events(const QString& name = {}) const; // of the JSON lines, all or those of that name
    bool isPureJson() const; // every line of `out` is one object with an event
    QByteArray all() const { return out + err; }
    QByteArray story() const { return "it ended with " + QByteArray::number(code) + ": " + all(); }
};

// Runs what is given once: it had no trouble and ended with this code, else the test function fails and
// ends. Needs QtTest.
#define VERIFY_CODE(run, wanted)                                                                             \
    do {                                                                                                     \
        const CliRun verified = (run);                                                                       \
        QVERIFY2(verified.trouble.isEmpty(), qPrintable(verified.trouble));                                  \
        QVERIFY2(verified.code == (wanted), verified.story().constData());                                   \
    } while (false)

// A sandbox, and partway-cli run against it as a real process, with a state folder of its own for each bench.
// Waits while a process runs; for tests only.
class CliBench
{
public:
    bool start(const QStringList& sandboxArguments = {});
    QString problem() const { return m_sandbox->problem(); }
    SandboxProcess& sandbox() { return *m_sandbox; }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString stateFolder() const { return path(QStringLiteral("state")); }
    QString makeFile(const QString& name, qint64 size); // the same bytes for the same name and size
    QByteArray contentOf(const QString& path) const;
    QByteArray object(const QString& key) const; // null: there is none
    QString objectFile(const QString& key) const;

    // A signed request past partway-cli, to set the stage or to look behind it.
    RawReply ask(const QByteArray& method, const QByteArray& path, const Query& query = {},
                 const QByteArray& body = {}) const;

    QProcessEnvironment environment() const;           // with the sandbox's keys
    QStringList store() const;                         // --endpoint … --region … --state-dir …
    QStringList uploadTo(const QString& prefix) const; // upload, store(), --to

    CliRun run(const QStringList& arguments, const QProcessEnvironment& environment,
               const QByteArray& input = {});
    CliRun run(const QStringList& arguments) { return run(arguments, environment()); }
    std::unique_ptr<QProcess> launch(const QStringList& arguments, const QProcessEnvironment& environment);
    std::unique_ptr<QProcess> launch(const QStringList& arguments)
    {
        return launch(arguments, environment());
    }
    CliRun wait(QProcess& process, int milliseconds = 60'000); // until it ends
    bool waitForParts(qint64 bytes, const QString& key);       // until so many bytes came in for it

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

void interruptProcess(const QProcess& process); // as Ctrl+C does

} // namespace partway
