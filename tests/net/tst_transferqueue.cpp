// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuebench.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

// The whole queue against a store in memory: what a person does, and what becomes of it.
class TransferQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<QueueBench>(); }
    void cleanup() { m_bench.reset(); }

    void sendsAFile();
    void sendsInParts();
    void sendsAFolder();
    void emptyFile();
    void manySmallFiles();
    void refusesWithReasons();
    void refusesWholeRequests_data();
    void refusesWholeRequests();
    void sameFileIsTakenOnce();
    void sameFileGoesOn();
    void pausesAndGoesOn();
    void pausesWaitingRows();
    void abortsWhatRuns();
    void abortsWhatNeverBegan();
    void abortsWhatIsPaused();
    void failsAndRetries();
    void forgetsOnlyEndedRows();
    void movesAndPrioritises();
    void totalsAddUp();
    void writesAReceipt();
    void tellsDetails();

private:
    std::unique_ptr<QueueBench> m_bench;
};

void TransferQueueTest::sendsAFile()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    const QByteArray bytes = b.make("a.txt", 1'000);
    const TransferId id = b.addOne("a.txt");
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.txt"), bytes);
    QCOMPARE(b.backend->object("bucket", "in/a.txt").options.contentType, "text/plain");
    const TransferRow row = *b.queue->row(id);
    QCOMPARE(row.name(), "a.txt");
    QCOMPARE(row.storedBytes, 1'000);
    QCOMPARE(row.inFlightBytes, 0);
    QVERIFY(row.endedAt.isValid());
    QVERIFY(!row.queued && !row.elsewhere);
    QCOMPARE(b.endedPhases(id), QList<Phase>{Phase::Finished});
}

void TransferQueueTest::sendsInParts()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    const QByteArray bytes = b.make("a.bin", 10 * MiB + 1);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.bin"), bytes);
    QCOMPARE(b.backend->calls(StoreCall::SendPart), 11);
    QVERIFY(b.backend->uploads().isEmpty());
    QVERIFY(b.backend->counts().mostInFlight > 1);
    QVERIFY(b.backend->counts().mostInFlight <= 12);
    QCOMPARE(b.queue->row(id)->storedParts, 11);
}

void TransferQueueTest::sendsAFolder()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    const QByteArray one = b.make("photos/2026/a b+c.jpg", 500), two = b.make("photos/d.jpg", 30'000);
    const QList<TransferId> ids = b.add({b.path("photos")});
    QCOMPARE(ids.size(), 2);
    for (TransferId id : ids)
        QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/photos/2026/a b+c.jpg"), one);
    QCOMPARE(b.backend->objectBytes("bucket", "in/photos/d.jpg"), two);
    QCOMPARE(b.queue->row(ids.first())->group.value(), "photos");
}

void TransferQueueTest::emptyFile()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.make("empty", 0);
    const TransferId id = b.addOne("empty");
    QVERIFY(b.waitFor(id, Phase::Finished));
    QVERIFY(b.backend->hasObject("bucket", "in/empty"));
    QVERIFY(b.backend->objectBytes("bucket", "in/empty").isEmpty());
}

void TransferQueueTest::manySmallFiles()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    for (int i = 0; i < 300; ++i)
        b.make(QStringLiteral("f/%1").arg(i), i);
    const QList<TransferId> ids = b.add({b.path("f")});
    QCOMPARE(ids.size(), 300);
    QTRY_COMPARE_WITH_TIMEOUT(b.queue->totals().finished, 300, 30'000);
    QCOMPARE(b.backend->calls(StoreCall::PutObject), 300);
    QCOMPARE(b.backend->objectBytes("bucket", "in/f/299").size(), 299);
    // Rows come in blocks, changes in batches: never one signal each.
    QVERIFY(b.addedSpy->size() < 20);
}

