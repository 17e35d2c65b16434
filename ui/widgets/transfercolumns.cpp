// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The columns of the transfer list: which are shown, how wide they are, and what is remembered of that.
#include "widgets/transferview.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace partway {

namespace {

const QString headerKey = QStringLiteral("transfers/header");
const QString widthsKey = QStringLiteral("transfers/widths");
constexpr int widths[transferColumnCount]{200, 140, 88, 170, 195, 90, 90, 110};
constexpr int stateColumn = static_cast<int>(TransferColumn::State);
// How narrow columns become, and in which order they do. Comfortably, so that all are seen; where that is not
// enough, as far as need be, so that at least those up to the state are.
struct Giving
{
    TransferColumn column;
    int comfortable;
    int narrowest;
};
constexpr Giving givesWay[]{{TransferColumn::Added, 106, 106},    {TransferColumn::TimeLeft, 80, 80},
                            {TransferColumn::Size, 78, 78},       {TransferColumn::Destination, 104, 60},
                            {TransferColumn::Progress, 140, 100}, {TransferColumn::Name, 170, 120},
                            {TransferColumn::State, 165, 140},    {TransferColumn::Size, 78, 70}};
// Where there is more room than is wished, in hundredths of it.
constexpr std::pair<TransferColumn, int> takes[]{{TransferColumn::Name, 40},
                                                 {TransferColumn::Destination, 25},
                                                 {TransferColumn::Progress, 20},
                                                 {TransferColumn::State, 15}};

} // namespace

void TransferView::setUpHeader()
{
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setMinimumSectionSize(40);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column < transferColumnCount; ++column)
        setColumnWidth(column, widths[column]);
    m_wishes = QList<int>(std::begin(widths), std::end(widths));
    connect(header, &QHeaderView::sectionResized, this, [this](int column) { noteWidths(column); });
    setSortingEnabled(true); // after the indicator is cleared: the queue's own order comes first
    connect(header, &QWidget::customContextMenuRequested, this, &TransferView::showHeaderMenu);
}

// Of the columns up to this place: how much wider than the window they are, after they gave way.
int TransferView::giveWay(QList<int>& widths, int lastVisual, bool comfortably) const
{
    const QHeaderView* header = horizontalHeader();
    const auto counts = [this, header, lastVisual](int column) {
        return header->visualIndex(column) <= lastVisual && !isColumnHidden(column);
    };
    int tooMuch = -viewport()->width();
    for (int column = 0; column < transferColumnCount; ++column)
        tooMuch += counts(column) ? widths.at(column) : 0;
    for (const Giving& giving : givesWay) {
        const int column = static_cast<int>(giving.column);
        if (!counts(column))
            continue;
        const int narrowest = comfortably ? giving.comfortable : giving.narrowest;
        const int given = std::clamp(tooMuch, 0, std::max(0, widths.at(column) - narrowest));
        widths[column] -= given;
        tooMuch -= given;
    }
    return tooMuch;
}

// Columns get what was wished, or more, or, where the window is too small for that, give way.
void TransferView::fitColumns()
{
    if (isColumnHidden(stateColumn) || m_fitting)
        return;
    QList<int> fitted = m_wishes;
    const int over = giveWay(fitted, transferColumnCount - 1, true);
    if (over > 0) {
        fitted = m_wishes;
        giveWay(fitted, horizontalHeader()->visualIndex(stateColumn), false);
    }
    if (over < 0 && !m_isWished) {
        for (const auto& [column, share] : takes)
            fitted[static_cast<int>(column)] -= over * share / 100;
    }
    m_fitting = true;
    for (int column = 0; column < transferColumnCount; ++column) {
        if (!isColumnHidden(column) && columnWidth(column) != fitted.at(column))
            setColumnWidth(column, fitted.at(column));
    }
    m_fitting = false;
}

// By a person: this is how wide all of them are to be, but the last, which takes what is left.
void TransferView::noteWidths(int resized)
{
    const QHeaderView* header = horizontalHeader();
    int last = header->count() - 1;
    while (last > 0 && isColumnHidden(header->logicalIndex(last)))
        --last;
    if (m_fitting || columnWidth(resized) == 0 || header->visualIndex(resized) == last)
        return;
    m_isWished = true;
    for (int column = 0; column < transferColumnCount; ++column) {
        if (!isColumnHidden(column) && header->visualIndex(column) != last)
            m_wishes[column] = columnWidth(column);
    }
}

void TransferView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void TransferView::showHeaderMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < transferColumnCount; ++column) { // the name always stays
        QAction* action =
            menu->addAction(m_filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            fitColumns();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void TransferView::saveState(QSettings& settings) const
{
    settings.setValue(headerKey, horizontalHeader()->saveState());
    QStringList wishes;
    for (const int width : m_wishes)
        wishes.append(QString::number(width));
    settings.setValue(widthsKey, wishes);
}

void TransferView::restoreState(const QSettings& settings)
{
    const QByteArray state = settings.value(headerKey).toByteArray();
    if (!state.isEmpty())
        horizontalHeader()->restoreState(state);
    const QStringList wishes = settings.value(widthsKey).toStringList();
    for (int column = 0; column < transferColumnCount && wishes.size() == transferColumnCount; ++column)
        m_wishes[column] = std::max(horizontalHeader()->minimumSectionSize(), wishes.at(column).toInt());
    m_isWished = !std::equal(m_wishes.cbegin(), m_wishes.cend(), std::begin(widths), std::end(widths));
    fitColumns();
}

} // namespace partway
