// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"

#include <QHash>

namespace partway {

// A queue that holds rows, writes down what it is asked and does nothing by itself. For tests of the window.
class FakeQueue final : public TransferQueue
{
    Q_OBJECT
public:
    using TransferQueue::TransferQueue;

    void open() override;
    int add(const AddRequest& request) override;
    int addPrepared(const QList<Transfer>& transfers) override
    {
        prepared += transfers;
        return int(requests.size() + prepared.size());
    }
    void cancelAdd(int request) override;
    void start(const QList<TransferId>& ids) override { note(QStringLiteral("start"), ids); }
    void pause(const QList<TransferId>& ids) override { note(QStringLiteral("pause"), ids); }
    void abort(const QList<TransferId>& ids) override { note(QStringLiteral("abort"), ids); }
    void retry(const QList<TransferId>& ids) override { note(QStringLiteral("retry"), ids); }
    void replace(const QList<TransferId>& ids) override { note(QStringLiteral("replace"), ids); }
    void keepBoth(const QList<TransferId>& ids) override { note(QStringLiteral("keepBoth"), ids); }
    void skip(const QList<TransferId>& ids) override { note(QStringLiteral("skip"), ids); }
    void throughHere(const QList<TransferId>& ids) override { note(QStringLiteral("throughHere"), ids); }
    void repair(const QList<TransferId>& ids) override { note(QStringLiteral("repair"), ids); }
    void follow(const QList<TransferId>& ids) override { note(QStringLiteral("follow"), ids); }
    void closeSource(const QList<TransferId>& ids) override { note(QStringLiteral("closeSource"), ids); }
    void startOver(const QList<TransferId>& ids) override { note(QStringLiteral("startOver"), ids); }
    void forget(const QList<TransferId>& ids) override { note(QStringLiteral("forget"), ids); }
    void startAll() override { note(QStringLiteral("startAll"), {}); }
    void pauseAll() override { note(QStringLiteral("pauseAll"), {}); }
    void setPriority(const QList<TransferId>& ids, int priority) override;
    void move(const QList<TransferId>& ids, int by) override;
    void place(const QList<TransferId>& ids, TransferId before) override
    {
        note(QStringLiteral("place %1:").arg(before.value), ids);
    }
    void setRateLimit(qint64 bytesPerSecond) override;
    void setParallel(int partsAtOnce) override;
    void accountChanged(const QString& accountId) override;
    QList<TransferRow> rows() const override { return m_rows; }
    std::optional<TransferRow> row(TransferId id) const override;
    QueueTotals totals() const override { return m_totals; }
    void watchDetails(TransferId id) override;
    void close() override;

    void addRows(const QList<TransferRow>& rows);
    void changeRows(const QList<TransferRow>& rows);
    void removeRows(const QList<TransferId>& ids);
    void setTotals(const QueueTotals& totals);
    void setDetails(const TransferDetails& details); // told whenever its row is watched

    QStringList calls; // "pause 1 2"
    QList<AddRequest> requests;
    QList<Transfer> prepared;
    qint64 rateLimit = 0;

private:
    void note(const QString& call, const QList<TransferId>& ids);

    QList<TransferRow> m_rows;
    QueueTotals m_totals;
    QHash<TransferId, TransferDetails> m_details;
};

// A row with everything a view needs; change what the test is about.
TransferRow someRow(qint64 id, const QString& name, Phase phase, qint64 size = 160 * MiB, qint64 stored = 0);

} // namespace partway