void TransferQueueTest::refusesWithReasons()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.make("good", 10);
    b.make(QString(200, 'x') + "/" + QString(200, 'y') + "/" + QString(200, 'z'), 10);
    AddRequest request = b.request({b.path("good"), b.path("missing"), b.path(QString(200, 'x'))});
    request.to.prefix = QString(500, 'p') + "/";
    const QList<TransferId> ids = b.add(request);
    QCOMPARE(ids.size(), 1);
    QCOMPARE(b.refusals().size(), 2);
    QCOMPARE(b.refusals().value(b.path("missing")), "file-missing");
    QVERIFY(b.refusals().values().contains("key-too-long"));

    request = b.request({b.path("good")});
    request.keyOverride = "a/../b";
    QVERIFY(b.add(request).isEmpty());
    QVERIFY(b.refusals().values().contains("path-cannot-be-sent"));
    request.keyOverride = "ok";
    request.partSize = -1;
    QVERIFY(b.add(request).isEmpty());
    QVERIFY(b.refusals().values().contains("part-size-too-small"));
}

void TransferQueueTest::refusesWholeRequests_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("account") << "account"
                             << "account-missing";
    QTest::newRow("bucket") << "bucket"
                            << "bucket-empty";
    QTest::newRow("one name for a folder") << "name"
                                           << "name-needs-one-file";
}

void TransferQueueTest::refusesWholeRequests()
{
    QFETCH(QString, what);
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.make("f/a", 10);
    AddRequest request = b.request({b.path("f")});
    if (what == "account")
        request.to.accountId = "nobody";
    else if (what == "bucket")
        request.to.bucket.clear();
    else
        request.keyOverride = "name";
    QVERIFY(b.add(request).isEmpty());
    QTEST(b.refusals().value(b.path("f")), "code");
    QVERIFY(b.queue->rows().isEmpty());
}

void TransferQueueTest::sameFileIsTakenOnce()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.make("a", 1'000);
    QCOMPARE(b.add({b.path("a"), b.path("a")}).size(), 1);
    QTRY_COMPARE(b.queue->totals().finished, 1);
    // Finished is done with: the person wants it again.
    QCOMPARE(b.add({b.path("a")}).size(), 1);
    QTRY_COMPARE(b.queue->totals().finished, 2);
}

void TransferQueueTest::sameFileGoesOn()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    b.make("a.bin", 20 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 5));
    b.queue->pause({id});
    QVERIFY(b.waitFor(id, Phase::Paused));
    QCOMPARE(b.add(b.request({b.path("a.bin")}, MiB)), QList<TransferId>{id});
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.queue->rows().size(), 1);
    QCOMPARE(b.backend->calls(StoreCall::CreateUpload), 1);
}

void TransferQueueTest::pausesAndGoesOn()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    const QByteArray bytes = b.make("a.bin", 30 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 5));
    b.queue->pause({id});
    QVERIFY(b.waitFor(id, Phase::Paused));
    const int before = b.backend->calls(StoreCall::SendPart);
    QTest::qWait(150);
    QCOMPARE(b.backend->calls(StoreCall::SendPart), before);
    QCOMPARE(b.backend->uploads().size(), 1);
    const qint64 stored = b.queue->row(id)->storedBytes;
    QVERIFY(stored >= 5 * MiB && stored < 30 * MiB);
    QVERIFY(!b.queue->row(id)->strip.isEmpty());

    b.queue->start({id});
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.bin"), bytes);
    QCOMPARE(b.backend->calls(StoreCall::CreateUpload), 1);
    // At most what was cut is sent twice.
    QVERIFY(b.backend->calls(StoreCall::SendPart) <= 30 + 12);
    QCOMPARE(b.endedPhases(id), (QList<Phase>{Phase::Paused, Phase::Finished}));
}

