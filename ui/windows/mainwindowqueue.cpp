// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window shows of the queue: what its places ask for, and what waits
// for a decision.
#include "dialogs/existsdialog.h"
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "widgets/destinationbox.h"
#include "widgets/noticebar.h"
#include "widgets/sidebar.h"
#include "widgets/statusline.h"
#include "windows/accountsmenu.h"
#include "windows/linkcopier.h"
#include "windows/mainwindow.h"
#include "windows/places.h"
#include "windows/removal.h"
#include "windows/ticketdesk.h"
#include "windows/transferactions.h"
#include "windows/transferspage.h"

#include <QAction>

#include <chrono>

namespace partway {

using namespace std::chrono_literals;

void MainWindow::connectTransfers()
{
    const TransferActions& actions = m_transfers->rowActions();
    connect(m_sidebar, &Sidebar::groupChosen, m_transfers, &TransfersPage::setGroup);
    connect(m_transfers, &TransfersPage::accountWanted, m_accounts, &AccountsMenu::add);
    connect(m_transfers, &TransfersPage::sandboxWanted, this, &MainWindow::sandboxWanted);
    connect(m_transfers, &TransfersPage::rowsCame, this, [this] {
        if (m_places->current() == transfersPlace)
            m_transfers->setFocus();
    });
    connect(&m_transfers->removal(), &Removal::undoable, this, &MainWindow::offerUndo);
    connect(&actions, &TransferActions::linksWanted, m_links, &LinkCopier::copy);
    connect(&actions, &TransferActions::ticketWanted, m_tickets, &TicketDesk::saveFor);
    connect(&actions, &TransferActions::signInWanted, this, &MainWindow::signInWanted);
    connect(m_links, &LinkCopier::said, this, &MainWindow::showNotice);
    connect(m_destination, &DestinationBox::changed, this, &MainWindow::updateDropHint);
    connect(m_destination, &DestinationBox::browseWanted, this,
            [this] { Q_EMIT browseWanted(m_destination->destinationSoFar()); });
    connect(&m_book, &AccountBook::changed, this, &MainWindow::accountsChanged);
}

void MainWindow::connectQueue()
{
    connect(m_status, &StatusLine::rateLimitChosen, &m_rate, &RateKeeper::choose);
    connect(&m_rate, &RateKeeper::limitChanged, m_status, &StatusLine::setRateLimit);
    m_status->setRateLimit(m_rate.limit(), m_rate.byTimetable());
    connect(&m_queue, &TransferQueue::ended, this, [this](const TransferRow& row) {
        if (row.phase == Phase::NeedsAttention && row.attention == Attention::ObjectExists)
            m_existsTimer.start();
    });
    m_existsTimer.setSingleShot(true);
    m_existsTimer.setInterval(400ms); // many are found one after the other
    connect(&m_existsTimer, &QTimer::timeout, this, &MainWindow::offerDecision);
    connect(&m_queue, &TransferQueue::totalsChanged, m_sidebar, &Sidebar::setTotals);
    connect(&m_queue, &TransferQueue::totalsChanged, m_status, &StatusLine::setTotals);
    connect(&m_queue, &TransferQueue::journalTrouble, this,
            [this](const Error& error) { showNotice(errorLine(error)); });
    m_sidebar->setTotals(m_queue.totals());
    m_status->setTotals(m_queue.totals());
}

void MainWindow::accountsChanged()
{
    m_destination->reloadAccounts();
    m_transfers->accountsChanged();
    m_transfers->setHasAccount(!m_book.accounts().own().isEmpty());
    updateDropHint();
}

void MainWindow::updateDropHint()
{
    const Result<Destination> to = m_destination->destination();
    m_transfers->setDropHint(
        to ? tr("They are uploaded to %1. Paste works, too, and so do the buttons above.")
                 .arg(placeText(to->bucket, to->prefix))
           : errorLine(to.error()));
}

void MainWindow::offerUndo(int count)
{
    m_undo->setEnabled(count > 0);
    const QString key = m_undo->shortcut().toString(QKeySequence::NativeText);
    if (count > 0)
        m_notice->show(tr("%n transfer(s) removed from the list.", nullptr, count), tr("&Undo (%1)").arg(key),
                       [this] { m_transfers->removal().undo(); });
    else if (m_undoShown)
        m_notice->hide();
    m_undoShown = count > 0;
}

// One line for however many; the question itself waits until the person has time for it.
void MainWindow::offerDecision()
{
    if (m_exists)
        return; // it lists them
    const auto count = static_cast<int>(ExistsDialog::undecided(m_queue).size());
    if (count == 0)
        return;
    m_undoShown = false;
    m_notice->show(tr("%n file(s) have an object of the same name on the server.", nullptr, count),
                   tr("&Decide…"), [this] { decideExisting(); });
}

void MainWindow::decideExisting()
{
    if (ExistsDialog::undecided(m_queue).isEmpty()) {
        showNotice(tr("No transfer waits for a decision about an object that exists."));
        return;
    }
    if (!m_exists)
        m_exists = new ExistsDialog(m_queue, this);
    m_exists->show();
    m_exists->raise();
    m_exists->activateWindow();
}

} // namespace partway
