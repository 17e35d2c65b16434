// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queuecommand.h"
#include "storechoice.h"
#include "transferrun.h"
#include "uploadoptions.h"

namespace partway {

// What `resume` and `retry` were asked to do.
struct ResumeOptions
{
    QList<TransferId> ids; // empty: everything unfinished
    StoreChoice store;     // only transfers of that account or endpoint
    DriveOptions drive;
    bool replace = false;     // retry: the object may be replaced
    bool startOver = false;   // retry: the file as it is now
    bool throughHere = false; // --through-this-computer
    bool repair = false;      // retry: the same, but only what differs of it
};

void describeResumeOptions(QCommandLineParser& parser);
void describeRetryOptions(QCommandLineParser& parser);
OrComplaint<ResumeOptions> resumeOptionsOf(const QCommandLineParser& parser, bool idsWanted);
OrComplaint<QList<TransferId>> idsOf(const QStringList& arguments, bool wanted);

// `resume` and `retry`: drives transfers that the journal knows until each has ended.
class ResumeCommand final : public QueueCommand
{
    Q_OBJECT
public:
    ResumeCommand(Workplace& workplace, Console& console, ResumeOptions options);

    void interrupt() override;

private:
    void onOpened() override;
    void onClosed() override;
    OrComplaint<QList<TransferRow>> wanted();
    bool isOfStore(const TransferRow& row);
    bool hasKeys(const TransferRow& row);
    bool begin(const TransferRow& row);       // false: it cannot go on without a decision
    bool needsAnswer(const TransferRow& row); // true: refused
    bool beginStream(const TransferRow& row);
    void refuse(const TransferRow& row, const QString& why, ExitCode code);

    const ResumeOptions m_options;
    std::unique_ptr<Report> m_report;
    std::unique_ptr<TransferRun> m_run;
    RunSummary m_summary;
    ExitCode m_worst = ExitCode::Done; // of what could not be started
    int m_refused = 0;
};

} // namespace partway