void TransferQueueTest::pausesWaitingRows()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(50ms);
    QVERIFY(b.open());
    b.queue->setParallel(1);
    b.make("a.bin", 20 * MiB);
    b.make("b.bin", 20 * MiB);
    const QList<TransferId> ids = b.add(b.request({b.path("a.bin"), b.path("b.bin")}, MiB));
    QVERIFY(b.waitForParts(ids.at(0), 1));
    QCOMPARE(b.queue->row(ids.at(1))->phase, Phase::Waiting);
    QVERIFY(b.queue->row(ids.at(1))->queued);
    b.queue->pause({ids.at(1)});
    QVERIFY(b.waitFor(ids.at(1), Phase::Paused));
    b.queue->pauseAll();
    QVERIFY(b.waitFor(ids.at(0), Phase::Paused));
    b.queue->startAll();
    QTRY_VERIFY(isRunning(b.queue->row(ids.at(0))->phase));
    QTRY_COMPARE(b.queue->row(ids.at(1))->phase, Phase::Waiting);
    QVERIFY(b.queue->row(ids.at(1))->queued);
}

void TransferQueueTest::abortsWhatRuns()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    b.make("a.bin", 30 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 3));
    b.queue->abort({id});
    QVERIFY(b.waitFor(id, Phase::Aborted));
    QVERIFY(b.backend->uploads().isEmpty());
    QVERIFY(!b.backend->hasObject("bucket", "in/a.bin"));
    QVERIFY(!b.queue->row(id)->leftovers);
    QVERIFY(b.queue->row(id)->endedAt.isValid());
}

void TransferQueueTest::abortsWhatNeverBegan()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(50ms);
    QVERIFY(b.open());
    b.queue->setParallel(1);
    b.make("a.bin", 20 * MiB);
    b.make("b.bin", 20 * MiB);
    const QList<TransferId> ids = b.add(b.request({b.path("a.bin"), b.path("b.bin")}, MiB));
    QVERIFY(b.waitForParts(ids.at(0), 1));
    b.queue->abort({ids.at(1)});
    QVERIFY(b.waitFor(ids.at(1), Phase::Aborted));
    QCOMPARE(b.backend->calls(StoreCall::CreateUpload), 1);
    QCOMPARE(b.endedPhases(ids.at(1)), QList<Phase>{Phase::Aborted});
}

void TransferQueueTest::abortsWhatIsPaused()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    b.make("a.bin", 30 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 3));
    b.queue->pause({id});
    QVERIFY(b.waitFor(id, Phase::Paused));
    QCOMPARE(b.backend->uploads().size(), 1);
    b.queue->abort({id});
    QVERIFY(b.waitFor(id, Phase::Aborted));
    QVERIFY(b.backend->uploads().isEmpty());
}

void TransferQueueTest::failsAndRetries()
{
    QueueBench& b = *m_bench;
    StoreFault fault;
    fault.call = StoreCall::CreateUpload;
    fault.error = storeError(ErrorKind::Refused, "AccessDenied", 403);
    b.backend->addFault(fault);
    QVERIFY(b.open());
    const QByteArray bytes = b.make("a.bin", 10 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitFor(id, Phase::Failed));
    QCOMPARE(b.queue->row(id)->error->code, "AccessDenied");
    QCOMPARE(b.queue->totals().failed, 1);
    b.queue->retry({id});
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.bin"), bytes);
    QVERIFY(!b.queue->row(id)->error);
    QCOMPARE(b.endedPhases(id), (QList<Phase>{Phase::Failed, Phase::Finished}));
}

void TransferQueueTest::forgetsOnlyEndedRows()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    b.make("a", 10);
    b.make("b.bin", 30 * MiB);
    const TransferId done = b.addOne("a");
    QVERIFY(b.waitFor(done, Phase::Finished));
    const TransferId busy = b.addOne("b.bin", MiB);
    QVERIFY(b.waitForParts(busy, 1));
    QSignalSpy removed(b.queue.get(), &TransferQueue::removed);
    b.queue->forget({done, busy});
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().value<QList<TransferId>>(), QList<TransferId>{done});
    QVERIFY(!b.queue->row(done));
    QVERIFY(b.queue->row(busy));
    QTRY_COMPARE(b.queue->totals().all, 1);
}

