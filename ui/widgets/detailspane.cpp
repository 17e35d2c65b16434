// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detailspane.h"

#include "format/numbers.h"
#include "format/transfertext.h"
#include "models/allowedactions.h"
#include "models/foldertotals.h"
#include "paint/isolateddelegate.h"
#include "widgets/detailsform.h"
#include "widgets/errorcard.h"
#include "widgets/partlegend.h"
#include "widgets/partmap.h"
#include "widgets/speedpane.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace partway {

namespace {

const QString tabKey = QStringLiteral("details/tab");
const QString partSplitterKey = QStringLiteral("details/partSplitter");
const QString partHeaderKey = QStringLiteral("details/partHeader");
constexpr int partWidths[partColumnCount]{60, 210, 80, 120, 50, 80, 250, 110, 80};

} // namespace

DetailsPane::DetailsPane(AccountName accountName, HasExchange hasExchange, const SpeedLog& speeds,
                         QWidget* parent)
    : QWidget(parent), m_accountName(std::move(accountName)), m_hasExchange(std::move(hasExchange))
{
    m_nothing = new QLabel(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_card = new ErrorCard(this);
    connect(m_card, &ErrorCard::actionWanted, this, &DetailsPane::actionWanted);
    connect(m_card, &ErrorCard::exchangeWanted, this, &DetailsPane::exchangeWanted);
    m_form = new DetailsForm(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Details of the selected transfer"));
    m_tabs->addTab(makeParts(), tr("Parts"));
    m_tabs->addTab(m_form, tr("Details"));
    m_tabs->addTab(makeActivity(), tr("Activity"));
    m_speed = new SpeedPane(speeds, this);
    m_tabs->addTab(m_speed, tr("Speed"));

    makeKeys();

    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_card);
    column->addWidget(m_tabs, 1);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(page);
    showNothing(0);
}

// Alt and the number of a tab show it and lead into it, from wherever in the window one is.
void DetailsPane::makeKeys()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const QKeySequence key(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab));
        m_tabs->setTabToolTip(tab, tr("%1 (%2)", "a tab, and its key")
                                       .arg(m_tabs->tabText(tab), key.toString(QKeySequence::NativeText)));
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this, tab] {
            m_tabs->setCurrentIndex(tab);
            QWidget* page = tab == 0 ? m_map : m_tabs->widget(tab);
            page->setFocus(Qt::ShortcutFocusReason);
        });
    }
}

QWidget* DetailsPane::makeParts()
{
    m_map = new PartMap(this);
    m_map->setMinimumHeight(2 * fontMetrics().height());
    m_legend = new PartLegend(this);
    auto* upper = new QWidget(this);
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(6, 4, 6, 2);
    upperLayout->setSpacing(2);
    upperLayout->addWidget(m_legend);
    upperLayout->addWidget(m_map, 1);

    m_partTable = new QTableView(this);
    m_partTable->setAccessibleName(tr("Parts"));
    m_partTable->setModel(&m_parts);
    m_partTable->setMinimumHeight(3 * fontMetrics().height()); // a window of 500 lines holds all of it
    m_partTable->setItemDelegate(new IsolatedDelegate(m_partTable));
    m_partTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_partTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_partTable->setShowGrid(false);
    m_partTable->setWordWrap(false);
    m_partTable->setTabKeyNavigation(false);
    m_partTable->setFrameShape(QFrame::NoFrame);
    m_partTable->verticalHeader()->hide();
    m_partTable->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_partTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_partTable->horizontalHeader()->setHighlightSections(false);
    m_partTable->horizontalHeader()->setStretchLastSection(true);
    for (int i = 0; i < partColumnCount; ++i)
        m_partTable->setColumnWidth(i, partWidths[i]);

    connect(m_map, &PartMap::currentChanged, this, [this](int index) {
        m_partTable->selectRow(index);
        m_partTable->scrollTo(m_parts.index(index, 0));
    });
    connect(m_partTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                m_map->setCurrentPart(current.isValid() ? current.row() : -1);
            });

    m_partSplitter = new QSplitter(Qt::Vertical, this);
    m_partSplitter->setChildrenCollapsible(false);
    m_partSplitter->addWidget(upper);
    m_partSplitter->addWidget(m_partTable);
    m_partSplitter->setSizes({1000, 1000}); // half for each, whatever they hint at
    return m_partSplitter;
}

