// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transfermodel.h"

#include <QAbstractProxyModel>
#include <QSet>
#include <QTimer>

namespace partway {

// The groups of the sidebar. Each row is in All and in one other, or in none (aborted, skipped).
enum class TransferGroup { All, Active, Waiting, Paused, Failed, Finished };
constexpr int transferGroupCount = 6;

bool isInGroup(const TransferRow& row, TransferGroup group);

// The rows of one group that match a text, sorted. Keeps an index vector of its own: at 100,000 rows that is
// ten times quicker than QSortFilterProxyModel under a view. A changed filter resets the model, a changed
// order moves persistent indexes along. GUI thread.
class TransferFilter final : public QAbstractProxyModel
{
    Q_OBJECT
public:
    explicit TransferFilter(TransferModel& source, QObject* parent = nullptr);

    void setGroup(TransferGroup group);
    void setHidden(const QSet<TransferId>& ids); // about to be removed
    void setText(const QString& text);           // in name, destination or state
    bool showsWholeQueue() const; // all rows in the order of the queue: places are places in it
    TransferGroup group() const { return m_group; }

    // column -1: the order of the queue. Volatile columns (progress, state, speed, time left) are sorted
    // again every two seconds, not with every change.
    void sort(int column, Qt::SortOrder order) override;

    const TransferRow& transfer(int row) const { return m_model.transfer(m_toSource.at(row)); }
    int rowOf(TransferId id) const; // -1: not shown

    QModelIndex mapToSource(const QModelIndex& proxy) const override;
    QModelIndex mapFromSource(const QModelIndex& source) const override;
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void shownCountChanged(int count);

private:
    bool accepts(int sourceRow) const;
    void rebuild(); // without announcing
    void refilter();
    void resort();
    void sortIndex();
    void renumber();

    void sourceInserted(int first, int last);
    void sourceAboutToRemove(int first, int last);
    void sourceRemoved(int first, int last);
    void sourceChanged(const QModelIndex& first, const QModelIndex& last);
    void showOrHide(int sourceRow);
    void hideProxyRow(int row);

    TransferModel& m_model;
    TransferGroup m_group = TransferGroup::All;
    QString m_text;
    QSet<TransferId> m_hidden;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QTimer m_resortTimer;
    QList<int> m_toSource;
    QList<int> m_toProxy; // by source row; -1: not shown
};

} // namespace partway
