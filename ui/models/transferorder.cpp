// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// In which order the list stands.
#include "models/transferfilter.h"

#include <QCollator>

#include <algorithm>
#include <limits>

namespace partway {

namespace {

bool isText(int column)
{
    return column == static_cast<int>(TransferColumn::Name) ||
           column == static_cast<int>(TransferColumn::Destination);
}

template <typename Key, typename KeyOf>
void sortBy(QList<int>& rows, Qt::SortOrder order, const KeyOf& keyOf)
{
    std::vector<std::pair<Key, int>> keyed;
    keyed.reserve(static_cast<size_t>(rows.size()));
    for (int row : rows)
        keyed.emplace_back(keyOf(row), row);
    const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
    const auto greater = [](const auto& a, const auto& b) { return b.first < a.first; };
    if (order == Qt::DescendingOrder)
        std::stable_sort(keyed.begin(), keyed.end(), greater);
    else if (!std::is_sorted(keyed.begin(), keyed.end(), less))
        std::stable_sort(keyed.begin(), keyed.end(), less);
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto& entry) { return entry.second; });
}

struct TextKey
{
    QCollatorSortKey key;
    bool operator<(const TextKey& other) const { return key < other.key; }
};

} // namespace

qint64 TransferFilter::positionOf(Entry entry) const
{
    if (entry >= 0)
        return m_model.transfer(entry).position;
    qint64 first = std::numeric_limits<qint64>::max();
    for (int row : m_folders[static_cast<size_t>(~entry)].members)
        first = std::min(first, m_model.transfer(row).position);
    return first;
}

QVariant TransferFilter::sortValue(Entry entry) const
{
    if (entry >= 0)
        return m_model.index(entry, m_sortColumn).data(SortRole);
    return folderData(m_folders[static_cast<size_t>(~entry)], m_book.at(~entry),
                      static_cast<TransferColumn>(m_sortColumn), SortRole);
}

void TransferFilter::sortEntries(QList<Entry>& entries) const
{
    if (m_sortColumn < 0) {
        sortBy<qint64>(entries, Qt::AscendingOrder, [this](Entry entry) { return positionOf(entry); });
        return;
    }
    if (!isText(m_sortColumn)) {
        sortBy<double>(entries, m_order, [this](Entry entry) { return sortValue(entry).toDouble(); });
        return;
    }
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    sortBy<TextKey>(entries, m_order,
                    [&](Entry entry) { return TextKey{collator.sortKey(sortValue(entry).toString())}; });
}

void TransferFilter::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    resort();
}

// Folders that are collapsed are sorted when they are expanded.
void TransferFilter::resort()
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<Entry> entries;
    entries.reserve(before.size());
    for (const QModelIndex& index : before)
        entries.append(m_entries.at(index.row()));
    QList<Entry> top = topEntries();
    sortEntries(top);
    for (Entry entry : std::as_const(top)) {
        if (entry < 0 && m_folders[static_cast<size_t>(~entry)].expanded)
            sortEntries(m_folders[static_cast<size_t>(~entry)].members);
    }
    flatten(top);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOfEntry(entries.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace partway
