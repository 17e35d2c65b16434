// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuebench.h"
#include "queue/journal.h"

#include <QDir>
#include <QTest>

using namespace partway;

// What thousands of rows ask of a queue beside what a few do.
class LongQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manyRowsAreToldInSlices();
};

// A window answers between two slices, and what ends the telling comes behind them all.
void LongQueueTest::manyRowsAreToldInSlices()
{
    QueueBench b;
    QDir().mkpath(b.stateFolder());
    auto journal = Journal::open(b.stateFolder());
    QVERIFY(journal.ok());
    QList<Transfer> rows(3'000);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rows[i].sourcePath = QString::number(i);
        rows[i].accountId = QStringLiteral("account");
        rows[i].state.phase = Phase::Paused;
        rows[i].addedAt = QDateTime::currentDateTimeUtc();
    }
    QVERIFY((*journal)->add(rows));
    journal = Error{}; // closes it
    qsizetype turns = 0, told = 0, toldWhenOpened = 0;
    connect(b.queue.get(), &TransferQueue::added, this, [&](const QList<TransferRow>& some) {
        told += some.size();
        QMetaObject::invokeMethod(
            this, [&, before = told] { turns += before == told ? 1 : 0; }, Qt::QueuedConnection);
    });
    connect(b.queue.get(), &TransferQueue::opened, this, [&] { toldWhenOpened = told; });
    QVERIFY(b.open());
    QCOMPARE(toldWhenOpened, 3'000);
    QCOMPARE(b.queue->rows().size(), 3'000);
    for (const QList<QVariant>& batch : *b.addedSpy)
        QVERIFY(batch.first().value<QList<TransferRow>>().size() <= 500);
    QVERIFY(turns >= b.addedSpy->size() - 1); // something else of ours came after each
}

QTEST_GUILESS_MAIN(LongQueueTest)
#include "tst_longqueue.moc"
