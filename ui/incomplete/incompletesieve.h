// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompletefilter.h"

#include <QSortFilterProxyModel>

namespace partway {

class IncompleteModel;

// Sorts the tree and shows what the filter takes; a bucket is there as long as one of its uploads is, or if
// it has something to say. GUI thread.
class IncompleteSieve final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit IncompleteSieve(IncompleteModel& model, QObject* parent = nullptr);

    void setFilter(const IncompleteFilter& filter, const QString& text, bool copiesOnly,
                   const QDateTime& now);
    bool isFiltering() const { return !m_filter.isEmpty() || !m_text.isEmpty() || m_copiesOnly; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    IncompleteModel& m_model;
    IncompleteFilter m_filter;
    QString m_text; // somewhere in the key
    bool m_copiesOnly = false;
    QDateTime m_now;
};

} // namespace partway
