// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inputend.h"
#include "queuecommand.h"
#include "transferrun.h"
#include "uploadoptions.h"

namespace partway {

// `upload`: adds files to the queue and drives them until each has ended.
class SendCommand final : public QueueCommand
{
    Q_OBJECT
public:
    SendCommand(Workplace& workplace, Console& console, Account account, AddRequest request,
                DriveOptions drive);

    void start() override;
    void interrupt() override;

private:
    void onOpened() override;
    void onClosed() override;
    void warnOfEnd(const Credentials& keys);
    void add();
    void takeTwins(const QList<TransferId>& ids);
    bool isOurs(const TransferRow& row) const;

    const Account m_account;
    const AddRequest m_request;
    const DriveOptions m_drive;
    std::unique_ptr<Report> m_report;
    std::unique_ptr<TransferRun> m_run;
    std::unique_ptr<InputEnd> m_inputEnd;
    RunSummary m_summary;
    int m_adding = 0; // the number of the request under way
};

} // namespace partway
