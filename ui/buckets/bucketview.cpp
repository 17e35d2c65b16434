// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/bucketview.h"

#include "format/numbers.h"
#include "paint/isolateddelegate.h"
#include "windows/dropintake.h"

#include <QDragMoveEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace partway {

BucketFilter::BucketFilter(BucketTree& tree, QObject* parent) : QSortFilterProxyModel(parent), m_tree(tree)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(&tree);
}

void BucketFilter::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

// What says how a listing stands is never hidden: what is looked for may be behind it.
bool BucketFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_text.isEmpty())
        return true;
    const QModelIndex index = m_tree.index(row, 0, parent);
    const BucketRowKind kind = m_tree.row(index).kind;
    if (kind == BucketRowKind::Empty)
        return false;
    const bool listed = m_tree.row(index).isPlace() || kind == BucketRowKind::Object;
    return !listed || index.data().toString().contains(m_text, Qt::CaseInsensitive);
}

BucketView::BucketView(BucketTree& tree, BucketFilter& filter, QWidget* parent)
    : QTreeView(parent), m_tree(tree), m_filter(filter)
{
    setModel(&filter);
    setUniformRowHeights(true);
    setItemDelegate(new IsolatedDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setAccessibleName(tr("Buckets and what is in them"));
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(BucketTree::Name, QHeaderView::Stretch);
    for (int column = BucketTree::Size; column < tree.columnCount(); ++column)
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header()->setVisible(tree.columnCount() > 1);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &BucketView::pageWhereSeen);
    connect(this, &QTreeView::activated, this,
            [this](const QModelIndex& index) { m_tree.activate(m_filter.mapToSource(index)); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (m_tree.row(m_filter.mapToSource(index)).kind == BucketRowKind::More)
            m_tree.activate(m_filter.mapToSource(index));
    });
}

// Times grow longer by themselves, from "1 minute ago" on.
int BucketView::sizeHintForColumn(int column) const
{
    const int width = QTreeView::sizeHintForColumn(column);
    if (column != BucketTree::Changed)
        return width;
    constexpr int gap = 8;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString longest = formatWhen(now.addSecs(-59 * 60), now);
    return std::max(width, fontMetrics().horizontalAdvance(longest) + gap);
}

// The next page comes by itself when somebody has scrolled to where it begins.
void BucketView::pageWhereSeen()
{
    const QModelIndex last = indexAt(QPoint(viewport()->width() / 2, viewport()->height() - 3));
    const QModelIndex source = m_filter.mapToSource(last);
    if (source.isValid() && m_tree.row(source).kind == BucketRowKind::More)
        m_tree.activate(source);
}

QModelIndex BucketView::currentSource() const
{
    return m_filter.mapToSource(currentIndex().siblingAtColumn(0));
}

QList<BucketRow> BucketView::selected() const
{
    QList<BucketRow> rows;
    const QModelIndexList chosen = selectionModel()->selectedRows();
    for (const QModelIndex& index : chosen) {
        const BucketRow row = m_tree.row(m_filter.mapToSource(index));
        if (row.isPlace() || row.kind == BucketRowKind::Object)
            rows.append(row);
    }
    return rows;
}

void BucketView::open(const QModelIndex& place)
{
    const QModelIndex index = m_filter.mapFromSource(place);
    setCurrentIndex(index);
    expand(index);
}

void BucketView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT chosen();
}

void BucketView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT chosen();
}

void BucketView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentSource().isValid()) {
        m_tree.activate(currentSource());
        if (m_tree.row(currentSource()).isPlace())
            setExpanded(currentIndex(), !isExpanded(currentIndex()));
        return;
    }
    QTreeView::keyPressEvent(event);
}

// --- drops ---------------------------------------------------------------------------------------------

QModelIndex BucketView::placeUnder(const QPoint& position) const
{
    return m_tree.placeOf(m_filter.mapToSource(indexAt(position)));
}

void BucketView::dragEnterEvent(QDragEnterEvent* event)
{
    if (bringsFiles(*event->mimeData()))
        event->acceptProposedAction();
}

void BucketView::dragMoveEvent(QDragMoveEvent* event)
{
    QTreeView::dragMoveEvent(event); // scrolls, and opens what is hovered over
    const QModelIndex place = placeUnder(event->position().toPoint());
    if (!place.isValid() || !bringsFiles(*event->mimeData())) {
        event->ignore();
        return;
    }
    setCurrentIndex(m_filter.mapFromSource(place));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void BucketView::dropEvent(QDropEvent* event)
{
    const QModelIndex place = placeUnder(event->position().toPoint());
    const DropIntake intake = readDrop(*event->mimeData());
    if (!place.isValid() || intake.paths.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT filesDropped(intake.paths, place);
}

} // namespace partway
