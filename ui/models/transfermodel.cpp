// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfermodel.h"

#include "format/destinationtext.h"
#include "format/numbers.h"
#include "format/transfertext.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace partway {

namespace {

// Above this many changed rows one announcement over all of them is cheaper than one for each cell.
constexpr qsizetype manyRows = 500;

bool isNumber(TransferColumn column)
{
    switch (column) {
    case TransferColumn::Size:
    case TransferColumn::Speed:
    case TransferColumn::TimeLeft:
        return true;
    case TransferColumn::Name:
    case TransferColumn::Destination:
    case TransferColumn::Progress:
    case TransferColumn::State:
    case TransferColumn::Added:
        return false;
    }
    return false;
}

qint64 shownBytes(const TransferRow& row)
{
    return row.phase == Phase::Finished ? row.size : row.storedBytes;
}

QString percentText(const TransferRow& row)
{
    if (row.phase == Phase::Finished)
        return formatPercent(1, 1);
    return formatPercent(row.storedBytes, row.size);
}

QString progressSentence(const TransferRow& row)
{
    QString text = TransferModel::tr("%1 of %2 stored on the server")
                       .arg(formatBytes(shownBytes(row)), formatBytes(row.size));
    if (row.partCount > 1)
        text += u'\n' + TransferModel::tr("%1 of %2 parts stored").arg(row.storedParts).arg(row.partCount);
    if (row.inFlightBytes > 0)
        text += u'\n' + TransferModel::tr("%1 on their way").arg(formatBytes(row.inFlightBytes));
    if (row.resentBytes > 0)
        text += u'\n' + TransferModel::tr("%1 sent twice").arg(formatBytes(row.resentBytes));
    return text;
}

} // namespace

QList<TransferColumn> changedColumns(const TransferRow& before, const TransferRow& after)
{
    QList<TransferColumn> columns;
    const bool phase = before.phase != after.phase;
    if (before.name != after.name)
        columns.append(TransferColumn::Name);
    if (before.key != after.key || before.bucket != after.bucket)
        columns.append(TransferColumn::Destination);
    if (before.size != after.size)
        columns.append(TransferColumn::Size);
    if (phase || before.storedBytes != after.storedBytes || before.inFlightBytes != after.inFlightBytes ||
        before.strip != after.strip || before.size != after.size)
        columns.append(TransferColumn::Progress);
    if (phase || before.hold != after.hold || before.attention != after.attention ||
        before.error != after.error || before.leftovers != after.leftovers || before.queued != after.queued ||
        before.elsewhere != after.elsewhere)
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
    m_rows = queue.rows();
    rebuildIndex(0);
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
    const TransferRow& row = m_rows.at(index.row());
    const auto column = static_cast<TransferColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == TransferColumn::Name ? QVariant(spokenRow(row)) : text(row, column);
    case TransferIdRole:
        return row.id.value;
    case SortRole:
        return sortValue(row, column);
    case PhaseRole:
        return static_cast<int>(row.phase);
    case StripRole:
        return row.strip;
    case SizeRole:
        return row.size;
    case StoredBytesRole:
        return shownBytes(row);
    case InFlightBytesRole:
        return row.inFlightBytes;
    case PartCountRole:
        return row.partCount;
    default:
        return {};
    }
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= transferColumnCount)
        return {};
    const auto column = static_cast<TransferColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case TransferColumn::Name:
        return tr("Name");
    case TransferColumn::Destination:
        return tr("Destination");
    case TransferColumn::Size:
        return tr("Size");
    case TransferColumn::Progress:
        return tr("Progress");
    case TransferColumn::State:
        return tr("State");
    case TransferColumn::Speed:
        return tr("Speed");
    case TransferColumn::TimeLeft:
        return tr("Time left");
    case TransferColumn::Added:
        return tr("Added");
    }
    return {};
}

QString TransferModel::destination(const TransferRow& row) const
{
    const QString key = QString::fromUtf8(row.key);
    return placeText(row.bucket, key.left(key.lastIndexOf(u'/') + 1));
}

QVariant TransferModel::text(const TransferRow& row, TransferColumn column) const
{
    switch (column) {
    case TransferColumn::Name:
        return row.name;
    case TransferColumn::Destination:
        return destination(row);
    case TransferColumn::Size:
        return formatBytes(row.size);
    case TransferColumn::Progress:
        return percentText(row);
    case TransferColumn::State:
        return stateWords(row);
    case TransferColumn::Speed:
        return isRunning(row.phase) ? formatSpeed(row.bytesPerSecond) : QString();
    case TransferColumn::TimeLeft:
        return isRunning(row.phase) ? formatDuration(row.secondsLeft) : QString();
    case TransferColumn::Added:
        return formatWhen(row.addedAt, QDateTime::currentDateTimeUtc());
    }
    return {};
}

QVariant TransferModel::toolTip(const TransferRow& row, TransferColumn column) const
{
    switch (column) {
    case TransferColumn::Name:
        return row.sourcePath;
    case TransferColumn::Destination:
        return tr("%1 in account %2")
            .arg(placeText(row.bucket, QString::fromUtf8(row.key)), m_accountName(row.accountId));
    case TransferColumn::Size:
        return tr("%1 bytes").arg(QLocale().toString(row.size));
    case TransferColumn::Progress:
        return progressSentence(row);
    case TransferColumn::State:
        return stateSentence(row);
    case TransferColumn::Speed:
    case TransferColumn::TimeLeft:
        return {};
    case TransferColumn::Added:
        return QLocale().toString(row.addedAt.toLocalTime(), QLocale::LongFormat);
    }
    return {};
}

QVariant TransferModel::sortValue(const TransferRow& row, TransferColumn column) const
{
    switch (column) {
    case TransferColumn::Name:
        return row.name;
    case TransferColumn::Destination:
        return destination(row);
    case TransferColumn::Size:
        return row.size;
    case TransferColumn::Progress:
        return row.phase == Phase::Finished ? 2.0
                                            : static_cast<double>(row.storedBytes) /
                                                  static_cast<double>(std::max<qint64>(row.size, 1));
    case TransferColumn::State:
        return static_cast<int>(row.phase);
    case TransferColumn::Speed:
        return row.bytesPerSecond;
    case TransferColumn::TimeLeft:
        return row.secondsLeft;
    case TransferColumn::Added:
        return row.addedAt.toMSecsSinceEpoch();
    }
    return {};
}

void TransferModel::reload()
{
    beginResetModel();
    m_rows = m_queue.rows();
    m_index.clear();
    rebuildIndex(0);
    endResetModel();
}

void TransferModel::rebuildIndex(int from)
{
    m_index.reserve(m_rows.size());
    for (int row = from; row < m_rows.size(); ++row)
        m_index.insert(m_rows.at(row).id, row);
}

void TransferModel::insertRows(const QList<TransferRow>& rows)
{
    QList<TransferRow> unknown;
    unknown.reserve(rows.size());
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(unknown),
                 [this](const TransferRow& row) { return !m_index.contains(row.id); });
    if (unknown.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(unknown.size()) - 1);
    m_rows.append(std::move(unknown));
    rebuildIndex(first);
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
        const QList<TransferColumn> columns = changedColumns(m_rows.at(place), row);
        moved = moved || m_rows.at(place).position != row.position;
        m_rows[place] = row;
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
        m_rows.removeIf([&gone](const TransferRow& row) { return gone.contains(row.id); });
        m_index.clear();
        rebuildIndex(0);
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
    for (int row = first; row <= last; ++row)
        m_index.remove(m_rows.at(row).id);
    m_rows.remove(first, last - first + 1);
    rebuildIndex(first);
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
