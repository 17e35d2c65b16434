// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "command.h"
#include "console.h"
#include "queue/folderscan.h"
#include "queue/transferqueue.h"

#include <atomic>
#include <memory>

class QThread;

namespace partway {

// `upload --dry-run`: what would be sent, in files, parts and requests. Asks no store and changes nothing.
class PlanCommand final : public Command
{
    Q_OBJECT
public:
    PlanCommand(Console& console, Account account, AddRequest request);
    ~PlanCommand() override;

    void start() override;
    void interrupt() override;

private:
    void plan(const QList<ScannedFile>& files);
    void planOpen(const QString& path, const QString& relative);
    void refuse(const QString& path, const Error& error);
    void end();

    Console& m_console;
    const Account m_account;
    const AddRequest m_request;
    std::atomic<bool> m_stop{false};
    std::unique_ptr<QThread> m_scan;
    qint64 m_bytes = 0;
    qint64 m_parts = 0;
    qint64 m_requests = 0;
    int m_files = 0;
    bool m_failed = false;
};

} // namespace partway
