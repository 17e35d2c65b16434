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
// How narrow columns become, and in which order they do, so that the state is seen in a small window, too.
constexpr std::pair<TransferColumn, int> givesWay[]{{TransferColumn::Destination, 60},
                                                    {TransferColumn::Progress, 100},
                                                    {TransferColumn::Name, 120},
                                                    {TransferColumn::State, 140},
                                                    {TransferColumn::Size, 70}};

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
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_fitting && width > 0 && column < m_wishes.size())
            m_wishes[column] = width;
    });
    setSortingEnabled(true); // after the indicator is cleared: the queue's own order comes first
    connect(header, &QWidget::customContextMenuRequested, this, &TransferView::showHeaderMenu);
}

// Columns from the first to the state get what was wished, or, where the window is too small for that, give
// way one after the other.
void TransferView::fitColumns()
{
    const QHeaderView* header = horizontalHeader();
    if (isColumnHidden(stateColumn) || m_fitting)
        return;
    const int last = header->visualIndex(stateColumn);
    int tooMuch = -viewport()->width();
    QList<int> fitted = m_wishes;
    for (int column = 0; column < transferColumnCount; ++column)
        tooMuch += header->visualIndex(column) <= last && !isColumnHidden(column) ? fitted.at(column) : 0;
    for (const auto& [giving, narrowest] : givesWay) {
        const int column = static_cast<int>(giving);
        if (header->visualIndex(column) > last || isColumnHidden(column))
            continue;
        const int given = std::clamp(fitted.at(column) - narrowest, 0, std::max(0, tooMuch));
        fitted[column] -= given;
        tooMuch -= given;
    }
    m_fitting = true;
    for (int visual = 0; visual <= last; ++visual) {
        const int column = header->logicalIndex(visual);
        if (!isColumnHidden(column) && columnWidth(column) != fitted.at(column))
            setColumnWidth(column, fitted.at(column));
    }
    m_fitting = false;
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
    fitColumns();
}

} // namespace partway
