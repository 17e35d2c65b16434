// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transferfilter.h"

#include "format/destinationtext.h"
#include "format/transfertext.h"

#include <QCollator>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace partway {

using namespace std::chrono_literals;

namespace {

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

bool isText(int column)
{
    return column == static_cast<int>(TransferColumn::Name) ||
           column == static_cast<int>(TransferColumn::Destination);
}

template <typename Key>
void sortBy(QList<int>& rows, Qt::SortOrder order, const std::function<Key(int)>& keyOf)
{
    std::vector<std::pair<Key, int>> keyed;
    keyed.reserve(static_cast<size_t>(rows.size()));
    for (int row : rows)
        keyed.emplace_back(keyOf(row), row);
    const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
    const auto greater = [](const auto& a, const auto& b) { return b.first < a.first; };
    if (order == Qt::AscendingOrder)
        std::stable_sort(keyed.begin(), keyed.end(), less);
    else
        std::stable_sort(keyed.begin(), keyed.end(), greater);
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto& entry) { return entry.second; });
}

} // namespace

bool isInGroup(const TransferRow& row, TransferGroup group)
{
    switch (group) {
    case TransferGroup::All:
        return true;
    case TransferGroup::Active:
        return isRunning(row.phase);
    case TransferGroup::Waiting:
        return row.phase == Phase::Waiting;
    case TransferGroup::Paused:
        return row.phase == Phase::Paused;
    case TransferGroup::Failed:
        return row.phase == Phase::Failed || row.phase == Phase::NeedsAttention;
    case TransferGroup::Finished:
        return row.phase == Phase::Finished;
    }
    return false;
}

TransferFilter::TransferFilter(TransferModel& source, QObject* parent)
    : QAbstractProxyModel(parent), m_model(source)
{
    setSourceModel(&source);
    m_resortTimer.setSingleShot(true);
    m_resortTimer.setInterval(2s);
    connect(&m_resortTimer, &QTimer::timeout, this, &TransferFilter::resort);
    connect(&source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&source, &QAbstractItemModel::modelReset, this, [this] {
        rebuild();
        endResetModel();
        Q_EMIT shownCountChanged(rowCount());
    });
    connect(&source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { sourceInserted(first, last); });
    connect(&source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { sourceAboutToRemove(first, last); });
    connect(&source, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { sourceRemoved(first, last); });
    connect(&source, &QAbstractItemModel::dataChanged, this, &TransferFilter::sourceChanged);
    connect(&source, &TransferModel::orderChanged, this, [this] {
        if (m_sortColumn < 0)
            resort();
    });
    rebuild();
}

void TransferFilter::setGroup(TransferGroup group)
{
    if (m_group == group)
        return;
    m_group = group;
    refilter();
}

void TransferFilter::setHidden(const QSet<TransferId>& ids)
{
    if (m_hidden == ids)
        return;
    m_hidden = ids;
    refilter();
}

bool TransferFilter::showsWholeQueue() const
{
    return m_sortColumn < 0 && m_toSource.size() == m_model.rowCount();
}

void TransferFilter::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    refilter();
}

bool TransferFilter::accepts(int sourceRow) const
{
    const TransferRow& row = m_model.transfer(sourceRow);
    if (!isInGroup(row, m_group) || (!m_hidden.isEmpty() && m_hidden.contains(row.id)))
        return false;
    if (m_text.isEmpty())
        return true;
    return row.name.contains(m_text, Qt::CaseInsensitive) ||
           placeText(row.bucket, QString::fromUtf8(row.key)).contains(m_text, Qt::CaseInsensitive) ||
           stateWords(row).contains(m_text, Qt::CaseInsensitive);
}

void TransferFilter::rebuild()
{
    const int count = m_model.rowCount();
    m_toSource.clear();
    m_toSource.reserve(count);
    for (int row = 0; row < count; ++row) {
        if (accepts(row))
            m_toSource.append(row);
    }
    sortIndex();
    renumber();
}

void TransferFilter::renumber()
{
    m_toProxy.fill(-1, m_model.rowCount());
    for (int row = 0; row < m_toSource.size(); ++row)
        m_toProxy[m_toSource.at(row)] = row;
}

void TransferFilter::refilter()
{
    beginResetModel();
    rebuild();
    endResetModel();
    Q_EMIT shownCountChanged(rowCount());
}

