// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "complaint.h"
#include "console.h"
#include "upload/receiptcheck.h"
#include "workplace.h"

#include <QCommandLineParser>

#include <atomic>
#include <memory>

class QThread;

namespace partway {

struct VerifyOptions
{
    Receipt receipt;
    QString file;                   // empty: where the receipt says it was, if it is still there
    std::optional<Account> account; // none: the object is not looked at
};

void describeVerify(QCommandLineParser& parser);
OrComplaint<VerifyOptions> verifyOptionsOf(const QCommandLineParser& parser, const AccountList& accounts);

// `verify`: whether a file and an object are still what a receipt says. Nothing is fetched but what the store
// says about the object.
class VerifyCommand final : public Command
{
    Q_OBJECT
public:
    VerifyCommand(Workplace& workplace, Console& console, VerifyOptions options);
    ~VerifyCommand() override;

    void start() override;
    void interrupt() override;

private:
    void hash();
    void hashed(const Result<FileCheck>& check);
    void tellFile(const FileCheck& check);
    void look();
    void tellObject(const ObjectInfo& info);
    void objectFailed(const Error& error);
    void worsen(ExitCode code);
    void end();

    Workplace& m_workplace;
    Console& m_console;
    const VerifyOptions m_options;
    QString m_path;
    std::unique_ptr<QThread> m_hash;
    std::atomic<bool> m_stop{false};
    std::shared_ptr<ObjectStore> m_store;
    QJsonObject m_result;
    ExitCode m_worst = ExitCode::Done;
};

} // namespace partway
