// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window shows of the queue: selection, pages, removals, and what waits for a decision.
#include "dialogs/exchangedialog.h"
#include "dialogs/existsdialog.h"
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "widgets/destinationbox.h"
#include "widgets/detailspane.h"
#include "widgets/emptyplace.h"
#include "widgets/noticebar.h"
#include "widgets/sidebar.h"
#include "widgets/statusline.h"
#include "widgets/transferview.h"
#include "windows/linkcopier.h"
#include "windows/mainwindow.h"
#include "windows/places.h"
#include "windows/removal.h"
#include "windows/ticketdesk.h"
#include "windows/transferactions.h"

#include <QAction>
#include <QFileInfo>
#include <QStackedWidget>

#include <chrono>

namespace partway {

using namespace std::chrono_literals;

void MainWindow::connectQueue()
{
    connect(m_sidebar, &Sidebar::groupChosen, m_filter, &TransferFilter::setGroup);
    connect(m_filter, &TransferFilter::shownCountChanged, this, &MainWindow::showRightPage);
    connect(m_view, &TransferView::selectionMoved, this, &MainWindow::showSelection);
    connect(m_view, &TransferView::menuWanted, this, &MainWindow::showRowMenu);
    connect(m_details, &DetailsPane::actionWanted, m_actions, &TransferActions::run);
    connect(m_actions, &TransferActions::linksWanted, m_links, &LinkCopier::copy);
    connect(m_links, &LinkCopier::said, this, &MainWindow::showNotice);
    connect(m_details, &DetailsPane::exchangeWanted, this, &MainWindow::showExchange);
    connect(m_actions, &TransferActions::removalWanted, m_removal, &Removal::remove);
    connect(m_removal, &Removal::hiddenChanged, m_filter, &TransferFilter::setHidden);
    connect(m_removal, &Removal::undoable, this, &MainWindow::offerUndo);
    connect(m_view, &TransferView::dropWanted, this, &MainWindow::moveRows);
    connect(m_actions, &TransferActions::ticketWanted, m_tickets, &TicketDesk::saveFor);
    connect(m_actions, &TransferActions::signInWanted, this, &MainWindow::signInWanted);
    connect(m_destination, &DestinationBox::changed, this, &MainWindow::updateDropHint);
    connect(m_destination, &DestinationBox::browseWanted, this, [this] {
        const Result<Destination> to = m_destination->destination();
        Q_EMIT browseWanted(to ? *to : Destination{m_destination->accountId(), {}, {}});
    });
    connect(m_status, &StatusLine::rateLimitChosen, &m_rate, &RateKeeper::choose);
    connect(&m_rate, &RateKeeper::limitChanged, m_status, &StatusLine::setRateLimit);
    m_status->setRateLimit(m_rate.limit(), m_rate.byTimetable());
    connect(&m_book, &AccountBook::changed, this, [this] {
        m_destination->reloadAccounts();
        m_model->refreshAccounts();
        showRightPage();
    });
    // The first of what was added shows its parts, unless something else is looked at.
    connect(&m_queue, &TransferQueue::added, this, [this](const QList<TransferRow>& rows) {
        if (!rows.isEmpty() && m_view->selectedRows().isEmpty())
            m_view->select(rows.first().id);
    });
    connect(&m_queue, &TransferQueue::details, m_details, &DetailsPane::showDetails);
    connect(&m_queue, &TransferQueue::ended, this, [this](const TransferRow& row) {
        if (row.phase == Phase::NeedsAttention && row.attention == Attention::ObjectExists)
            m_existsTimer.start();
    });
    m_existsTimer.setSingleShot(true);
    m_existsTimer.setInterval(400ms); // many are found one after the other
    connect(&m_existsTimer, &QTimer::timeout, this, &MainWindow::offerDecision);
    connect(&m_queue, &TransferQueue::changed, &m_selectionTimer, qOverload<>(&QTimer::start));
    connect(&m_queue, &TransferQueue::totalsChanged, this, [this](const QueueTotals& totals) {
        m_sidebar->setTotals(totals);
        m_status->setTotals(totals);
        m_actions->totalsChanged(totals);
    });
    connect(&m_queue, &TransferQueue::journalTrouble, this,
            [this](const Error& error) { showNotice(errorLine(error)); });
    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(150ms);
    connect(&m_selectionTimer, &QTimer::timeout, this, [this] {
        m_actions->selectionChanged();
        const std::optional<TransferId> id = m_view->only();
        if (const std::optional<TransferRow> row = id ? m_queue.row(*id) : std::nullopt)
            m_details->showRow(*row);
        else if (const std::optional<int> folder = m_view->onlyFolder())
            m_details->showFolder(m_filter->folder(*folder).name, m_filter->totals(*folder));
    });
    connect(&m_ageTimer, &QTimer::timeout, m_model, &TransferModel::refreshAges);
    m_ageTimer.start(30s);
    m_sidebar->setTotals(m_queue.totals());
    m_status->setTotals(m_queue.totals());
}

void MainWindow::showSelection()
{
    m_actions->selectionChanged();
    const std::optional<TransferId> id = m_view->only();
    m_queue.watchDetails(id.value_or(TransferId{}));
    if (const std::optional<TransferRow> row = id ? m_queue.row(*id) : std::nullopt)
        m_details->showRow(*row);
    else if (const std::optional<int> folder = m_view->onlyFolder())
        m_details->showFolder(m_filter->folder(*folder).name, m_filter->totals(*folder));
    else
        m_details->showNothing(static_cast<int>(m_view->selectedIds().size()));
}

// Only about what the row says went wrong: an old trouble that is over explains nothing.
std::optional<Exchange> MainWindow::exchangeOf(const TransferRow& row) const
{
    const bool wrong = row.error.has_value() || (isRunning(row.phase) && row.hold != Hold::None);
    if (!m_exchanges || !wrong)
        return std::nullopt;
    const bool given = !row.storeKey.isEmpty(); // the server put it elsewhere
    return m_exchanges->find(row.error ? row.error->requestId : QString(),
                             given ? row.storeBucket.value() : row.bucket,
                             given ? row.storeKey.value() : row.key);
}

void MainWindow::showExchange()
{
    const std::optional<TransferId> id = m_view->only();
    const std::optional<TransferRow> row = id ? m_queue.row(*id) : std::nullopt;
    if (const std::optional<Exchange> exchange = row ? exchangeOf(*row) : std::nullopt)
        (new ExchangeDialog(row->name(), *exchange, this))->open();
}

QString MainWindow::placeHere() const
{
    if (const std::optional<int> folder = m_view->onlyFolder())
        return m_filter->folder(*folder).path;
    const std::optional<TransferId> id = m_view->only();
    const std::optional<TransferRow> row = id ? m_queue.row(*id) : std::nullopt;
    const bool isFile = row && !row->copies && row->source != SourceKind::Stream;
    return isFile ? QFileInfo(row->sourcePath).absolutePath() : QString();
}

void MainWindow::showRightPage()
{
    QWidget* page = m_view;
    if (m_model->rowCount() == 0)
        page = m_book.accounts().own().isEmpty() ? m_noAccount : m_noTransfer;
    else if (m_filter->rowCount() == 0)
        page = m_noMatch;
    const bool first = page == m_view &&
                       (m_pages->currentWidget() == m_noAccount || m_pages->currentWidget() == m_noTransfer);
    m_pages->setCurrentWidget(page);
    if (first && m_places->current() == transfersPlace)
        m_view->setFocus(); // now there is something to move about in
    m_details->setVisible(m_model->rowCount() > 0);
    updateDropHint();
}

void MainWindow::updateDropHint()
{
    const Result<Destination> to = m_destination->destination();
    m_noTransfer->setText(to ? tr("They are uploaded to %1. Paste works, too, and so do the buttons above.")
                                   .arg(placeText(to->bucket, to->prefix))
                             : errorLine(to.error()));
}

void MainWindow::offerUndo(int count)
{
    m_undo->setEnabled(count > 0);
    const QString key = m_undo->shortcut().toString(QKeySequence::NativeText);
    if (count > 0)
        m_notice->show(tr("%n transfer(s) removed from the list.", nullptr, count), tr("&Undo (%1)").arg(key),
                       [this] { m_removal->undo(); });
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

// Rows that were dragged to another place of the queue.
void MainWindow::moveRows(const QList<int>& rows, int target)
{
    const TransferId before = target < m_filter->rowCount() ? m_filter->firstInQueue(target) : TransferId{};
    if (!rows.isEmpty())
        m_queue.place(m_view->selectedIds(), before);
}

} // namespace partway