QWidget* DetailsPane::makeActivity()
{
    m_activity = new QTreeWidget(this);
    m_activity->setAccessibleName(tr("Activity"));
    m_activity->setColumnCount(2);
    m_activity->setHeaderLabels({tr("When"), tr("What happened")});
    m_activity->setRootIsDecorated(false);
    m_activity->setUniformRowHeights(true);
    m_activity->setFrameShape(QFrame::NoFrame);
    m_activity->setColumnWidth(0, 150);
    return m_activity;
}

void DetailsPane::showRow(const TransferRow& row)
{
    if (row.id != m_id) {
        m_id = row.id;
        m_speed->setTransfer(row.id);
        m_parts.clear();
        m_map->setParts({}, false);
        m_legend->setCounts(QList<int>(static_cast<int>(PartState::Failed) + 1, 0), false);
        fillActivity({});
        m_form->setDetails(TransferDetails{.row = row}, m_accountName(row.accountId));
    }
    m_card->setRow(row, m_hasExchange(row));
    m_stack->setCurrentIndex(1);
}

// What is to be seen of single files is seen at their rows; here only what they come to.
void DetailsPane::showFolder(const QString& name, const FolderTotals& totals)
{
    m_id = {};
    const QString sum =
        tr("%1, %2", "number of files, their size").arg(filesText(totals), formatBytes(totals.size));
    m_nothing->setText(QStringList{name, sum, folderSentence(totals), folderProgress(totals)}.join(u'\n'));
    m_stack->setCurrentIndex(0);
}

void DetailsPane::showNothing(int selectedCount)
{
    m_id = {};
    m_nothing->setText(selectedCount > 1 ? tr("%n transfer(s) selected", nullptr, selectedCount)
                                         : tr("Select a transfer to see its parts"));
    m_stack->setCurrentIndex(0);
}

void DetailsPane::showDetails(const TransferDetails& details)
{
    if (details.row.id != m_id)
        return; // a late answer about the row before
    m_card->setRow(details.row, m_hasExchange(details.row));
    fillParts(details);
    fillActivity(details.history);
    m_form->setDetails(details, m_accountName(details.row.accountId));
}

void DetailsPane::fillParts(const TransferDetails& details)
{
    const bool finished = details.row.phase == Phase::Finished;
    m_parts.setParts(details.row.id, details.parts);
    m_map->setParts(details.parts, finished);
    QList<int> counts(static_cast<int>(PartState::Failed) + 1, 0);
    for (const PartRow& part : details.parts)
        ++counts[static_cast<int>(part.state)];
    m_legend->setCounts(counts, finished);
}

void DetailsPane::fillActivity(const QList<HistoryLine>& history)
{
    const QDateTime last = history.isEmpty() ? QDateTime() : history.last().at;
    if (history.size() == m_historyShown && last == m_lastShown)
        return;
    m_historyShown = history.size();
    m_lastShown = last;
    m_activity->clear();
    QList<QTreeWidgetItem*> items;
    for (auto line = history.crbegin(); line != history.crend();
         ++line) { // what happened last is wanted first
        const QString sentence = historySentence(*line);
        auto* item =
            new QTreeWidgetItem({QLocale().toString(line->at.toLocalTime(), QLocale::ShortFormat), sentence});
        item->setToolTip(0, QLocale().toString(line->at.toLocalTime(), QLocale::LongFormat));
        item->setToolTip(1, sentence);
        items.append(item);
    }
    m_activity->addTopLevelItems(items);
}

void DetailsPane::saveState(QSettings& settings) const
{
    settings.setValue(tabKey, m_tabs->currentIndex());
    settings.setValue(partSplitterKey, m_partSplitter->saveState());
    settings.setValue(partHeaderKey, m_partTable->horizontalHeader()->saveState());
}

void DetailsPane::restoreState(const QSettings& settings)
{
    m_tabs->setCurrentIndex(settings.value(tabKey, 0).toInt());
    m_partSplitter->restoreState(settings.value(partSplitterKey).toByteArray());
    m_partTable->horizontalHeader()->restoreState(settings.value(partHeaderKey).toByteArray());
}

} // namespace partway
