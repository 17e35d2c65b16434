// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/incompletesieve.h"

#include "format/incompletetext.h"
#include "format/numbers.h"
#include "incomplete/incompletemodel.h"

#include <QLocale>

namespace partway {

IncompleteSieve::IncompleteSieve(IncompleteModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model), m_now(QDateTime::currentDateTimeUtc())
{
    setSourceModel(&model);
    setSortRole(IncompleteModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setRecursiveFilteringEnabled(true);
    const auto forget = [this] { m_sums.clear(); };
    connect(&model, &QAbstractItemModel::dataChanged, this, forget);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(this, change, this, forget);
    connect(&model, &QAbstractItemModel::modelReset, this, forget);
}

void IncompleteSieve::setFilter(const IncompleteFilter& filter, const QString& text, bool copiesOnly,
                                const QDateTime& now)
{
    m_filter = filter;
    m_text = text;
    m_copiesOnly = copiesOnly;
    m_now = now;
    invalidateFilter();
    tellSums();
}

// The rows of buckets that stayed have other sums now.
void IncompleteSieve::tellSums()
{
    m_sums.clear();
    if (const int buckets = rowCount(); buckets > 0)
        Q_EMIT dataChanged(index(0, 0), index(buckets - 1, columnCount() - 1));
}

bool IncompleteSieve::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = m_model.index(row, 0, parent);
    const std::optional<IncompleteEntry> entry = m_model.entry(index);
    if (!entry) // a bucket: its uploads keep it; alone it stays only where there is nothing to look for
        return !isFiltering() &&
               (m_model.rowCount(index) > 0 || m_model.report(m_model.bucketOf(index)).error);
    if (m_copiesOnly && m_model.copies(entry->upload.ref()) < 2)
        return false;
    if (!m_text.isEmpty() &&
        !QString::fromUtf8(entry->upload.upload.key).contains(m_text, Qt::CaseInsensitive))
        return false;
    return m_filter.takes(entry->upload, m_now);
}

// --- what is shown of a bucket --------------------------------------------------------------------------

QVariant IncompleteSieve::data(const QModelIndex& index, int role) const
{
    const bool isBucket = index.isValid() && !index.parent().isValid();
    if (!isBucket || !isFiltering() || rowCount(index.siblingAtColumn(0)) == 0)
        return QSortFilterProxyModel::data(index, role);
    QVariant other;
    if (role == Qt::DisplayRole)
        other = shownText(index);
    else if (role == Qt::ToolTipRole)
        other = ofAllText(index);
    else if (role == Qt::AccessibleTextRole && index.column() == int(IncompleteColumn::Name))
        other = spoken(index);
    return other.isValid() && !other.toString().isEmpty() ? other : QSortFilterProxyModel::data(index, role);
}

IncompleteSums IncompleteSieve::shownSums(const QModelIndex& bucket) const
{
    const QString name = m_model.bucketOf(mapToSource(bucket));
    if (const auto known = m_sums.constFind(name); known != m_sums.cend())
        return *known;
    const QModelIndex parent = bucket.siblingAtColumn(0);
    IncompleteSums sums;
    for (int row = 0; row < rowCount(parent); ++row) {
        const std::optional<IncompleteEntry> entry = m_model.entry(mapToSource(index(row, 0, parent)));
        if (entry)
            sums.add(*entry);
    }
    m_sums.insert(name, sums);
    return sums;
}

// Nothing where the bucket's own text stands.
QVariant IncompleteSieve::shownText(const QModelIndex& bucket) const
{
    const QModelIndex source = mapToSource(bucket);
    const IncompleteSums sums = shownSums(bucket);
    switch (IncompleteColumn(bucket.column())) {
    case IncompleteColumn::Name:
        return tr("%1 (%2 of %n)", "a bucket, how many of its uploads are shown, and how many it has",
                  m_model.rowCount(source))
            .arg(m_model.bucketOf(source), QLocale().toString(sums.uploads));
    case IncompleteColumn::Parts:
        return QLocale().toString(sums.parts);
    case IncompleteColumn::Kept:
        return formatBytes(sums.bytes);
    case IncompleteColumn::Cost:
        return costWords(sums.cost);
    case IncompleteColumn::Started:
    case IncompleteColumn::Age:
    case IncompleteColumn::Initiator:
    case IncompleteColumn::Owner:
    case IncompleteColumn::StorageClass:
    case IncompleteColumn::NewestPart:
    case IncompleteColumn::Deadline:
    case IncompleteColumn::State:
        break;
    }
    return {};
}

QString IncompleteSieve::ofAllText(const QModelIndex& bucket) const
{
    const auto column = IncompleteColumn(bucket.column());
    if (column != IncompleteColumn::Parts && column != IncompleteColumn::Kept &&
        column != IncompleteColumn::Cost)
        return {};
    const QString all = mapToSource(bucket).data().toString();
    return tr("%1 of %2", "of what is shown, of all").arg(shownText(bucket).toString(), all);
}

QString IncompleteSieve::spoken(const QModelIndex& bucket) const
{
    const QModelIndex source = mapToSource(bucket);
    const IncompleteSums sums = shownSums(bucket);
    const QString words =
        tr("Bucket %1, %2 of %n incomplete upload(s) shown, %3 of %4 kept", nullptr, m_model.rowCount(source))
            .arg(m_model.bucketOf(source), QLocale().toString(sums.uploads), formatBytes(sums.bytes),
                 source.siblingAtColumn(int(IncompleteColumn::Kept)).data().toString());
    const QString state = source.siblingAtColumn(int(IncompleteColumn::State)).data().toString();
    return state.isEmpty() ? words : words + QStringLiteral(", ") + state;
}

// Equal ones by key and time, so that uploads of one name stand together.
bool IncompleteSieve::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(IncompleteModel::SortRole), b = right.data(IncompleteModel::SortRole);
    if (a == b && left.parent().isValid()) {
        const QByteArray ka = left.data(IncompleteModel::KeyRole).toByteArray();
        const QByteArray kb = right.data(IncompleteModel::KeyRole).toByteArray();
        return ka == kb ? left.row() < right.row() : ka < kb;
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace partway
