// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfermodel.h"

#include "format/transfertext.h"

#include <QSet>

#include <algorithm>

namespace partway {

namespace {

// Above this many changed rows one announcement over all of them is cheaper than one for each cell.
constexpr qsizetype manyRows = 500;

} // namespace

namespace {

// What the state says of a source that grows.
bool isOtherGrowth(const TransferRow& a, const TransferRow& b)
{
    return a.openEnd != b.openEnd || a.rechecks != b.rechecks || a.closeAsked != b.closeAsked ||
           a.waitsForSource != b.waitsForSource || a.noRoom != b.noRoom || (b.openEnd && a.size != b.size);
}

} // namespace

QList<TransferColumn> changedColumns(const TransferRow& before, const TransferRow& after)
{
    QList<TransferColumn> columns;
    const bool phase = before.phase != after.phase;
    if (before.name() != after.name())
        columns.append(TransferColumn::Name);
    if (before.key != after.key || before.bucket != after.bucket)
        columns.append(TransferColumn::Destination);
    if (before.size != after.size)
        columns.append(TransferColumn::Size);
    if (phase || before.storedBytes != after.storedBytes || before.inFlightBytes != after.inFlightBytes ||
        before.strip != after.strip || before.size != after.size || before.openEnd != after.openEnd)
        columns.append(TransferColumn::Progress);
    if (phase || before.hold != after.hold || before.attention != after.attention ||
        before.error != after.error || before.leftovers != after.leftovers || before.queued != after.queued ||
        before.elsewhere != after.elsewhere || isOtherGrowth(before, after))
        columns.append(TransferColumn::State);
    if (before.bytesPerSecond != after.bytesPerSecond)
        columns.append(TransferColumn::Speed);
    if (before.secondsLeft != after.secondsLeft)
        columns.append(TransferColumn::TimeLeft);
    return columns;
}

TransferModel::TransferModel(TransferQueue& queue, AccountName accountName, QObject* parent)
    : QAbstractTableModel(parent), m_queue(queue), m_accountName(std::move(accountName))
{
    connect(&queue, &TransferQueue::opened, this, &TransferModel::reload);
    connect(&queue, &TransferQueue::added, this, &TransferModel::insertRows);
    connect(&queue, &TransferQueue::changed, this, &TransferModel::updateRows);
    connect(&queue, &TransferQueue::removed, this, &TransferModel::removeIds);
    takeAll();
}

int TransferModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TransferModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : transferColumnCount;
}

QVariant TransferModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TransferRow& row = transfer(index.row());
    const auto column = static_cast<TransferColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::AccessibleTextRole:
        return column == TransferColumn::Name ? QVariant(spokenRow(row)) : text(row, column);
    case Qt::DecorationRole:
        return column == TransferColumn::State ? QVariant(icon(stateIconName(row))) : QVariant();
    case TransferIdRole:
        return row.id.value;
    case SortRole:
        return sortValue(row, column);
    case PhaseRole:
        return static_cast<int>(row.phase);
    case StripRole:
        return row.strip.value();
    case SizeRole:
        return row.size;
    case StoredBytesRole:
        return row.phase == Phase::Finished ? row.size : row.storedBytes;
    case InFlightBytesRole:
        return row.inFlightBytes;
    case PartCountRole:
        return row.partCount;
    case OpenEndRole:
        return row.openEnd;
    default:
        return {};
    }
}

// The rows of a queue that opens come as added ones, before this: nothing to be done twice.
void TransferModel::reload()
{
    if (!m_rows.isEmpty() && m_queue.totals().all == m_rows.size())
        return;
    beginResetModel();
    takeAll();
    endResetModel();
}

void TransferModel::takeAll()
{
    const QList<TransferRow> rows = m_queue.rows();
    m_rows.clear();
    m_rows.reserve(rows.size());
    for (const TransferRow& row : rows)
        m_rows.append(shared(row));
    m_byId.clear();
    indexAppended(0);
}

TransferModel::Row TransferModel::shared(const TransferRow& row) const
{
    const Row there = m_queue.sharedRow(row.id);
    return there ? there : Row(row);
}

