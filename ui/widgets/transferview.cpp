// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transferview.h"

#include "paint/namedelegate.h"
#include "paint/progressdelegate.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QHeaderView>
#include <QItemSelection>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace partway {

namespace {

const QString rowsFormat = QStringLiteral("application/x-partway-rows");

} // namespace

TransferView::TransferView(TransferFilter& filter, QWidget* parent) : QTableView(parent), m_filter(filter)
{
    setAccessibleName(tr("Transfers"));
    setModel(&filter);
    setItemDelegate(new NameDelegate(this));
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

QList<int> TransferView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void TransferView::visitSelected(const std::function<bool(const TransferRow&)>& see) const
{
    bool goesOn = true;
    int folder = -1; // whose files have been seen: those below it that are selected, too, are not seen twice
    for (int row : selectedRows()) {
        const bool below = m_filter.index(row, 0).data(LevelRole).toInt() > 0;
        if (below && folder >= 0 && m_filter.folderRowOf(m_filter.transfer(row).id) == folder)
            continue;
        if (m_filter.isFolder(row))
            folder = row;
        m_filter.visit(row, [&see, &goesOn](const TransferRow& transfer) { return goesOn = see(transfer); });
        if (!goesOn)
            return;
    }
}

QList<TransferId> TransferView::selectedIds() const
{
    QList<TransferId> ids;
    visitSelected([&ids](const TransferRow& row) {
        ids.append(row.id);
        return true;
    });
    return ids;
}

std::optional<TransferId> TransferView::only() const
{
    const QList<int> rows = selectedRows();
    if (rows.size() != 1 || m_filter.isFolder(rows.first()))
        return std::nullopt;
    return m_filter.transfer(rows.first()).id;
}

std::optional<int> TransferView::onlyFolder() const
{
    const QList<int> rows = selectedRows();
    return rows.size() == 1 && m_filter.isFolder(rows.first()) ? std::optional(rows.first()) : std::nullopt;
}

void TransferView::select(TransferId id)
{
    int row = m_filter.rowOf(id);
    if (row < 0)
        row = m_filter.folderRowOf(id);
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
    const QList<int> rows = selectedRows();
    for (int row : rows)
        m_kept.append(m_filter.keyAt(row));
    const QModelIndex current = currentIndex();
    m_keptCurrent = current.isValid() ? m_filter.keyAt(current.row()) : 0;
}

void TransferView::restoreSelection()
{
    QItemSelection selection;
    for (qint64 key : std::as_const(m_kept)) {
        if (const int row = m_filter.rowOfKey(key); row >= 0)
            selection.append(
                QItemSelectionRange(m_filter.index(row, 0), m_filter.index(row, transferColumnCount - 1)));
    }
    if (const int row = m_filter.rowOfKey(m_keptCurrent); row >= 0)
        selectionModel()->setCurrentIndex(m_filter.index(row, 0), QItemSelectionModel::NoUpdate);
    m_resetting = false;
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    selectionChanged(selection, {});
}

void TransferView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_resetting)
        Q_EMIT selectionMoved();
}

// --- folders --------------------------------------------------------------------------------------------

// A file that is current and goes out of sight leaves its place to its folder.
void TransferView::toggle(int row)
{
    const bool expanded = m_filter.isExpanded(row);
    if (const QModelIndex current = currentIndex();
        expanded && current.isValid() && current.row() > row && !m_filter.isFolder(current.row()) &&
        m_filter.folderRowOf(m_filter.transfer(current.row()).id) == row)
        selectionModel()->setCurrentIndex(m_filter.index(row, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_filter.setExpanded(row, !expanded);
}

bool TransferView::isOnArrow(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && index.column() == static_cast<int>(TransferColumn::Name) &&
           m_filter.isFolder(index.row()) &&
           NameDelegate::arrowBox(visualRect(index), layoutDirection()).contains(position);
}

void TransferView::mousePressEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    if (event->button() == Qt::LeftButton && isOnArrow(position))
        toggle(indexAt(position).row());
    else
        QTableView::mousePressEvent(event);
}

void TransferView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (event->button() == Qt::LeftButton && index.isValid() && m_filter.isFolder(index.row()))
        toggle(index.row());
    else
        QTableView::mouseDoubleClickEvent(event);
}

bool TransferView::fold(Qt::Key key)
{
    const int row = currentIndex().row();
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const bool opens = key == Qt::Key_Plus || key == (rightToLeft ? Qt::Key_Left : Qt::Key_Right);
    const bool closes = key == Qt::Key_Minus || key == (rightToLeft ? Qt::Key_Right : Qt::Key_Left);
    if (m_filter.isFolder(row)) {
        const bool expanded = m_filter.isExpanded(row);
        if (key == Qt::Key_Return || key == Qt::Key_Enter || (opens && !expanded) || (closes && expanded))
            toggle(row);
        return true;
    }
    if (!closes)
        return false;
    if (const int folder = m_filter.folderRowOf(m_filter.transfer(row).id); folder >= 0) {
        setCurrentIndex(m_filter.index(folder, 0));
        return true;
    }
    return false;
}

void TransferView::keyPressEvent(QKeyEvent* event)
{
    const auto key = static_cast<Qt::Key>(event->key());
    const bool folds = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Plus ||
                       key == Qt::Key_Minus || key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!folds || !plain || !currentIndex().isValid() || !fold(key))
        QTableView::keyPressEvent(event);
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
    const QList<int> rows = selectedRows();
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

} // namespace partway
