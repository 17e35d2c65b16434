// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's making: its parts and how they hang together. What it does is in incompletepageactions.cpp.
#include "incomplete/incompletepage.h"

#include "dialogs/exchangebutton.h"
#include "format/errortext.h"
#include "paint/icons.h"
#include "paint/isolateddelegate.h"
#include "widgets/emptyplace.h"
#include "widgets/noticebar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace partway {

using namespace std::chrono_literals;

IncompletePage::IncompletePage(const IncompleteParts& parts, QWidget* parent)
    : QWidget(parent), m_office(parts.office), m_book(parts.book), m_queue(parts.queue),
      m_settingsFolder(parts.settingsFolder),
      m_stateFile(QDir(parts.stateFolder).filePath(QStringLiteral("window.ini"))), m_survey(parts.office),
      m_aborts(parts.office, parts.stateFolder)
{
    setAccessibleName(tr("Incomplete uploads"));
    makeActions();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(makeHead());
    layout->addLayout(makeFilters());
    m_notice = new NoticeBar(this);
    m_noticeExchange = new ExchangeButton(parts.exchanges, m_notice);
    m_notice->addButton(m_noticeExchange);
    m_troubleExchange = new ExchangeButton(parts.exchanges, this);
    m_undoBar = new NoticeBar(this);
    layout->addWidget(m_undoBar);
    layout->addWidget(m_notice);
    layout->addWidget(makeMiddle(), 1);
    layout->addLayout(makeFoot());
    const Result<PriceTable> prices = PriceTable::load(m_settingsFolder);
    m_prices = prices ? *prices : PriceTable::builtIn();
    connectSurvey();
    connectAborts();
    reloadAccounts();
    restoreState();
    showPlace();
    showSums();
    updateActions();
}

IncompletePage::~IncompletePage()
{
    QSettings settings(m_stateFile, QSettings::IniFormat);
    settings.setValue(QStringLiteral("incomplete/header"), m_tree->header()->saveState());
    settings.setValue(QStringLiteral("incomplete/account"), m_account->currentData());
}

QAction* IncompletePage::makeAction(const QString& text, const QString& icon, const QKeySequence& key,
                                    const QString& tip)
{
    auto* action = new QAction(icon.isEmpty() ? QIcon() : ownIcon(icon), text, this);
    action->setToolTip(tip);
    if (!key.isEmpty()) {
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(tr("%1 (%2)", "what a button does, and its key")
                               .arg(tip, key.toString(QKeySequence::NativeText)));
    }
    addAction(action);
    return action;
}

void IncompletePage::makeActions()
{
    m_refresh = makeAction(tr("&Refresh"), QStringLiteral("retry"), QKeySequence(Qt::Key_F5),
                           tr("Ask the store again"));
    m_stop = makeAction(tr("S&top"), QStringLiteral("close"), {}, tr("Stop asking"));
    m_adoptAction = makeAction(tr("Resume with a &file…"), QStringLiteral("resume"), {},
                               tr("Finish this upload from a local file"));
    m_abortAction =
        makeAction(tr("&Abort…"), QStringLiteral("abort"), QKeySequence(Qt::SHIFT | Qt::Key_Delete),
                   tr("Delete what the store keeps of the selected uploads"));
    m_olderAction =
        makeAction(tr("Abort &older than…"), QString(), {}, tr("Abort all that are older than some days"));
    m_othersAction = makeAction(tr("&Keep this one, abort the others of its name…"), QString(), {},
                                tr("Several uploads go to the same name: keep one of them"));
    m_ruleAction = makeAction(tr("&Clean-up rule…"), QStringLiteral("repair"), {},
                              tr("Let the bucket abort old uploads by itself"));
    m_csvAction = makeAction(tr("&Export…"), QString(), {}, tr("Write what is shown to a CSV file"));
    m_pricesAction = makeAction(tr("&Prices…"), QString(), {}, tr("What the stores charge for keeping data"));
    m_copyId = makeAction(tr("Copy &upload id"), QStringLiteral("copy"), {}, tr("Copy the id of the upload"));
    m_copyAddress = makeAction(tr("Copy a&ddress"), QString(), {}, tr("Copy the address of the object"));
    m_showRow =
        makeAction(tr("Show in &transfers"), QString(), {}, tr("Show the row that this upload belongs to"));
    QAction* find =
        makeAction(tr("&Filter"), QString(), QKeySequence(QKeySequence::Find), tr("Filter by name"));
    connect(find, &QAction::triggered, this, [this] { m_text->setFocus(Qt::ShortcutFocusReason); });
    connect(m_refresh, &QAction::triggered, this, &IncompletePage::refresh);
    connect(m_stop, &QAction::triggered, this, [this] {
        m_survey.stop();
        showPlace();
        updateActions();
        showSums();
    });
    connect(m_adoptAction, &QAction::triggered, this, &IncompletePage::adopt);
    connect(m_abortAction, &QAction::triggered, this, [this] { abort(selected()); });
    connect(m_olderAction, &QAction::triggered, this, &IncompletePage::abortOlder);
    connect(m_othersAction, &QAction::triggered, this, &IncompletePage::abortOthersOfName);
    connect(m_ruleAction, &QAction::triggered, this, &IncompletePage::cleanUp);
    connect(m_csvAction, &QAction::triggered, this, &IncompletePage::exportCsv);
    connect(m_pricesAction, &QAction::triggered, this, &IncompletePage::editPrices);
    connect(m_copyId, &QAction::triggered, this, [this] { copyText(false); });
    connect(m_copyAddress, &QAction::triggered, this, [this] { copyText(true); });
    connect(m_showRow, &QAction::triggered, this, [this] {
        if (const QList<IncompleteEntry> entries = selected();
            entries.size() == 1 && entries.first().own.id > 0)
            Q_EMIT transferWanted({entries.first().own.id});
    });
}