int TransferModel::rowOf(TransferId id) const
{
    const auto isBefore = [this](int row, TransferId wanted) { return transfer(row).id < wanted; };
    if (m_byId.empty() || transfer(m_byId.back()).id < id) // as new ones are
        return -1;
    const auto place = std::lower_bound(m_byId.begin(), m_byId.end(), id, isBefore);
    return transfer(*place).id == id ? *place : -1;
}

void TransferModel::indexAppended(int first)
{
    const auto isBefore = [this](int a, int b) { return transfer(a).id < transfer(b).id; };
    const auto before = static_cast<std::ptrdiff_t>(m_byId.size());
    for (int row = first; row < m_rows.size(); ++row)
        m_byId.push_back(row);
    const auto fresh = m_byId.begin() + before;
    if (!std::is_sorted(fresh, m_byId.end(), isBefore))
        std::sort(fresh, m_byId.end(), isBefore);
    if (before > 0 && fresh != m_byId.end() && isBefore(*fresh, *(fresh - 1)))
        std::inplace_merge(m_byId.begin(), fresh, m_byId.end(), isBefore);
}

// Those rows go; the ones behind them move up.
void TransferModel::unindex(int first, int last)
{
    std::erase_if(m_byId, [first, last](int row) { return row >= first && row <= last; });
    for (int& row : m_byId)
        row -= row > last ? last - first + 1 : 0;
}

void TransferModel::insertRows(const QList<TransferRow>& rows)
{
    QList<Row> unknown;
    unknown.reserve(rows.size());
    for (const TransferRow& row : rows) {
        if (rowOf(row.id) < 0)
            unknown.append(shared(row));
    }
    if (unknown.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(unknown.size()) - 1);
    m_rows.append(std::move(unknown));
    indexAppended(first);
    endInsertRows();
}

void TransferModel::updateRows(const QList<TransferRow>& rows)
{
    const bool oneByOne = rows.size() <= manyRows;
    int first = static_cast<int>(m_rows.size());
    int last = -1;
    bool moved = false;
    for (const TransferRow& row : rows) {
        const int place = rowOf(row.id);
        if (place < 0)
            continue;
        const Row before = m_rows.at(place);
        const QList<TransferColumn> columns = changedColumns(*before, row);
        moved = moved || before->position != row.position;
        Q_EMIT rowChanging(place, *before, row);
        m_rows[place] = shared(row);
        first = std::min(first, place);
        last = std::max(last, place);
        if (!oneByOne)
            continue;
        for (TransferColumn column : columns) {
            const QModelIndex cell = index(place, static_cast<int>(column));
            Q_EMIT dataChanged(cell, cell);
        }
    }
    if (!oneByOne && last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, transferColumnCount - 1));
    Q_EMIT batchEnded();
    if (moved)
        Q_EMIT orderChanged();
}

void TransferModel::removeIds(const QList<TransferId>& ids)
{
    QList<int> places;
    places.reserve(ids.size());
    for (TransferId id : ids) {
        if (const int place = rowOf(id); place >= 0)
            places.append(place);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    if (places.size() > manyRows) { // scattered single removals would be quadratic
        beginResetModel();
        const QSet<TransferId> gone(ids.begin(), ids.end());
        m_rows.removeIf([&gone](const Row& row) { return gone.contains(row->id); });
        m_byId.clear();
        indexAppended(0);
        endResetModel();
        return;
    }
    while (!places.isEmpty()) { // from the end, so that the places before stay right
        const int last = places.takeLast();
        int first = last;
        while (!places.isEmpty() && places.last() == first - 1)
            first = places.takeLast();
        removeSpan(first, last);
    }
}

void TransferModel::removeSpan(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_rows.remove(first, last - first + 1);
    unindex(first, last);
    endRemoveRows();
}

void TransferModel::refreshAges()
{
    constexpr int column = static_cast<int>(TransferColumn::Added);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, column), index(static_cast<int>(m_rows.size()) - 1, column),
                           {Qt::DisplayRole});
}

void TransferModel::refreshAccounts()
{
    constexpr int column = static_cast<int>(TransferColumn::Destination);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, column), index(static_cast<int>(m_rows.size()) - 1, column),
                           {Qt::ToolTipRole});
}

} // namespace partway
