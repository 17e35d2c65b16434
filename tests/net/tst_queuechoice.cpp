// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuebench.h"
#include "upload/existingobject.h"

#include <QTest>

using namespace partway;

// Files whose objects exist, and what the person answers.
class QueueChoiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void conflictAtTheEnd();
};

void QueueChoiceTest::answers_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("restart");
    for (const char* answer : {"replace", "keep-both", "skip"}) {
        QTest::newRow(answer) << QString::fromLatin1(answer) << false;
        QTest::addRow("%s after a restart", answer) << QString::fromLatin1(answer) << true;
    }
}

void QueueChoiceTest::answers()
{
    QFETCH(QString, answer);
    QFETCH(bool, restart);
    QueueBench bench;
    const QString bucket = QStringLiteral("bucket");
    const QByteArray ours = bench.make("a.bin", 3000);
    AddRequest request = bench.request({bench.path("a.bin")});
    const QByteArray key = request.to.prefix.toUtf8() + "a.bin";
    bench.backend->putDirectly(bucket, key, "theirs");
    request.ifExists = IfExists::Ask;
    QVERIFY(bench.open());
    const TransferId id = bench.add(request).value(0);
    QVERIFY(bench.waitFor(id, Phase::NeedsAttention));
    if (restart)
        bench.reopen(true);
    if (restart)
        QVERIFY(bench.open());
    QTRY_VERIFY(bench.queue->row(id));
    const TransferRow row = *bench.queue->row(id);
    QCOMPARE(row.attention, Attention::ObjectExists);
    const std::optional<ExistingObject> there = existingObject(*row.error);
    QVERIFY(there);
    QCOMPARE(there->size, 6);
    QVERIFY(there->modified.isValid());
    QVERIFY(row.modifiedMs > 0);

    if (answer == QLatin1String("replace"))
        bench.queue->replace({id});
    else if (answer == QLatin1String("keep-both"))
        bench.queue->keepBoth({id});
    else
        bench.queue->skip({id});
    const bool skips = answer == QLatin1String("skip");
    QVERIFY(bench.waitFor(id, skips ? Phase::Skipped : Phase::Finished));
    const bool replaces = answer == QLatin1String("replace");
    QCOMPARE(bench.backend->objectBytes(bucket, key), replaces ? ours : QByteArray("theirs"));
    QByteArray other = key;
    other.replace("a.bin", "a (2).bin");
    QCOMPARE(bench.backend->hasObject(bucket, other), answer == QLatin1String("keep-both"));
    if (!skips && !replaces)
        QCOMPARE(bench.backend->objectBytes(bucket, other), ours);
}

// It came while the parts were sent: nothing of ours may stay when it is skipped, and the other name begins
// anew.
void QueueChoiceTest::conflictAtTheEnd()
{
    for (const bool skips : {true, false}) {
        QueueBench bench;
        const QString bucket = QStringLiteral("bucket");
        const QByteArray ours = bench.make("a.bin", 30'000);
        bench.backend->setMinPart(0);
        AddRequest request = bench.request({bench.path("a.bin")}, 10'000);
        const QByteArray key = request.to.prefix.toUtf8() + "a.bin";
        request.ifExists = IfExists::Ask;
        bench.backend->setOnCall([&](StoreCall call, int) {
            if (call == StoreCall::SendPart && !bench.backend->hasObject(bucket, key))
                bench.backend->putDirectly(bucket, key, "theirs");
        });
        QVERIFY(bench.open());
        const TransferId id = bench.add(request).value(0);
        QVERIFY(bench.waitFor(id, Phase::NeedsAttention));
        QVERIFY(existingObject(*bench.queue->row(id)->error));
        skips ? bench.queue->skip({id}) : bench.queue->keepBoth({id});
        QVERIFY(bench.waitFor(id, skips ? Phase::Aborted : Phase::Finished));
        QVERIFY(bench.backend->uploads().isEmpty());
        QCOMPARE(bench.backend->objectBytes(bucket, key), QByteArray("theirs"));
        QByteArray other = key;
        other.replace("a.bin", "a (2).bin");
        QCOMPARE(bench.backend->objectBytes(bucket, other), skips ? QByteArray() : ours);
    }
}

QTEST_MAIN(QueueChoiceTest)
#include "tst_queuechoice.moc"
