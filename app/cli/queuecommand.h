// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "console.h"
#include "queue/signinwatch.h"
#include "queue/transferqueue.h"
#include "report.h"
#include "workplace.h"

#include <memory>

namespace partway {

// A command that works on the queue: opens it, and closes it before it ends. Reading goes on while another
// process drives transfers.
class QueueCommand : public Command
{
    Q_OBJECT
public:
    QueueCommand(Workplace& workplace, Console& console);
    ~QueueCommand() override;

    void start() override { openQueue(); }
    void interrupt() override { finish(ExitCode::Paused); }

protected:
    virtual void onOpened() = 0;

    void openQueue(const std::optional<Account>& another = std::nullopt);
    TransferQueue& queue() { return *m_queue; }
    bool isOpen() const { return m_open; }
    Workplace& workplace() { return m_workplace; }
    Console& console() const { return m_console; }
    std::unique_ptr<Report> makeReport();

    void setRateLimit(qint64 bytesPerSecond); // of the queue, from now on

    void fail(const Error& error); // says it, and finishes with its code
    void finish(ExitCode code);
    virtual void onClosed() {
    } // after finish(), before the command ends: the journal and receipts are written

private:
    void watchSignIns(const std::optional<Account>& another);

    Workplace& m_workplace;
    Console& m_console;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<SignInWatch> m_watch; // goes before the queue
    bool m_open = false;
    bool m_finishing = false;
};

} // namespace partway