QHBoxLayout* IncompletePage::makeHead()
{
    m_account = new QComboBox(this);
    m_account->setAccessibleName(tr("Account"));
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* label = new QLabel(tr("A&ccount:"), this);
    label->setBuddy(m_account);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_account);
    const auto addButton = [this, row](QAction* action) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                           : Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    };
    addButton(m_refresh);
    addButton(m_stop);
    row->addStretch(1);
    for (QAction* action : {m_ruleAction, m_pricesAction, m_csvAction})
        addButton(action);
    connect(m_account, &QComboBox::activated, this, &IncompletePage::refresh);
    return row;
}

QHBoxLayout* IncompletePage::makeFilters()
{
    m_text = new QLineEdit(this);
    m_text->setPlaceholderText(tr("Filter by name"));
    m_text->setAccessibleName(tr("Filter by name"));
    m_text->setClearButtonEnabled(true);
    m_initiator = new QLineEdit(this);
    m_initiator->setPlaceholderText(tr("Begun by"));
    m_initiator->setAccessibleName(tr("Filter by who began it"));
    m_initiator->setClearButtonEnabled(true);
    m_days = new QSpinBox(this);
    m_days->setRange(0, 9999);
    m_days->setSpecialValueText(tr("any age"));
    m_days->setPrefix(tr("older than "));
    m_days->setSuffix(tr(" d", "days"));
    m_days->setAccessibleName(tr("Filter by age in days"));
    m_size = new QComboBox(this);
    m_size->setAccessibleName(tr("Filter by size"));
    m_size->addItem(tr("any size"), qint64(-1));
    for (qint64 size : {qint64(0), MiB, 100 * MiB, GiB, 10 * GiB, 100 * GiB})
        m_size->addItem(size == 0 ? tr("not empty")
                                  : tr("larger than %1").arg(QLocale().formattedDataSize(size, 0)),
                        size);
    m_copies = new QCheckBox(tr("Same na&me twice"), this);
    m_copies->setToolTip(tr("Only uploads of which there are several for one name"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 2);
    row->addWidget(m_initiator, 1);
    row->addWidget(m_days);
    row->addWidget(m_size);
    row->addWidget(m_copies);
    connect(m_text, &QLineEdit::textChanged, this, &IncompletePage::applyFilter);
    connect(m_initiator, &QLineEdit::textChanged, this, &IncompletePage::applyFilter);
    connect(m_days, &QSpinBox::valueChanged, this, &IncompletePage::applyFilter);
    connect(m_size, &QComboBox::currentIndexChanged, this, &IncompletePage::applyFilter);
    connect(m_copies, &QCheckBox::toggled, this, &IncompletePage::applyFilter);
    return row;
}

QWidget* IncompletePage::makeMiddle()
{
    m_tree = new QTreeView(this);
    m_tree->setModel(&m_sieve);
    m_tree->setAccessibleName(tr("Incomplete uploads by bucket"));
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new IsolatedDelegate(m_tree));
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(int(IncompleteColumn::Name), Qt::AscendingOrder);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    const QList<int> widths{176, 94, 60, 70, 70, 98, 46, 68, 92, 100, 108, 130};
    for (int column = 0; column < widths.size(); ++column)
        m_tree->setColumnWidth(column, widths.at(column));
    m_tree->setColumnHidden(int(IncompleteColumn::Owner), true);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (index.parent().isValid() && m_adoptAction->isEnabled())
            m_adoptAction->trigger();
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &IncompletePage::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        m_sums.start();
    });
    m_noAccount =
        new EmptyPlace(QStringLiteral("account"), tr("No account yet"),
                       tr("Add an account, and this place shows what unfinished uploads left on its store, "
                          "whoever began them."),
                       this);
    m_looking = new EmptyPlace(QStringLiteral("active"), tr("Looking for incomplete uploads…"),
                               tr("The buckets of the account are asked one after another."), this);
    m_nothing = new EmptyPlace(
        QStringLiteral("finished"), tr("Nothing is left behind"),
        tr("The store keeps no parts of unfinished uploads in the buckets of this account."), this);
    m_noMatch = new EmptyPlace(
        QStringLiteral("info"), tr("Nothing fits the filter"),
        tr("There are incomplete uploads, but none that the filters above let through."), this);
    m_trouble = new EmptyPlace(QStringLiteral("error"), tr("The store could not be asked"), QString(), this);
    m_stack = new QStackedWidget(this);
    for (QWidget* page : {static_cast<QWidget*>(m_tree), static_cast<QWidget*>(m_noAccount),
                          static_cast<QWidget*>(m_looking), static_cast<QWidget*>(m_nothing),
                          static_cast<QWidget*>(m_noMatch), static_cast<QWidget*>(m_trouble)})
        m_stack->addWidget(page);
    connect(m_trouble->addButton(QStringLiteral("retry"), tr("Tr&y again")), &QPushButton::clicked, this,
            &IncompletePage::refresh);
    m_trouble->addButton(m_troubleExchange);
    connect(m_noMatch->addButton(QStringLiteral("close"), tr("Clear the f&ilters")), &QPushButton::clicked,
            this, [this] {
                m_text->clear();
                m_initiator->clear();
                m_days->setValue(0);
                m_size->setCurrentIndex(0);
                m_copies->setChecked(false);
            });
    return m_stack;
}

