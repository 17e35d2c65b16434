// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preparedrun.h"
#include "queue/ticketoffer.h"
#include "queue/ticketuse.h"
#include "queuecommand.h"
#include "storechoice.h"
#include "values.h"

namespace partway {

struct TicketOfferOptions
{
    StoreChoice store;
    TicketWish wish;
    QString path; // of the ticket
};

void describeTicketOffer(QCommandLineParser& parser);
OrComplaint<TicketOfferOptions> ticketOfferOptionsOf(const QCommandLineParser& parser);

// `ticket offer`: begins an upload and signs all that somebody without keys needs to finish it. No queue: the
// upload is not a row here.
class TicketOfferCommand final : public Command
{
    Q_OBJECT
public:
    TicketOfferCommand(Workplace& workplace, Console& console, Account account, TicketOfferOptions options);
    void start() override;

private:
    void tell(const UploadTicket& ticket);
    void fail(const Error& error);

    Workplace& m_workplace;
    Console& m_console;
    const Account m_account;
    const TicketOfferOptions m_options;
    TicketOffer m_offer;
};

struct TicketUseOptions
{
    DriveOptions drive;
    QString ticket;
    QString file;
};

void describeTicketUse(QCommandLineParser& parser);
OrComplaint<TicketUseOptions> ticketUseOptionsOf(const QCommandLineParser& parser);

// `ticket use`: sends a file with an upload ticket, as any other transfer.
class TicketUseCommand final : public QueueCommand
{
    Q_OBJECT
public:
    TicketUseCommand(Workplace& workplace, Console& console, TicketUseOptions options);
    void start() override;
    void interrupt() override;

private:
    void onOpened() override;
    void onClosed() override;

    const TicketUseOptions m_options;
    TicketUse m_use;
    std::unique_ptr<PreparedRun> m_run;
};

} // namespace partway
