// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/ticketdesk.h"

#include "dialogs/ticketdialog.h"
#include "dialogs/ticketform.h"
#include "format/errortext.h"
#include "paint/icons.h"
#include "queue/ticketfile.h"
#include "widgets/noticebar.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace partway {

namespace {

const QString ending = QStringLiteral("ticket");

} // namespace

TicketDesk::TicketDesk(TransferQueue& queue, const AccountList& accounts, NoticeBar& notice, QWidget& window)
    : QObject(&window), m_queue(queue), m_accounts(accounts), m_notice(notice), m_window(window)
{
    addKind(QStringLiteral("resume-ticket"),
            [this](const QString& path, const QString& file) { openResumeTicket(path, file); });
    makeActions();
    connect(&queue, &TransferQueue::ticketSaved, this, [this](TransferId, const QString& path) {
        m_notice.show(
            tr("The ticket is %1. Open it in Partway on the other computer, and choose the file there. "
               "Here the transfer stays paused.")
                .arg(QDir::toNativeSeparators(path)));
    });
    connect(&queue, &TransferQueue::ticketRefused, this,
            [this](TransferId, const Error& error) { m_notice.show(errorLine(error)); });
}

void TicketDesk::makeActions()
{
    m_open = new QAction(ownIcon(QStringLiteral("link")), tr("Open a &ticket…"), this);
    m_open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_open->setToolTip(
        tr("Go on with a transfer that another computer began, or send what somebody asks for"));
    connect(m_open, &QAction::triggered, this, &TicketDesk::choose);
    m_offer = new QAction(ownIcon(QStringLiteral("ticket")), tr("Ma&ke an upload ticket…"), this);
    m_offer->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    m_offer->setToolTip(tr("Lets somebody without keys upload one file"));
}

// By the end of its name ("ticket", "upload-ticket") and by what is in it.
bool TicketDesk::isTicket(const QString& path) const
{
    return QFileInfo(path).suffix().endsWith(ending, Qt::CaseInsensitive) && !ticketKind(path).isEmpty();
}

void TicketDesk::open(const QString& path, const QString& file)
{
    const QString kind = ticketKind(path);
    if (const Opener opener = m_openers.value(kind))
        opener(path, file);
    else if (!kind.isEmpty())
        m_notice.show(tr("This Partway does not know tickets of this kind (%1).").arg(kind));
    else
        openResumeTicket(path, {}); // says what is wrong with it
}

void TicketDesk::choose()
{
    QFileDialog* dialog = existingFileDialog(tr("Open a ticket"), &m_window);
    dialog->setNameFilters({tr("Tickets (*.ticket *.upload-ticket)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { open(path); });
    dialog->open();
}

void TicketDesk::openResumeTicket(const QString& path, const QString& file)
{
    const Result<ResumeTicket> ticket = readTicketFile(path);
    if (!ticket) {
        m_notice.show(errorLine(ticket.error()));
        return;
    }
    auto* dialog = new TicketDialog(*ticket, m_accounts, &m_window);
    connect(dialog, &TicketDialog::goesOn, this,
            [this](const Transfer& transfer) { m_queue.addPrepared({transfer}); });
    dialog->open();
    if (!file.isEmpty())
        dialog->setFile(file);
}

void TicketDesk::saveFor(const TransferRow& row)
{
    auto* dialog = new QFileDialog(&m_window, tr("Save a resume ticket"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilters({tr("Tickets (*.ticket)")});
    dialog->selectFile(row.name() + u'.' + ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = row.id](const QString& path) { m_queue.saveTicket(id, path); });
    dialog->open();
}

} // namespace partway
