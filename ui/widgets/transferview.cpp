// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transferview.h"

#include "paint/progressdelegate.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QHeaderView>
#include <QItemSelection>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSettings>

#include <algorithm>

namespace partway {

namespace {

const QString rowsFormat = QStringLiteral("application/x-partway-rows");
const QString headerKey = QStringLiteral("transfers/header");
constexpr int widths[transferColumnCount]{190, 140, 80, 190, 180, 90, 90, 110};

} // namespace

TransferView::TransferView(TransferFilter& filter, QWidget* parent) : QTableView(parent), m_filter(filter)
{
    setAccessibleName(tr("Transfers"));
    setModel(&filter);
    setItemDelegateForColumn(static_cast<int>(TransferColumn::Progress), new ProgressDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideMiddle);
    setFrameShape(QFrame::NoFrame);
    setDragEnabled(true);
    setAcceptDrops(true); // rows only; files go on to the window
    setDropIndicatorShown(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    setUpHeader();
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this, &TransferView::rememberSelection);
    connect(&filter, &QAbstractItemModel::modelReset, this, &TransferView::restoreSelection);
}

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
    setSortingEnabled(true); // after the indicator is cleared: the queue's own order comes first
    connect(header, &QWidget::customContextMenuRequested, this, &TransferView::showHeaderMenu);
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
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

QList<TransferRow> TransferView::selected() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QList<TransferRow> result;
    result.reserve(rows.size());
    for (int row : rows)
        result.append(m_filter.transfer(row));
    return result;
}

std::optional<TransferId> TransferView::current() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !selectionModel()->isRowSelected(index.row()))
        return std::nullopt;
    return m_filter.transfer(index.row()).id;
}

void TransferView::select(TransferId id)
{
    const int row = m_filter.rowOf(id);
    if (row < 0)
        return;
    // Not selectRow(): that looks at the keys held down just now.
    selectionModel()->setCurrentIndex(m_filter.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_filter.index(row, 0));
}

void TransferView::rememberSelection()
{
    m_resetting = true;
    m_kept.clear();
    for (const TransferRow& row : selected())
        m_kept.append(row.id);
    m_keptCurrent = current().value_or(TransferId{});
}

void TransferView::restoreSelection()
{
    QItemSelection selection;
    for (TransferId id : std::as_const(m_kept)) {
        if (const int row = m_filter.rowOf(id); row >= 0)
            selection.append(
                QItemSelectionRange(m_filter.index(row, 0), m_filter.index(row, transferColumnCount - 1)));
    }
    if (const int row = m_filter.rowOf(m_keptCurrent); row >= 0)
        selectionModel()->setCurrentIndex(m_filter.index(row, 0), QItemSelectionModel::NoUpdate);
    m_resetting = false;
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    selectionChanged(selection, {});
}

void TransferView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (m_resetting)
        return;
    QList<TransferId> ids;
    for (const TransferRow& row : this->selected())
        ids.append(row.id);
    Q_EMIT selectionChangedTo(ids);
}

void TransferView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() != QContextMenuEvent::Keyboard) {
        Q_EMIT menuWanted(event->globalPos());
        return;
    }
    const QRect cell = visualRect(currentIndex());
    Q_EMIT menuWanted(viewport()->mapToGlobal(cell.isValid() ? cell.bottomLeft() : QPoint(0, 0)));
}

// Rows are dragged to another place of the queue. Their ids do not travel: it is the selection that moves.
void TransferView::startDrag(Qt::DropActions)
{
    if (!m_filter.showsWholeQueue() || selectionModel()->selection().isEmpty())
        return;
    auto* drag = new QDrag(this);
    auto* data = new QMimeData;
    data->setData(rowsFormat, {});
    drag->setMimeData(data);
    drag->exec(Qt::MoveAction);
    showDropRow(-1);
}

int TransferView::dropRow(const QPoint& position) const
{
    const int row = rowAt(position.y());
    if (row < 0)
        return m_filter.rowCount();
    const bool lowerHalf = position.y() > rowViewportPosition(row) + rowHeight(row) / 2;
    return lowerHalf ? row + 1 : row;
}

void TransferView::showDropRow(int row)
{
    if (std::exchange(m_dropRow, row) != row)
        viewport()->update();
}

void TransferView::dragEnterEvent(QDragEnterEvent* event)
{
    event->setAccepted(event->source() == this && event->mimeData()->hasFormat(rowsFormat));
}

void TransferView::dragMoveEvent(QDragMoveEvent* event)
{
    showDropRow(dropRow(event->position().toPoint()));
    event->acceptProposedAction();
}

void TransferView::dragLeaveEvent(QDragLeaveEvent*)
{
    showDropRow(-1);
}

void TransferView::dropEvent(QDropEvent* event)
{
    QList<int> rows;
    const QModelIndexList chosen = selectionModel()->selectedRows();
    for (const QModelIndex& index : chosen)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    event->acceptProposedAction();
    showDropRow(-1);
    if (m_filter.showsWholeQueue())
        Q_EMIT dropWanted(rows, dropRow(event->position().toPoint()));
}

void TransferView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_dropRow < 0)
        return;
    const int last = m_filter.rowCount() - 1;
    const int y =
        m_dropRow <= last ? rowViewportPosition(m_dropRow) : rowViewportPosition(last) + rowHeight(last);
    QPainter painter(viewport());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
    painter.drawLine(0, y, viewport()->width(), y);
}

void TransferView::saveState(QSettings& settings) const
{
    settings.setValue(headerKey, horizontalHeader()->saveState());
}

void TransferView::restoreState(const QSettings& settings)
{
    const QByteArray state = settings.value(headerKey).toByteArray();
    if (!state.isEmpty())
        horizontalHeader()->restoreState(state);
}

} // namespace partway
