// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteentry.h"
#include "incomplete/incompletefilter.h"

#include <QHash>
#include <QMap>
#include <QSortFilterProxyModel>

namespace partway {

class IncompleteModel;

// Sorts the tree and shows what the filter takes; a bucket is there as long as one of its uploads is, or if
// it has something to say. While something is filtered out, its row has the sums of what is shown, and says
// of how many. GUI thread.
class IncompleteSieve final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit IncompleteSieve(IncompleteModel& model, QObject* parent = nullptr);

    void setFilter(const IncompleteFilter& filter, const QString& text, bool copiesOnly,
                   const QDateTime& now);
    bool isFiltering() const { return !m_filter.isEmpty() || !m_text.isEmpty() || m_copiesOnly; }

    QVariant data(const QModelIndex& index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    IncompleteSums shownSums(const QModelIndex& bucket) const;
    QVariant shownText(const QModelIndex& bucket) const;
    QString ofAllText(const QModelIndex& bucket) const;
    QString spoken(const QModelIndex& bucket) const;
    void tellSums();

    IncompleteModel& m_model;
    mutable QHash<QString, IncompleteSums> m_sums; // by bucket, as they are asked for; empty after any change
    IncompleteFilter m_filter;
    QString m_text; // somewhere in the key
    bool m_copiesOnly = false;
    QDateTime m_now;
};

} // namespace partway
