// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transferfilter.h"

#include "format/destinationtext.h"
#include "format/transfertext.h"

#include <algorithm>
#include <chrono>

namespace partway {

using namespace std::chrono_literals;

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
    : QAbstractTableModel(parent), m_model(source)
{
    m_resortTimer.setSingleShot(true);
    m_resortTimer.setInterval(2s);
    connect(&m_resortTimer, &QTimer::timeout, this, &TransferFilter::resort);
    connect(&source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&source, &QAbstractItemModel::modelReset, this, [this] {
        m_folderOf.clear();
        learn(0, m_model.rowCount() - 1);
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
    connect(&source, &TransferModel::rowChanging, this, &TransferFilter::sourceChanging);
    connect(&source, &QAbstractItemModel::dataChanged, this, &TransferFilter::sourceChanged);
    connect(&source, &TransferModel::batchEnded, this, &TransferFilter::announceFolders);
    connect(&source, &TransferModel::orderChanged, this, [this] {
        if (m_sortColumn < 0)
            resort();
    });
    learn(0, m_model.rowCount() - 1);
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
    return m_sortColumn < 0 && m_inCount == m_model.rowCount();
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
    return row.name().contains(m_text, Qt::CaseInsensitive) ||
           placeText(row.bucket, QString::fromUtf8(row.key)).contains(m_text, Qt::CaseInsensitive) ||
           stateWords(row).contains(m_text, Qt::CaseInsensitive);
}

// --- building -------------------------------------------------------------------------------------------

void TransferFilter::learn(int first, int last)
{
    m_folderOf.resize(last + 1);
    m_rowOf.resize(last + 1, -1);
    m_in.resize(last + 1, 0);
    for (int row = first; row <= last; ++row) {
        m_folderOf[row] = m_book.numberOf(m_model.transfer(row));
        m_rowOf[row] = -1;
        m_in[row] = 0;
    }
    m_folders.resize(static_cast<size_t>(m_book.count()));
}

TransferFilter::Folder* TransferFilter::folderOfSource(int sourceRow)
{
    const int number = m_folderOf.at(sourceRow);
    return number < 0 ? nullptr : &m_folders[static_cast<size_t>(number)];
}

void TransferFilter::rebuild()
{
    for (Folder& folder : m_folders) {
        folder.members.clear();
        folder.totals = {};
        folder.stripIsOld = true;
    }
    m_inCount = 0;
    QList<Entry> top;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        m_in[row] = accepts(row) ? 1 : 0;
        if (m_in.at(row) == 0)
            continue;
        ++m_inCount;
        Folder* folder = folderOfSource(row);
        if (!folder)
            top.append(row);
        else if (folder->members.isEmpty())
            top.append(~m_folderOf.at(row));
        if (!folder)
            continue;
        folder->members.append(row);
        folder->totals.add(m_model.transfer(row));
    }
    sortEntries(top);
    for (Entry entry : std::as_const(top)) {
        if (entry < 0 && m_folders[static_cast<size_t>(~entry)].expanded)
            sortEntries(m_folders[static_cast<size_t>(~entry)].members);
    }
    flatten(top);
}

QList<TransferFilter::Entry> TransferFilter::topEntries() const
{
    QList<Entry> top;
    top.reserve(m_entries.size());
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(top),
                 [this](Entry entry) { return entry < 0 || m_folderOf.at(entry) < 0; });
    return top;
}

void TransferFilter::flatten(const QList<Entry>& top)
{
    m_entries.clear();
    m_entries.reserve(top.size());
    for (Entry entry : top) {
        m_entries.append(entry);
        if (entry < 0 && m_folders[static_cast<size_t>(~entry)].expanded)
            m_entries.append(m_folders[static_cast<size_t>(~entry)].members);
    }
    m_rowOf.fill(-1);
    for (Folder& folder : m_folders)
        folder.row = -1;
    renumber();
}

void TransferFilter::renumber(int from)
{
    for (int row = from; row < m_entries.size(); ++row) {
        const Entry entry = m_entries.at(row);
        if (entry < 0)
            m_folders[static_cast<size_t>(~entry)].row = row;
        else
            m_rowOf[entry] = row;
    }
}

void TransferFilter::refilter()
{
    beginResetModel();
    rebuild();
    endResetModel();
    Q_EMIT shownCountChanged(rowCount());
}

// --- what is asked --------------------------------------------------------------------------------------

const TransferRow& TransferFilter::transfer(int row) const
{
    return m_model.transfer(m_entries.at(row));
}

int TransferFilter::rowOf(TransferId id) const
{
    const int source = m_model.rowOf(id);
    return source < 0 || source >= m_rowOf.size() ? -1 : m_rowOf.at(source);
}

int TransferFilter::folderRowOf(TransferId id) const
{
    const int source = m_model.rowOf(id);
    if (source < 0 || source >= m_in.size() || m_in.at(source) == 0 || m_folderOf.at(source) < 0)
        return -1;
    return m_folders[static_cast<size_t>(m_folderOf.at(source))].row;
}

int TransferFilter::rowOfEntry(Entry entry) const
{
    return entry < 0 ? m_folders[static_cast<size_t>(~entry)].row : m_rowOf.at(entry);
}

qint64 TransferFilter::keyAt(int row) const
{
    return isFolder(row) ? m_entries.at(row) : transfer(row).id.value;
}

int TransferFilter::rowOfKey(qint64 key) const
{
    if (key >= 0)
        return rowOf(TransferId{key});
    const auto number = static_cast<size_t>(~key);
    return number < m_folders.size() ? m_folders[number].row : -1;
}

void TransferFilter::visit(int row, const std::function<bool(const TransferRow&)>& see) const
{
    if (!isFolder(row)) {
        see(transfer(row));
        return;
    }
    for (int member : folderAt(row).members) {
        if (!see(m_model.transfer(member)))
            return;
    }
}

TransferId TransferFilter::firstInQueue(int row) const
{
    if (!isFolder(row))
        return transfer(row).id;
    const QList<int>& members = folderAt(row).members;
    const auto first = std::min_element(members.begin(), members.end(), [this](int a, int b) {
        return m_model.transfer(a).position < m_model.transfer(b).position;
    });
    return m_model.transfer(*first).id;
}

void TransferFilter::setExpanded(int row, bool expanded)
{
    if (!isFolder(row) || folderAt(row).expanded == expanded)
        return;
    Folder& folder = folderAt(row);
    const int count = static_cast<int>(folder.members.size());
    if (expanded) {
        sortEntries(folder.members);
        beginInsertRows({}, row + 1, row + count);
        folder.expanded = true;
        m_entries.insert(row + 1, count, 0);
        std::copy(folder.members.begin(), folder.members.end(), m_entries.begin() + row + 1);
        renumber(row);
        endInsertRows();
    } else {
        beginRemoveRows({}, row + 1, row + count);
        folder.expanded = false;
        for (int member : std::as_const(folder.members))
            m_rowOf[member] = -1;
        m_entries.remove(row + 1, count);
        renumber(row);
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(row, 0), index(row, 0));
    Q_EMIT shownCountChanged(rowCount());
}

int TransferFilter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int TransferFilter::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : transferColumnCount;
}

QVariant TransferFilter::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry entry = m_entries.at(index.row());
    if (entry < 0)
        return folderData(folderAt(index.row()), m_book.at(~entry),
                          static_cast<TransferColumn>(index.column()), role);
    if (role == LevelRole)
        return m_folderOf.at(entry) < 0 ? 0 : 1;
    if (role == FolderRole)
        return static_cast<int>(FolderLook::None);
    return m_model.data(m_model.index(entry, index.column()), role);
}

// Only what has a place in the queue can be dragged to another; else the mouse selects.
Qt::ItemFlags TransferFilter::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && showsWholeQueue() ? flags | Qt::ItemIsDragEnabled : flags;
}

QVariant TransferFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

} // namespace partway