void TransferQueueTest::movesAndPrioritises()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(20ms);
    QVERIFY(b.open());
    b.queue->setParallel(1);
    QStringList paths;
    for (const char* name : {"1", "2", "3", "4"}) {
        b.make(name, *name == '1' ? 60 * MiB : 3 * MiB); // the first is busy until the rest is sorted
        paths.append(b.path(name));
    }
    const QList<TransferId> ids = b.add(b.request(paths, MiB));
    QVERIFY(b.waitForParts(ids.at(0), 1));
    b.queue->move({ids.at(3)}, -100);
    const auto order = [&] {
        QStringList names;
        for (const TransferRow& row : b.queue->rows())
            names.append(row.name());
        return names.join("");
    };
    QTRY_COMPARE(order(), "4123");
    b.queue->move({ids.at(3), ids.at(0)}, 1);
    QTRY_COMPARE(order(), "2413");
    b.queue->place({ids.at(1), ids.at(2)}, {});
    QTRY_COMPARE(order(), "4123");
    b.queue->place({ids.at(1), ids.at(2)}, ids.at(3));
    QTRY_COMPARE(order(), "2341");
    b.queue->place({ids.at(3), ids.at(0)}, ids.at(2));
    QTRY_COMPARE(order(), "2413");
    b.queue->setPriority({ids.at(2)}, 1);
    QTRY_COMPARE(b.queue->row(ids.at(2))->priority, 1);
    QTRY_COMPARE_WITH_TIMEOUT(b.queue->totals().finished, 4, 20'000);
    // 1 was running; then by priority; then by position.
    QTRY_COMPARE(b.endedOrder(), (QList<TransferId>{ids.at(0), ids.at(2), ids.at(1), ids.at(3)}));
}

void TransferQueueTest::totalsAddUp()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(40ms);
    QVERIFY(b.open());
    b.make("a.bin", 40 * MiB);
    b.make("b", 100);
    const TransferId a = b.addOne("a.bin", MiB);
    QTRY_COMPARE(b.queue->totals().active, 1);
    QTRY_VERIFY(b.queue->totals().bytesLeft < 40 * MiB && b.queue->totals().bytesLeft > 0);
    b.queue->pause({a});
    QTRY_COMPARE(b.queue->totals().paused, 1);
    QTRY_COMPARE(b.queue->totals().bytesLeft, 0);
    QCOMPARE(b.queue->totals().active, 0);
    const TransferId done = b.addOne("b");
    QVERIFY(b.waitFor(done, Phase::Finished));
    QTRY_COMPARE(b.queue->totals().finished, 1);
    QCOMPARE(b.queue->totals().all, 2);
    QTRY_COMPARE(b.queue->totals().bytesPerSecond, 0);
}

void TransferQueueTest::writesAReceipt()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.make("a.bin", 10 * MiB);
    QVERIFY(b.waitFor(b.addOne("a.bin", MiB), Phase::Finished));
    QTRY_COMPARE(QDir(b.stateFolder() + "/receipts").entryList(QDir::Files).size(), 1);
}

void TransferQueueTest::tellsDetails()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(40ms);
    QVERIFY(b.open());
    b.make("a.bin", 20 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 2));
    std::optional<TransferDetails> seen;
    QObject::connect(b.queue.get(), &TransferQueue::details, this,
                     [&](const TransferDetails& details) { seen = details; });
    b.queue->watchDetails(id);
    QTRY_VERIFY(seen && seen->history.size() > 0);
    QCOMPARE(seen->parts.size(), 20);
    QVERIFY(!seen->state.uploadId.isEmpty());
    QCOMPARE(seen->parts.at(19).range.end(), 20 * MiB);
    QVERIFY(b.waitFor(id, Phase::Finished));
    QTRY_COMPARE(seen->row.phase, Phase::Finished);
    for (const PartRow& part : seen->parts)
        QVERIFY(part.state == PartState::Stored && !part.etag.isEmpty());
    b.queue->watchDetails({});
}

QTEST_GUILESS_MAIN(TransferQueueTest)
#include "tst_transferqueue.moc"
