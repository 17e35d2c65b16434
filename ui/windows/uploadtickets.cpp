// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/uploadtickets.h"

#include "dialogs/ticketofferdialog.h"
#include "dialogs/uploadticketdialog.h"
#include "format/errortext.h"
#include "format/numbers.h"
#include "windows/mainwindow.h"
#include "windows/ticketdesk.h"

#include <QDir>
#include <QLocale>

namespace partway {

UploadTickets::UploadTickets(MainWindow& window, const Parts& parts)
    : QObject(&window), m_window(window), m_parts(parts)
{
    window.tickets().addKind(QStringLiteral("upload-ticket"),
                             [this](const QString& path, const QString& file) { open(path, file); });
    connect(&window.tickets(), &TicketDesk::offerWanted, this, &UploadTickets::offer);
    connect(&parts.queue, &TransferQueue::ended, this, &UploadTickets::dropDone);
    connect(&parts.queue, &TransferQueue::opened, this, &UploadTickets::dropDone);
    connect(&parts.queue, &TransferQueue::removed, this, &UploadTickets::dropDone);
}

void UploadTickets::open(const QString& ticketPath, const QString& file)
{
    const Result<UploadTicket> ticket = readUploadTicket(ticketPath);
    if (!ticket)
        return m_window.showNotice(errorLine(ticket.error()));
    if (ticket->expiresAt <= m_parts.clock.now())
        return m_window.showNotice(errorLine(Error{
            .kind = ErrorKind::Refused, .code = QStringLiteral("ticket-expired"), .resource = ticketPath}));
    auto* dialog = new UploadTicketDialog(*ticket, ticketPath, &m_window);
    connect(dialog, &UploadTicketDialog::goes, this, &UploadTickets::use);
    dialog->open();
    if (!file.isEmpty())
        dialog->setFile(file);
}

void UploadTickets::use(const TicketUse& use)
{
    // Without its secret: where the ticket lies, so that the upload goes on after a restart.
    if (const Result<void> kept = m_parts.accounts.put(use.account); !kept)
        return m_window.showNotice(errorLine(kept.error()));
    m_parts.accountsChanged();
    const QList<TransferRow> rows = m_parts.queue.rows();
    for (const TransferRow& row : rows) { // begun before: it goes on, with the ticket where it is now
        if (row.accountId != use.account.id || isEnded(row.phase) ||
            row.sourcePath != use.transfer.sourcePath)
            continue;
        m_window.showTransfer(row.id);
        m_parts.queue.accountChanged(row.accountId);
        m_parts.queue.start({row.id});
        return;
    }
    m_parts.queue.addPrepared({use.transfer});
    m_window.showPlace(QStringLiteral("transfers"));
}

void UploadTickets::offer(const Destination& to)
{
    auto* dialog = new TicketOfferDialog(
        {.accounts = m_parts.accounts, .desk = m_parts.desk, .clock = m_parts.clock}, to, &m_window);
    connect(dialog, &TicketOfferDialog::made, this, &UploadTickets::tellMade);
    dialog->open();
}

void UploadTickets::tellMade(const QString& path, const UploadTicket& ticket, bool endsWithKeys)
{
    const QString until = QLocale().toString(ticket.expiresAt.toLocalTime(), QLocale::ShortFormat);
    QString text = tr("The ticket is %1. Until %2 it is good for one file of %3; to take it back, abort its "
                      "upload among the incomplete uploads.")
                       .arg(QDir::toNativeSeparators(path), until, exactBytes(ticket.size));
    if (endsWithKeys)
        text += u' ' + tr("It ends with the keys that signed it.");
    m_window.showNotice(text);
}

void UploadTickets::dropDone()
{
    const QStringList done = doneTickets(m_parts.accounts.all(), m_parts.queue, m_parts.clock.now());
    for (const QString& id : done) {
        if (const Result<void> removed = m_parts.accounts.remove(id); !removed)
            return m_window.showNotice(errorLine(removed.error()));
    }
    if (!done.isEmpty())
        m_parts.accountsChanged();
}

} // namespace partway