void TransferFilter::sortIndex()
{
    if (m_sortColumn < 0) {
        sortBy<qint64>(m_toSource, Qt::AscendingOrder,
                       [this](int row) { return m_model.transfer(row).position; });
        return;
    }
    const auto value = [this](int row) { return m_model.index(row, m_sortColumn).data(SortRole); };
    if (isText(m_sortColumn)) {
        QCollator collator;
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        struct Key
        {
            QCollatorSortKey key;
            bool operator<(const Key& other) const { return key < other.key; }
        };
        sortBy<Key>(m_toSource, m_order,
                    [&](int row) { return Key{collator.sortKey(value(row).toString())}; });
        return;
    }
    sortBy<double>(m_toSource, m_order, [&](int row) { return value(row).toDouble(); });
}

void TransferFilter::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    resort();
}

void TransferFilter::resort()
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> sources;
    sources.reserve(before.size());
    for (const QModelIndex& index : before)
        sources.append(m_toSource.at(index.row()));
    sortIndex();
    renumber();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_toProxy.at(sources.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int TransferFilter::rowOf(TransferId id) const
{
    const int source = m_model.rowOf(id);
    return source < 0 || source >= m_toProxy.size() ? -1 : m_toProxy.at(source);
}

QModelIndex TransferFilter::mapToSource(const QModelIndex& proxy) const
{
    if (!proxy.isValid() || proxy.row() >= m_toSource.size())
        return {};
    return m_model.index(m_toSource.at(proxy.row()), proxy.column());
}

QModelIndex TransferFilter::mapFromSource(const QModelIndex& source) const
{
    if (!source.isValid() || source.row() >= m_toProxy.size() || m_toProxy.at(source.row()) < 0)
        return {};
    return index(m_toProxy.at(source.row()), source.column());
}

QModelIndex TransferFilter::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex TransferFilter::parent(const QModelIndex&) const
{
    return {};
}

int TransferFilter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_toSource.size());
}

int TransferFilter::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : transferColumnCount;
}

// Only what has a place in the queue can be dragged to another; else the mouse selects.
Qt::ItemFlags TransferFilter::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractProxyModel::flags(index);
    return index.isValid() && showsWholeQueue() ? flags | Qt::ItemIsDragEnabled : flags;
}

QVariant TransferFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

// Where the source only ever appends, so that numbers before `first` stay right. A block goes in as a block
// at the end; an order other than the queue's is restored by one more sort.
void TransferFilter::sourceInserted(int first, int last)
{
    m_toProxy.resize(last + 1, -1);
    QList<int> rows;
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            rows.append(row);
    }
    if (rows.isEmpty())
        return;
    const int place = rowCount();
    beginInsertRows({}, place, place + static_cast<int>(rows.size()) - 1);
    m_toSource.append(rows);
    for (int row = place; row < m_toSource.size(); ++row)
        m_toProxy[m_toSource.at(row)] = row;
    endInsertRows();
    if (m_sortColumn >= 0)
        resort();
    Q_EMIT shownCountChanged(rowCount());
}

void TransferFilter::hideProxyRow(int row)
{
    beginRemoveRows({}, row, row);
    m_toProxy[m_toSource.at(row)] = -1;
    m_toSource.removeAt(row);
    for (int later = row; later < m_toSource.size(); ++later)
        m_toProxy[m_toSource.at(later)] = later;
    endRemoveRows();
}

void TransferFilter::sourceAboutToRemove(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        if (m_toProxy.at(row) >= 0)
            hideProxyRow(m_toProxy.at(row));
    }
}

void TransferFilter::sourceRemoved(int first, int last)
{
    const int count = last - first + 1;
    m_toProxy.remove(first, count);
    for (int& source : m_toSource) {
        if (source > last)
            source -= count;
    }
    Q_EMIT shownCountChanged(rowCount());
}

void TransferFilter::showOrHide(int sourceRow)
{
    const bool shown = m_toProxy.at(sourceRow) >= 0;
    if (accepts(sourceRow) == shown)
        return;
    if (shown) {
        hideProxyRow(m_toProxy.at(sourceRow));
    } else {
        const int place = rowCount();
        beginInsertRows({}, place, place);
        m_toSource.append(sourceRow);
        m_toProxy[sourceRow] = place;
        endInsertRows();
        m_resortTimer.start();
    }
    Q_EMIT shownCountChanged(rowCount());
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
        showOrHide(first.row());
    }
    if (oneRow) {
        if (const QModelIndex cell = mapFromSource(first); cell.isValid())
            Q_EMIT dataChanged(cell, mapFromSource(last));
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, first.column()), index(rowCount() - 1, last.column()));
    }
    const bool orderTouched = m_sortColumn >= first.column() && m_sortColumn <= last.column();
    if (orderTouched && isVolatile(m_sortColumn) && !m_resortTimer.isActive())
        m_resortTimer.start();
}

} // namespace partway
