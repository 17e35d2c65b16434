// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/incompletesieve.h"

#include "incomplete/incompletemodel.h"

namespace partway {

IncompleteSieve::IncompleteSieve(IncompleteModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model), m_now(QDateTime::currentDateTimeUtc())
{
    setSourceModel(&model);
    setSortRole(IncompleteModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setRecursiveFilteringEnabled(true);
}

void IncompleteSieve::setFilter(const IncompleteFilter& filter, const QString& text, bool copiesOnly,
                                const QDateTime& now)
{
    m_filter = filter;
    m_text = text;
    m_copiesOnly = copiesOnly;
    m_now = now;
    invalidateFilter();
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
