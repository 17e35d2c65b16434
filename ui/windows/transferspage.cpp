// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/transferspage.h"

#include "dialogs/exchangedialog.h"
#include "http/exchangelog.h"
#include "paint/icons.h"
#include "widgets/detailspane.h"
#include "widgets/emptyplace.h"
#include "widgets/transferview.h"
#include "windows/removal.h"
#include "windows/transferactions.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include <chrono>

namespace partway {

using namespace std::chrono_literals;

namespace {

const QString rowsKey = QStringLiteral("window/rows");

} // namespace

TransfersPage::TransfersPage(const Parts& parts, QWidget* parent)
    : QSplitter(Qt::Vertical, parent), m_queue(parts.queue), m_exchanges(parts.exchanges)
{
    m_model = new TransferModel(m_queue, parts.accountName, this);
    m_filter = new TransferFilter(*m_model, this);
    m_view = new TransferView(*m_filter, this);
    m_details = new DetailsPane(
        parts.accountName, [this](const TransferRow& row) { return exchangeOf(row).has_value(); },
        parts.speeds, this);
    m_actions = new TransferActions(m_queue,
                                    {[this](const TransferActions::See& see) { m_view->visitSelected(see); },
                                     [this] { return placeHere(); }},
                                    *this);
    m_removal = new Removal(m_queue, this);
    m_find = new QAction(ownIcon(QStringLiteral("all")), tr("&Filter"), this);
    m_find->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    addWidget(makeListArea());
    addWidget(m_details);
    setCollapsible(0, false);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    setFocusProxy(m_view);
    makeEmptyPlaces(parts.canSandbox);
    connectParts();
    connectQueue();
    showSelection();
}

// --- its parts ------------------------------------------------------------------------------------------

QToolBar* TransfersPage::makeRowBar()
{
    auto* bar = new QToolBar(tr("Selected transfers"), this);
    bar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->setIconSize({18, 18});
    using enum RowAction;
    for (RowAction kind : {Pause, Resume, Retry, Replace, KeepBoth, Skip, ThroughHere, Repair, StartOver,
                           Follow, CloseSource, SignIn, Abort, Remove})
        bar->addAction(m_actions->action(kind));
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    makeFilterEdit(bar);
    return bar;
}

void TransfersPage::makeFilterEdit(QToolBar* bar)
{
    const QString key = m_find->shortcut().toString(QKeySequence::NativeText);
    m_find->setToolTip(tr("%1 (%2)", "what a button does, and its key").arg(tr("Filter the list"), key));
    m_filterEdit = new QLineEdit(bar);
    m_filterEdit->setPlaceholderText(tr("Filter"));
    m_filterEdit->setAccessibleName(tr("Filter the list"));
    m_filterEdit->setToolTip(tr("Show only transfers with this in name, destination or state (%1)").arg(key));
    m_filterEdit->setClearButtonEnabled(true);
    m_filterEdit->setMaximumWidth(220);
    m_filterEdit->setAcceptDrops(false);
    connect(m_find, &QAction::triggered, this, [this] { m_filterEdit->setFocus(Qt::ShortcutFocusReason); });
    connect(m_filterEdit, &QLineEdit::textChanged, m_filter, &TransferFilter::setText);
    connect(m_filterEdit, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    bar->addWidget(m_filterEdit);
}

QWidget* TransfersPage::makeListArea()
{
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_view);
    auto* area = new QWidget(this);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeRowBar());
    layout->addWidget(m_pages, 1);
    setTabOrder(m_filterEdit, m_view); // from the filter to what it found
    // Keys of rows count only in the list: Del and Space mean something else in a text field.
    const QList<QAction*> rowActions = m_actions->all();
    for (QAction* action : rowActions)
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addActions(rowActions);
    return area;
}

