// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preparedrun.h"
#include "queue/journal.h"
#include "queue/resumeticket.h"
#include "queuecommand.h"
#include "storechoice.h"

namespace partway {

// `ticket export ID FILE`: an unfinished transfer as a small file for another computer. This one does not
// go on with it any more unless it is asked for by its number. Works on the journal; there is no queue.
class TicketExportCommand final : public Command
{
    Q_OBJECT
public:
    TicketExportCommand(Workplace& workplace, Console& console, TransferId id, QString path);
    void start() override;

private:
    void give();
    Result<ResumeTicket> ticketOf(Journal& journal) const;
    Result<void> handOver(Journal& journal) const;
    void fail(const Error& error);

    Workplace& m_workplace;
    Console& m_console;
    const TransferId m_id;
    const QString m_path;
};

OrComplaint<QPair<TransferId, QString>> ticketExportOptionsOf(const QCommandLineParser& parser);

struct TicketImportOptions
{
    StoreChoice store;
    DriveOptions drive;
    QString ticket;
    QString source;
    bool force = false;
};

void describeTicketImport(QCommandLineParser& parser);
OrComplaint<TicketImportOptions> ticketImportOptionsOf(const QCommandLineParser& parser);

// `ticket import`: goes on with it here, from the file as it is here.
class TicketImportCommand final : public QueueCommand
{
    Q_OBJECT
public:
    TicketImportCommand(Workplace& workplace, Console& console, Account account, ResumeTicket ticket,
                        TicketImportOptions options);

    void start() override;
    void interrupt() override;

private:
    void onOpened() override;
    void onClosed() override;

    const Account m_account;
    const ResumeTicket m_ticket;
    const TicketImportOptions m_options;
    SourceFingerprint m_source;
    std::unique_ptr<PreparedRun> m_run;
};

// Reads the ticket; a sentence where it cannot be read.
OrComplaint<ResumeTicket> readTicket(const QString& path);

} // namespace partway
