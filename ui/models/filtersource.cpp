// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the list follows the rows of the queue as they come, change and go.
#include "models/transferfilter.h"

#include <algorithm>
#include <numeric>

namespace partway {

namespace {

// Up to here a list is sorted again with every block that comes; longer ones a moment later.
constexpr int quicklySorted = 2'000;

bool isVolatile(int column)
{
    if (column < 0)
        return false;
    switch (static_cast<TransferColumn>(column)) {
    case TransferColumn::Progress:
    case TransferColumn::State:
    case TransferColumn::Speed:
    case TransferColumn::TimeLeft:
        return true;
    case TransferColumn::Name:
    case TransferColumn::Destination:
    case TransferColumn::Size:
    case TransferColumn::Added:
        return false;
    }
    return false;
}

} // namespace

// --- rows come ------------------------------------------------------------------------------------------

// Where the source only ever appends, so that numbers before `first` stay right.
void TransferFilter::sourceInserted(int first, int last)
{
    learn(first, last);
    QList<int> rows;
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            rows.append(row);
    }
    putRows(rows);
    announceFolders();
}

void TransferFilter::putRows(const QList<int>& sourceRows)
{
    if (sourceRows.isEmpty())
        return;
    QList<Entry> top;
    QMap<int, QList<int>> ofExpanded; // by folder
    for (int row : sourceRows) {
        m_in[row] = 1;
        ++m_inCount;
        Folder* folder = folderOfSource(row);
        if (!folder) {
            top.append(row);
            continue;
        }
        folder->totals.add(m_model.transfer(row));
        folder->stripIsOld = true;
        m_touched.insert(m_folderOf.at(row));
        if (folder->expanded) {
            ofExpanded[m_folderOf.at(row)].append(row);
            continue;
        }
        if (folder->members.isEmpty())
            top.append(~m_folderOf.at(row));
        folder->members.append(row);
    }
    appendTop(top);
    for (auto it = ofExpanded.cbegin(); it != ofExpanded.cend(); ++it)
        appendMembers(m_folders[static_cast<size_t>(it.key())], *it);
    if (m_sortColumn >= 0 && rowCount() <= quicklySorted)
        resort();
    else if (m_sortColumn >= 0 && !m_resortTimer.isActive())
        m_resortTimer.start();
    Q_EMIT shownCountChanged(rowCount());
}

void TransferFilter::appendTop(const QList<Entry>& entries)
{
    if (entries.isEmpty())
        return;
    const int place = rowCount();
    beginInsertRows({}, place, place + static_cast<int>(entries.size()) - 1);
    m_entries.append(entries);
    renumber(place);
    endInsertRows();
}

void TransferFilter::appendMembers(Folder& folder, const QList<int>& sourceRows)
{
    const int place = folder.row + 1 + static_cast<int>(folder.members.size());
    const int count = static_cast<int>(sourceRows.size());
    beginInsertRows({}, place, place + count - 1);
    folder.members.append(sourceRows);
    m_entries.insert(place, count, 0);
    std::copy(sourceRows.begin(), sourceRows.end(), m_entries.begin() + place);
    renumber(place);
    endInsertRows();
}

// --- rows go --------------------------------------------------------------------------------------------

// A folder goes with its last file.
void TransferFilter::takeRows(const QList<int>& sourceRows)
{
    QList<int> shown;
    QSet<int> folders;
    for (int row : sourceRows) {
        if (m_in.at(row) == 0)
            continue;
        if (Folder* folder = folderOfSource(row)) {
            folder->totals.subtract(m_model.transfer(row));
            folder->stripIsOld = true;
            folders.insert(m_folderOf.at(row));
        }
        if (m_rowOf.at(row) >= 0)
            shown.append(m_rowOf.at(row));
        m_in[row] = 0;
        --m_inCount;
    }
    for (int number : std::as_const(folders)) {
        Folder& folder = m_folders[static_cast<size_t>(number)];
        folder.members.removeIf([this](int member) { return m_in.at(member) == 0; });
        if (!folder.members.isEmpty())
            continue;
        shown.append(folder.row);
        folder.expanded = false;
    }
    m_touched.unite(folders);
    std::sort(shown.begin(), shown.end());
    while (!shown.isEmpty()) { // from the end, so that the places before stay right
        const int last = shown.takeLast();
        int first = last;
        while (!shown.isEmpty() && shown.last() == first - 1)
            first = shown.takeLast();
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row) {
            const Entry entry = m_entries.at(row);
            (entry < 0 ? m_folders[static_cast<size_t>(~entry)].row : m_rowOf[entry]) = -1;
        }
        m_entries.remove(first, last - first + 1);
        renumber(first);
        endRemoveRows();
    }
}

void TransferFilter::sourceAboutToRemove(int first, int last)
{
    QList<int> rows(last - first + 1);
    std::iota(rows.begin(), rows.end(), first);
    takeRows(rows);
}

void TransferFilter::sourceRemoved(int first, int last)
{
    const int count = last - first + 1;
    m_folderOf.remove(first, count);
    m_rowOf.remove(first, count);
    m_in.remove(first, count);
    const auto shift = [last, count](QList<int>& rows) {
        for (int& row : rows)
            row -= row > last ? count : 0; // folders are negative and stay
    };
    shift(m_entries);
    for (Folder& folder : m_folders)
        shift(folder.members);
    announceFolders();
    Q_EMIT shownCountChanged(rowCount());
}

// --- rows change ----------------------------------------------------------------------------------------

void TransferFilter::sourceChanging(int sourceRow, const TransferRow& before, const TransferRow& after)
{
    Folder* folder = folderOfSource(sourceRow);
    if (!folder || m_in.at(sourceRow) == 0)
        return;
    folder->totals.subtract(before);
    folder->totals.add(after);
    folder->stripIsOld = true;
    m_touched.insert(m_folderOf.at(sourceRow));
}

void TransferFilter::sourceChanged(const QModelIndex& first, const QModelIndex& last)
{
    constexpr int state = static_cast<int>(TransferColumn::State);
    const bool filtered = m_group != TransferGroup::All || !m_text.isEmpty();
    const bool oneRow = first.row() == last.row();
    if (filtered && first.column() <= state && last.column() >= state) {
        if (!oneRow) {
            refilter();
            return;
        }
        const bool wanted = accepts(first.row());
        if (wanted != (m_in.at(first.row()) != 0)) {
            wanted ? putRows({first.row()}) : takeRows({first.row()});
            Q_EMIT shownCountChanged(rowCount());
        }
    }
    if (!oneRow && rowCount() > 0)
        Q_EMIT dataChanged(index(0, first.column()), index(rowCount() - 1, last.column()));
    else if (const int row = m_rowOf.value(first.row(), -1); oneRow && row >= 0)
        Q_EMIT dataChanged(index(row, first.column()), index(row, last.column()));
    orderTouched(first.column(), last.column());
}

void TransferFilter::orderTouched(int firstColumn, int lastColumn)
{
    const bool touched = m_sortColumn >= firstColumn && m_sortColumn <= lastColumn;
    if (touched && isVolatile(m_sortColumn) && !m_resortTimer.isActive())
        m_resortTimer.start();
}

void TransferFilter::announceFolders()
{
    const QSet<int> touched = std::exchange(m_touched, {});
    for (int number : touched) {
        const int row = m_folders[static_cast<size_t>(number)].row;
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, transferColumnCount - 1));
    }
    if (!touched.isEmpty() && isVolatile(m_sortColumn) && !m_resortTimer.isActive())
        m_resortTimer.start();
}

} // namespace partway