void TransfersPage::makeEmptyPlaces(bool canSandbox)
{
    m_noAccount = new EmptyPlace(
        QStringLiteral("partway"), tr("Upload to any S3-compatible store"),
        tr("Add an account to begin. Large files go in parts, and whatever interrupts them, they "
           "go on from the parts that are stored."));
    connect(m_noAccount->addButton(QStringLiteral("account"), tr("Add an a&ccount…")), &QPushButton::clicked,
            this, &TransfersPage::accountWanted);
    if (canSandbox) {
        auto* button = m_noAccount->addButton(QStringLiteral("sandbox"), tr("Try it with the &sandbox"));
        button->setToolTip(tr("Starts a small store on this computer that keeps its objects in a folder"));
        connect(button, &QPushButton::clicked, this, &TransfersPage::sandboxWanted);
    }
    m_noTransfer = new EmptyPlace(QStringLiteral("drop"), tr("Drop files or folders here"), {});
    m_noMatch = new EmptyPlace(QStringLiteral("all"), {}, {});
    m_clearFilter = m_noMatch->addButton(QStringLiteral("close"), tr("&Clear the filter"));
    connect(m_clearFilter, &QPushButton::clicked, this, [this] {
        clearFilter();
        m_view->setFocus();
    });
    explainNoMatch();
    m_pages->addWidget(m_noAccount);
    m_pages->addWidget(m_noTransfer);
    m_pages->addWidget(m_noMatch);
}

void TransfersPage::connectParts()
{
    connect(m_filter, &TransferFilter::shownCountChanged, this, &TransfersPage::showRightPage);
    connect(m_filterEdit, &QLineEdit::textChanged, this, &TransfersPage::explainNoMatch);
    connect(m_view, &TransferView::selectionMoved, this, &TransfersPage::showSelection);
    connect(m_view, &TransferView::menuWanted, this, &TransfersPage::showRowMenu);
    connect(m_view, &TransferView::dropWanted, this, &TransfersPage::moveRows);
    connect(m_details, &DetailsPane::actionWanted, m_actions, &TransferActions::run);
    connect(m_details, &DetailsPane::exchangeWanted, this, &TransfersPage::showExchange);
    connect(m_actions, &TransferActions::removalWanted, m_removal, &Removal::remove);
    connect(m_removal, &Removal::hiddenChanged, m_filter, &TransferFilter::setHidden);
}

void TransfersPage::connectQueue()
{
    // The first of what was added shows its parts, unless something else is looked at.
    connect(&m_queue, &TransferQueue::added, this, [this](const QList<TransferRow>& rows) {
        if (!rows.isEmpty() && m_view->selectedRows().isEmpty())
            m_view->select(rows.first().id);
    });
    connect(&m_queue, &TransferQueue::details, m_details, &DetailsPane::showDetails);
    // What can be done with one row follows it at once: a key that is pressed when a person sees "Aborted"
    // means that. Of thousands it is found out a moment later, however often they change.
    connect(&m_queue, &TransferQueue::changed, this, [this] {
        if (m_view->only())
            m_actions->selectionChanged();
        if (!m_selectionTimer.isActive())
            m_selectionTimer.start();
    });
    connect(&m_queue, &TransferQueue::totalsChanged, m_actions, &TransferActions::totalsChanged);
    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(150ms);
    connect(&m_selectionTimer, &QTimer::timeout, this, [this] {
        m_actions->selectionChanged();
        showSelected();
    });
    connect(&m_ageTimer, &QTimer::timeout, m_model, &TransferModel::refreshAges);
    m_ageTimer.start(30s);
}

// --- what is asked of it --------------------------------------------------------------------------------

void TransfersPage::setGroup(TransferGroup group)
{
    m_filter->setGroup(group);
}

bool TransfersPage::isShown(TransferId id) const
{
    return m_filter->rowOf(id) >= 0 || m_filter->folderRowOf(id) >= 0;
}

void TransfersPage::clearFilter()
{
    m_filterEdit->clear();
}

void TransfersPage::showTransfer(TransferId id)
{
    if (const int folder = m_filter->folderRowOf(id); folder >= 0)
        m_filter->setExpanded(folder, true);
    m_view->select(id);
}

void TransfersPage::setHasAccount(bool has)
{
    m_hasAccount = has;
    showRightPage();
}

void TransfersPage::accountsChanged()
{
    m_model->refreshAccounts();
}

