// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "s3/credentials.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>

namespace partway {

// Runs a credential_process without a shell and reads the keys that it prints (s3-reference §8.2). Ends
// exactly once, never from inside run(). Errors (SignIn): "process-words" (a quote is not closed, or nothing
// there), "process-not-started", "process-failed" (message: what it wrote to standard error),
// "process-timeout", "process-answer-invalid". Main thread.
class ProcessKeys final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<Credentials>)>;

    explicit ProcessKeys(std::chrono::milliseconds patience = std::chrono::seconds(60),
                         QObject* parent = nullptr);
    ~ProcessKeys() override; // ends the program; nobody is told

    void run(const QString& command, Done done);

private:
    void finished(int exitCode, QProcess::ExitStatus status);
    void end(const Result<Credentials>& result);

    QProcess* const m_process; // lives on until it has ended
    QTimer m_patience;
    Done m_done;
};

// {"Version": 1, "AccessKeyId": …}. Without Expiration the keys do not end.
Result<Credentials> keysFromProcess(const QByteArray& output);

} // namespace partway