QHBoxLayout* IncompletePage::makeFoot()
{
    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    for (QAction* action : {m_adoptAction, m_olderAction, m_abortAction}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                           : Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    return row;
}

void IncompletePage::connectSurvey()
{
    connect(&m_survey, &SurveyDesk::opened, this, [this](const QString& provider, qint64 offset) {
        m_provider = provider;
        m_clockOffset = offset;
    });
    connect(&m_survey, &SurveyDesk::bucketsKnown, this, [this](const QStringList& buckets) {
        for (const QString& bucket : buckets)
            m_model.addBucket(bucket);
        m_looking->setText(tr("%n bucket(s) to be asked.", nullptr, int(buckets.size())));
    });
    connect(&m_survey, &SurveyDesk::news, this, &IncompletePage::takeNews);
    connect(&m_survey, &SurveyDesk::ended, this, &IncompletePage::takeEnd);
    connect(&m_book, &AccountBook::changed, this, &IncompletePage::reloadAccounts);
    connect(&m_queue, &TransferQueue::changed, this, &IncompletePage::followOwn);
    connect(&m_queue, &TransferQueue::added, this, &IncompletePage::followOwn); // also by the command line
    m_sums.setSingleShot(true);
    m_sums.setInterval(150ms);
    connect(&m_sums, &QTimer::timeout, this, &IncompletePage::showSums);
    m_ages.setInterval(1min);
    connect(&m_ages, &QTimer::timeout, this, [this] { m_model.setNow(QDateTime::currentDateTimeUtc()); });
    m_ages.start();
}

void IncompletePage::connectAborts()
{
    m_sweep.setSingleShot(true);
    m_sweep.setInterval(150ms);
    connect(&m_sweep, &QTimer::timeout, this, [this] {
        m_model.remove(std::exchange(m_gone, {}));
        showPlace();
        if (!m_survey.isRunning())
            Q_EMIT countChanged(m_model.uploadCount());
        m_sums.start();
    });
    connect(&m_aborts, &AbortDesk::waitingChanged, this, &IncompletePage::showWaiting);
    connect(&m_aborts, &AbortDesk::begun, this, [this](const QString& accountId, const UploadRef& upload) {
        if (accountId == m_account->currentData().toString())
            m_model.setWork(upload, IncompleteWork::Aborting);
    });
    connect(&m_aborts, &AbortDesk::ended, this,
            [this](const QString& accountId, const UploadRef& upload, const Result<void>& result) {
                if (accountId == m_account->currentData().toString())
                    takeAborted(upload, result);
            });
    connect(&m_aborts, &AbortDesk::allEnded, this, [this](int aborted, int failed, int inUse, int finished) {
        QStringList words{tr("%n upload(s) aborted.", nullptr, aborted)};
        if (inUse > 0)
            words.append(tr("%n left alone: someone is using them.", nullptr, inUse));
        if (finished > 0)
            words.append(tr("%n had become an object, which is untouched.", nullptr, finished));
        if (failed > 0)
            words.append(
                tr("%n failed; Partway tries them again by itself, also after a restart.", nullptr, failed));
        m_notice->show(words.join(u' '), failed > 0 ? tr("Try again &now") : QString(),
                       [this] { m_aborts.retryLeft(true); });
    });
    connect(&m_aborts, &AbortDesk::trouble, this, [this](const Error& error) {
        m_notice->show(errorLine(error));
        showExchange(*m_noticeExchange, error);
    });
}

void IncompletePage::restoreState()
{
    const QSettings settings(m_stateFile, QSettings::IniFormat);
    m_tree->header()->restoreState(settings.value(QStringLiteral("incomplete/header")).toByteArray());
    const int known = m_account->findData(settings.value(QStringLiteral("incomplete/account")));
    if (known >= 0)
        m_account->setCurrentIndex(known);
}

} // namespace partway
