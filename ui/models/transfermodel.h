// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>

#include <functional>
#include <vector>

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
    OpenEndRole,                       // bool: it still grows
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

    const TransferRow& transfer(int row) const { return *m_rows.at(row); }
    int rowOf(TransferId id) const; // -1: not there

    QString accountName(const QString& accountId) const { return m_accountName(accountId); }
    QIcon icon(const QString& name) const; // made when first shown
    static QVariant alignment(TransferColumn column);

    void refreshAges();     // "3 minutes ago" has become 4
    void refreshAccounts(); // an account has another name

Q_SIGNALS:
    void orderChanged(); // positions in the queue
    // Of each row of a batch, before dataChanged() of it: sums over rows are kept by the difference.
    void rowChanging(int row, const partway::TransferRow& before, const partway::TransferRow& after);
    void batchEnded();

private:
    void reload();
    void takeAll();
    void insertRows(const QList<TransferRow>& rows);
    void updateRows(const QList<TransferRow>& rows);
    void removeIds(const QList<TransferId>& ids);
    void removeSpan(int first, int last);
    void indexAppended(int first);
    void unindex(int first, int last);

    QVariant text(const TransferRow& row, TransferColumn column) const;
    QVariant toolTip(const TransferRow& row, TransferColumn column) const;
    QVariant sortValue(const TransferRow& row, TransferColumn column) const;
    QString destination(const TransferRow& row) const;

    TransferQueue& m_queue;
    AccountName m_accountName;
    using Row = Boxed<TransferRow>;
    Row shared(const TransferRow& row) const; // the queue's own, or a copy

    QList<Row> m_rows;
    std::vector<int> m_byId; // all rows, in the order of their ids: a third of the room of a hash
    mutable QHash<QString, QIcon> m_icons;
};

// The state once more as a picture, for a quick look over many rows.
QString stateIconName(const TransferRow& row);
QString stateIconName(Phase phase);

// The columns in which two states of one row look different.
QList<TransferColumn> changedColumns(const TransferRow& before, const TransferRow& after);

} // namespace partway