void TransfersPage::setDropHint(const QString& text)
{
    m_noTransfer->setText(text);
}

void TransfersPage::saveState(QSettings& settings) const
{
    settings.setValue(rowsKey, QSplitter::saveState());
    m_view->saveState(settings);
    m_details->saveState(settings);
}

void TransfersPage::restoreState(const QSettings& settings)
{
    setSizes({380, 300});
    QSplitter::restoreState(settings.value(rowsKey).toByteArray());
    m_view->restoreState(settings);
    m_details->restoreState(settings);
}

// --- what it shows --------------------------------------------------------------------------------------

void TransfersPage::showRowMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu);
    menu->popup(position);
}

void TransfersPage::showSelection()
{
    m_actions->selectionChanged();
    m_queue.watchDetails(m_view->only().value_or(TransferId{}));
    if (!showSelected())
        m_details->showNothing(static_cast<int>(m_view->selectedIds().size()));
}

// The one row or folder that is selected. False: it is none, or several.
bool TransfersPage::showSelected()
{
    const std::optional<TransferId> id = m_view->only();
    if (const std::optional<TransferRow> row = id ? m_queue.row(*id) : std::nullopt) {
        m_details->showRow(*row);
        return true;
    }
    const std::optional<int> folder = m_view->onlyFolder();
    if (folder)
        m_details->showFolder(m_filter->folder(*folder).name, m_filter->totals(*folder));
    return folder.has_value();
}

void TransfersPage::explainNoMatch()
{
    const QString wanted = m_filterEdit->text().trimmed();
    m_clearFilter->setVisible(!wanted.isEmpty());
    m_noMatch->setHeadline(wanted.isEmpty() ? tr("Nothing here") : tr("Nothing matches “%1”").arg(wanted));
    m_noMatch->setText(wanted.isEmpty() ? tr("No transfer is in this group now.")
                                        : tr("No transfer of this group has it in its name, destination or "
                                             "state."));
}

void TransfersPage::showRightPage()
{
    QWidget* page = m_view;
    if (m_model->rowCount() == 0)
        page = m_hasAccount ? m_noTransfer : m_noAccount;
    else if (m_filter->rowCount() == 0)
        page = m_noMatch;
    const bool first = page == m_view &&
                       (m_pages->currentWidget() == m_noAccount || m_pages->currentWidget() == m_noTransfer);
    m_pages->setCurrentWidget(page);
    m_details->setVisible(m_model->rowCount() > 0);
    if (first)
        Q_EMIT rowsCame();
}

// Only about what the row says went wrong: an old trouble that is over explains nothing.
std::optional<Exchange> TransfersPage::exchangeOf(const TransferRow& row) const
{
    const bool wrong = row.error.has_value() || (isRunning(row.phase) && row.hold != Hold::None);
    if (!m_exchanges || !wrong)
        return std::nullopt;
    return m_exchanges->find(row.error ? row.error->requestId : QString(), row.objectBucket(),
                             row.objectKey());
}

void TransfersPage::showExchange()
{
    const std::optional<TransferId> id = m_view->only();
    const std::optional<TransferRow> row = id ? m_queue.row(*id) : std::nullopt;
    if (const std::optional<Exchange> exchange = row ? exchangeOf(*row) : std::nullopt)
        (new ExchangeDialog(row->name(), *exchange, window()))->open();
}

QString TransfersPage::placeHere() const
{
    if (const std::optional<int> folder = m_view->onlyFolder())
        return m_filter->folder(*folder).path;
    const std::optional<TransferId> id = m_view->only();
    const std::optional<TransferRow> row = id ? m_queue.row(*id) : std::nullopt;
    const bool isFile = row && !row->copies && row->source != SourceKind::Stream;
    return isFile ? QFileInfo(row->sourcePath).absolutePath() : QString();
}

// Rows that were dragged to another place of the queue.
void TransfersPage::moveRows(const QList<int>& rows, int target)
{
    const TransferId before = target < m_filter->rowCount() ? m_filter->firstInQueue(target) : TransferId{};
    if (!rows.isEmpty())
        m_queue.place(m_view->selectedIds(), before);
}

} // namespace partway
