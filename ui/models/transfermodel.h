// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>

#include <functional>

namespace partway {

enum class TransferColumn { Name, Destination, Size, Progress, State, Speed, TimeLeft, Added };
constexpr int transferColumnCount = 8;

// What a cell knows beside its text. Raw values, for sorting, painting and tests.
enum TransferRole {
    TransferIdRole = Qt::UserRole + 1, // qint64
    SortRole,                          // a number or a text that sorts like the column
    PhaseRole,                         // int of Phase
    StripRole,                         // QByteArray, see TransferRow::strip
    SizeRole,                          // qint64
    StoredBytesRole,                   // qint64
    InFlightBytesRole,                 // qint64
    PartCountRole,                     // int
};

// All transfers of the queue as a table, in the order in which they came. GUI thread. Follows the queue's
// batches: one insert per block, and only the cells that changed are announced (a range over scattered rows
// costs a view more than the cells themselves).
class TransferModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    // Names an account's id for people.
    using AccountName = std::function<QString(const QString& accountId)>;

    TransferModel(TransferQueue& queue, AccountName accountName, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const TransferRow& transfer(int row) const { return m_rows.at(row); }
    int rowOf(TransferId id) const { return m_index.value(id, -1); } // -1: not there

    void refreshAges();     // "3 minutes ago" has become 4
    void refreshAccounts(); // an account has another name

Q_SIGNALS:
    void orderChanged(); // positions in the queue

private:
    void reload();
    void insertRows(const QList<TransferRow>& rows);
    void updateRows(const QList<TransferRow>& rows);
    void removeIds(const QList<TransferId>& ids);
    void removeSpan(int first, int last);
    void rebuildIndex(int from);

    static QVariant alignment(TransferColumn column);
    QVariant text(const TransferRow& row, TransferColumn column) const;
    QVariant toolTip(const TransferRow& row, TransferColumn column) const;
    QVariant sortValue(const TransferRow& row, TransferColumn column) const;
    QString destination(const TransferRow& row) const;
    QIcon stateIcon(const TransferRow& row) const;

    TransferQueue& m_queue;
    AccountName m_accountName;
    QList<TransferRow> m_rows;
    QHash<TransferId, int> m_index;
    mutable QHash<QString, QIcon> m_icons; // made when first shown
};

// The columns in which two states of one row look different.
QList<TransferColumn> changedColumns(const TransferRow& before, const TransferRow& after);

} // namespace partway
