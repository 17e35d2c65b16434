// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploadticketcommand.h"

#include <QFileInfo>

namespace partway {

void describeTicketUse(QCommandLineParser& parser)
{
    describeDriveOptions(parser);
}

OrComplaint<TicketUseOptions> ticketUseOptionsOf(const QCommandLineParser& parser)
{
    const QStringList operands = parser.positionalArguments();
    if (operands.size() != 2)
        return Complaint{
            .sentence = QStringLiteral("Name the ticket and the file, in this order."),
            .hint = QStringLiteral("For example: partway-cli ticket use film.upload-ticket film.mov")};
    const OrComplaint<DriveOptions> drive = driveOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(drive))
        return *complaint;
    return TicketUseOptions{.drive = std::get<DriveOptions>(drive),
                            .ticket = QFileInfo(operands.first()).absoluteFilePath(),
                            .file = QFileInfo(operands.last()).absoluteFilePath()};
}

TicketUseCommand::TicketUseCommand(Workplace& workplace, Console& console, TicketUseOptions options)
    : QueueCommand(workplace, console), m_options(std::move(options))
{
}

void TicketUseCommand::start()
{
    const Result<TicketUse> use =
        prepareTicketUse(m_options.ticket, m_options.file, workplace().clock().now());
    if (!use)
        return fail(use.error());
    m_use = *use;
    // Without its secret: where the ticket lies, so that another process can go on.
    if (const Result<void> kept = workplace().accounts().put(m_use.account); !kept)
        return fail(kept.error());
    openQueue(m_use.account);
}

void TicketUseCommand::onOpened()
{
    m_run =
        std::make_unique<PreparedRun>(queue(), makeReport(), m_options.drive, workplace().folders().state);
    connect(m_run.get(), &PreparedRun::ended, this, [this](ExitCode code) { finish(code); });
    m_run->begin({m_use.transfer});
}

void TicketUseCommand::onClosed()
{
    if (m_run)
        m_run->closed();
}

void TicketUseCommand::interrupt()
{
    if (m_run)
        m_run->interrupt();
    else
        finish(ExitCode::Paused);
}

} // namespace partway
