// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/networksecrets.h"
#include "preparedrun.h"
#include "queue/ticketuse.h"
#include "queuecommand.h"
#include "storechoice.h"
#include "values.h"

#include "s3/s3client.h"

namespace partway {

struct TicketOfferOptions
{
    StoreChoice store;
    QString bucket;
    QByteArray key;
    qint64 size = 0;
    QString fileName;
    QByteArray contentType;
    qint64 partSize = 0; // 0: automatic
    int seconds = 3 * 24 * 3600;
    QString path; // of the ticket
};

void describeTicketOffer(QCommandLineParser& parser);
OrComplaint<TicketOfferOptions> ticketOfferOptionsOf(const QCommandLineParser& parser);

// `ticket offer`: begins an upload and signs all that somebody without keys needs to finish it. Main thread,
// no queue: the upload is not a row here.
class TicketOfferCommand final : public Command
{
    Q_OBJECT
public:
    TicketOfferCommand(Workplace& workplace, Console& console, Account account, TicketOfferOptions options);
    ~TicketOfferCommand() override;
    void start() override;

private:
    void open(const NetworkSecrets& network);
    void create();
    void sign(const CreateUploadOutput& made);
    Result<void> write(const UploadTicket& ticket) const;
    void takeBack(const UploadTicket& ticket, const Error& why);
    void tell(const UploadTicket& ticket);
    void fail(const Error& error);

    Workplace& m_workplace;
    Console& m_console;
    const Account m_account;
    TicketOfferOptions m_options;
    PartPlan m_plan;
    QString m_token;
    Credentials m_keys;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<S3Client> m_client; // goes before the transport
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
