// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuebench.h"

#include "queue/journal.h"

#include <QDir>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

// The queue over restarts, kills, lost keys, a second process and a journal that cannot be written.
class QueueLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<QueueBench>(); }
    void cleanup() { m_bench.reset(); }

    void goesOnAfterARestart();
    void pausedStaysPaused();
    void longQueuesAreShownWhileTheyAreRead();
    void commandLineStartsOnlyWhatIsAsked();
    void goesOnAfterAKill_data();
    void goesOnAfterAKill();
    void abortOutlivesAKill();
    void closesWhileBusy();
    void destructorCloses();
    void opensBrokenJournals();
    void waitsForKeys();
    void saysThatKeysAreFetched();
    void expiryWaitsInPlace();
    void wrongKeysStopTheAccountOnce();
    void accountThatCannotBeOpened();
    void otherProcessIsShown();
    void otherProcessIsAsked();
    void otherProcessDies();
    void otherProcessForgets();
    void journalTroubleLosesNothing();
    void wakesUp();

private:
    void rawSql(const QString& sql);
    std::unique_ptr<QueueBench> m_bench;
};

// Breaks and mends the journal behind the queue's back.
void QueueLifeTest::rawSql(const QString& sql)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "raw");
        database.setDatabaseName(m_bench->stateFolder() + "/journal.sqlite");
        database.setConnectOptions("QSQLITE_BUSY_TIMEOUT=5000");
        if (!database.open() || !QSqlQuery(database).exec(sql))
            qFatal("cannot run %s", qPrintable(sql));
    }
    QSqlDatabase::removeDatabase("raw");
}

void QueueLifeTest::goesOnAfterARestart()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    const QByteArray bytes = b.make("a.bin", 40 * MiB);
    b.make("b.bin", 20 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 6));
    const TransferId second = b.addOne("b.bin", MiB);
    b.reopen(true);
    const int sent = b.backend->calls(StoreCall::SendPart);
    QVERIFY(b.open());
    const auto row = b.queue->row(id);
    QVERIFY(row && row->storedParts >= 6);
    QVERIFY(b.waitFor(id, Phase::Finished));
    QVERIFY(b.waitFor(second, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.bin"), bytes);
    QVERIFY(b.backend->calls(StoreCall::SendPart) - sent <= 40 + 20 - 6);
    QVERIFY(b.backend->uploads().isEmpty());
}

void QueueLifeTest::pausedStaysPaused()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    b.make("a.bin", 40 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 3));
    b.queue->pause({id});
    QVERIFY(b.waitFor(id, Phase::Paused));
    b.reopen(true);
    QVERIFY(b.open());
    QTest::qWait(300);
    const TransferRow row = *b.queue->row(id);
    QCOMPARE(row.phase, Phase::Paused);
    QVERIFY(!row.queued);
    QVERIFY(row.storedParts >= 3);
    QVERIFY(b.endedSpy->isEmpty()); // old news
    b.queue->start({id});
    QVERIFY(b.waitFor(id, Phase::Finished));
}

void QueueLifeTest::longQueuesAreShownWhileTheyAreRead()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.provider->setError(Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("keys-missing")});
    QStringList paths;
    for (int i = 0; i < 600; ++i) {
        const QString name = QString::number(i);
        b.make(name, 10);
        paths.append(b.path(name));
    }
    QCOMPARE(b.add(paths).size(), 600);
    b.close();
    b.reopen(false);
    QVERIFY(b.open());
    QCOMPARE(b.queue->rows().size(), 600);
    QVERIFY(b.addedSpy->size() > 1); // not all at once
    const auto first = b.addedSpy->first().first().value<QList<TransferRow>>();
    QVERIFY(first.size() < 600);
    QCOMPARE(first.first().sourcePath, paths.first());
    const auto shared = b.queue->sharedRow(first.first().id);
    QVERIFY(shared && shared->sourcePath == paths.first());
    QCOMPARE(b.queue->sharedRow(first.first().id).operator->(), shared.operator->()); // no copies
    QVERIFY(!b.queue->sharedRow(TransferId{99'999}));
}

void QueueLifeTest::commandLineStartsOnlyWhatIsAsked()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    b.make("a.bin", 20 * MiB);
    b.make("b.bin", 20 * MiB);
    const TransferId a = b.addOne("a.bin", MiB), other = b.addOne("b.bin", MiB);
    QVERIFY(b.waitForParts(a, 1));
    b.reopen(false);
    QVERIFY(b.open());
    QTest::qWait(300);
    for (TransferId id : {a, other}) {
        QCOMPARE(b.queue->row(id)->phase, Phase::Waiting);
        QVERIFY(!b.queue->row(id)->queued);
    }
    b.queue->start({a});
    QVERIFY(b.waitFor(a, Phase::Finished));
    QCOMPARE(b.queue->row(other)->phase, Phase::Waiting);
    b.make("c", 10);
    QVERIFY(b.waitFor(b.addOne("c"), Phase::Finished)); // what this process adds runs
    QCOMPARE(b.queue->row(other)->phase, Phase::Waiting);
}

void QueueLifeTest::goesOnAfterAKill_data()
{
    QTest::addColumn<StoreCall>("at");
    QTest::addColumn<int>("after"); // calls of that kind
    QTest::newRow("create") << StoreCall::CreateUpload << 1;
    QTest::newRow("first part") << StoreCall::SendPart << 1;
    QTest::newRow("middle") << StoreCall::SendPart << 10;
    QTest::newRow("complete") << StoreCall::CompleteUpload << 1;
}

void QueueLifeTest::goesOnAfterAKill()
{
    QFETCH(StoreCall, at);
    QFETCH(int, after);
    QueueBench& b = *m_bench;
    b.backend->setDelay(25ms);
    QVERIFY(b.open());
    const QByteArray bytes = b.make("a.bin", 20 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(QTest::qWaitFor([&] { return b.backend->calls(at) >= after; }, 10'000));
    b.die();
    b.reopen(true);
    QVERIFY(b.open());
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.bin"), bytes);
    QVERIFY(b.backend->uploads().isEmpty());
}

void QueueLifeTest::abortOutlivesAKill()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(25ms);
    QVERIFY(b.open());
    b.make("a.bin", 20 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 2));
    StoreFault never;
    never.call = StoreCall::AbortUpload;
    never.hang = true;
    b.backend->addFault(never);
    b.queue->abort({id});
    QVERIFY(QTest::qWaitFor([&] { return b.backend->calls(StoreCall::AbortUpload) == 1; }, 10'000));
    b.die();
    b.reopen(true);
    QVERIFY(b.open());
    QVERIFY(b.waitFor(id, Phase::Aborted));
    QVERIFY(b.backend->uploads().isEmpty());
}

void QueueLifeTest::closesWhileBusy()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(50ms);
    QVERIFY(b.open());
    for (int i = 0; i < 5; ++i)
        b.make(QStringLiteral("f/%1.bin").arg(i), 10 * MiB);
    b.queue->add(b.request({b.path("f")}, MiB)); // not waited for
    QTest::qWait(120);
    QElapsedTimer timer;
    timer.start();
    b.close();
    QVERIFY(timer.elapsed() < 4'000);
    QCOMPARE(b.backend->counts().inFlight, 0);
    b.reopen(true);
    QVERIFY(b.open());
    b.add({b.path("f")});
    QTRY_COMPARE_WITH_TIMEOUT(b.queue->totals().finished, 5, 20'000);
    QCOMPARE(b.queue->rows().size(), 5);
}

void QueueLifeTest::destructorCloses()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(50ms);
    QVERIFY(b.open());
    b.make("a.bin", 20 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 2));
    b.queue.reset();
    b.reopen(false);
    QVERIFY(b.open());
    QVERIFY(b.queue->row(id)->storedParts >= 2);
    QVERIFY(!b.queue->row(id)->elsewhere);
}

void QueueLifeTest::opensBrokenJournals()
{
    QueueBench& b = *m_bench;
    QDir().mkpath(b.stateFolder());
    QFile file(b.stateFolder() + "/journal.sqlite");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    QVERIFY(!b.open());
    QCOMPARE(b.openFailedSpy->first().first().value<Error>().code, "journal-corrupt");
    b.openFailedSpy->clear();
    QVERIFY(b.open()); // it was put aside: the next try begins a fresh one
    QVERIFY(b.queue->rows().isEmpty());
    QCOMPARE(QDir(b.stateFolder()).entryList({"journal.sqlite.bad-*"}).size(), 1);
}

void QueueLifeTest::waitsForKeys()
{
    QueueBench& b = *m_bench;
    b.provider->setError(storeError(ErrorKind::SignIn, "keychain-locked", 0));
    QVERIFY(b.open());
    b.make("a.bin", 10 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitFor(id, Phase::NeedsAttention));
    const TransferRow row = *b.queue->row(id);
    QCOMPARE(row.attention, Attention::SignIn);
    QCOMPARE(row.hold, Hold::SignIn);
    QCOMPARE(row.error->code, "keychain-locked");
    b.provider->setError({});
    b.queue->accountChanged("account");
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.endedPhases(id), (QList<Phase>{Phase::NeedsAttention, Phase::Finished}));
}

void QueueLifeTest::saysThatKeysAreFetched()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(40ms);
    QVERIFY(b.open());
    b.make("a.bin", 60 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 1));
    b.provider->awaitKeys(true);
    QTRY_COMPARE(b.queue->row(id)->hold, Hold::SignIn);
    QCOMPARE(b.queue->row(id)->phase, Phase::Sending); // it has not failed, it stands still
    b.provider->awaitKeys(false);
    QTRY_COMPARE(b.queue->row(id)->hold, Hold::None);
    QVERIFY(b.waitFor(id, Phase::Finished));
}

// Keys that end in the middle, for all at once: each waits with what it has stored, one sign-in is for all.
void QueueLifeTest::expiryWaitsInPlace()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.queue->setParallel(2);
    for (int part = 5; part <= 12; ++part) {
        StoreFault ended;
        ended.call = StoreCall::SendPart;
        ended.part = part;
        ended.times = 100'000;
        ended.error = storeError(ErrorKind::SignIn, "ExpiredToken", 400);
        b.backend->addFault(ended);
    }
    QList<TransferId> ids;
    for (const char* name : {"a.bin", "b.bin", "c.bin"}) {
        b.make(QString::fromLatin1(name), 12 * MiB);
        ids.append(b.addOne(QString::fromLatin1(name), MiB));
    }
    int stored = 0;
    for (TransferId id : ids) {
        QTRY_COMPARE(b.queue->row(id)->phase, Phase::NeedsAttention);
        QCOMPARE(b.queue->row(id)->attention, Attention::SignIn);
        stored += b.queue->row(id)->storedParts;
    }
    QVERIFY(stored > 0);
    b.backend->clearFaults();
    const int sent = b.backend->calls(StoreCall::SendPart);
    b.queue->accountChanged("account"); // one sign-in
    for (TransferId id : ids)
        QVERIFY(b.waitFor(id, Phase::Finished));
    QVERIFY(b.backend->calls(StoreCall::SendPart) - sent <= 36 - stored); // nothing that was stored again
    QCOMPARE(b.backend->calls(StoreCall::CreateUpload), 3);
}

void QueueLifeTest::wrongKeysStopTheAccountOnce()
{
    QueueBench& b = *m_bench;
    StoreFault wrong;
    wrong.call = StoreCall::PutObject;
    wrong.times = 1'000;
    wrong.error = storeError(ErrorKind::SignIn, "SignatureDoesNotMatch", 403);
    b.backend->setDelay(20ms); // an answer takes longer than a start, as it does on a line
    b.backend->addFault(wrong);
    QVERIFY(b.open());
    for (int i = 0; i < 60; ++i)
        b.make(QStringLiteral("f/%1").arg(i), 100);
    const QList<TransferId> ids = b.add({b.path("f")});
    QTRY_COMPARE_WITH_TIMEOUT(b.queue->totals().failed, 60, 15'000);
    QVERIFY(b.backend->calls(StoreCall::PutObject) <=
            24); // not each for itself: accounts get locked for that
    for (TransferId id : ids)
        QCOMPARE(b.queue->row(id)->attention, Attention::SignIn);
    b.backend->clearFaults();
    b.queue->accountChanged("account");
    QTRY_COMPARE_WITH_TIMEOUT(b.queue->totals().finished, 60, 15'000);
}

void QueueLifeTest::accountThatCannotBeOpened()
{
    QueueBench& b = *m_bench;
    b.provider->setError(storeError(ErrorKind::LocalFile, "ca-file-unreadable", 0));
    QVERIFY(b.open());
    b.make("a", 10);
    const TransferId id = b.addOne("a");
    QVERIFY(b.waitFor(id, Phase::Failed));
    QCOMPARE(b.queue->row(id)->error->code, "ca-file-unreadable");
    b.provider->setError({});
    b.queue->retry({id});
    QVERIFY(b.waitFor(id, Phase::Finished));
}

void QueueLifeTest::otherProcessIsShown()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QueueBench other(b);
    QVERIFY(b.open() && other.open());
    const QByteArray bytes = b.make("a.bin", 60 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QTRY_VERIFY(other.queue->row(id));
    QTRY_VERIFY(other.queue->row(id)->elsewhere);
    QTRY_VERIFY(other.queue->row(id)->storedParts > 3); // its progress, too
    other.queue->start({id});
    QTest::qWait(300);
    QCOMPARE(b.backend->calls(StoreCall::CreateUpload), 1);
    QVERIFY(b.waitFor(id, Phase::Finished));
    QVERIFY(other.waitFor(id, Phase::Finished));
    QTRY_VERIFY(!other.queue->row(id)->elsewhere);
    QCOMPARE(b.backend->calls(StoreCall::SendPart), 60);
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.bin"), bytes);
}

void QueueLifeTest::otherProcessIsAsked()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QueueBench other(b, false);
    QVERIFY(b.open() && other.open());
    b.make("a.bin", 100 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QTRY_VERIFY(other.queue->row(id) && other.queue->row(id)->elsewhere);
    other.queue->pause({id});
    QVERIFY(b.waitFor(id, Phase::Paused));
    QVERIFY(other.waitFor(id, Phase::Paused));
    QTRY_VERIFY(!other.queue->row(id)->elsewhere);
    b.backend->setDelay(500ms); // still at it when the other hears of the wish
    other.queue->start({id});   // what one began the other can finish
    QTRY_VERIFY(b.queue->row(id)->elsewhere);
    b.queue->abort({id});
    QVERIFY(other.waitFor(id, Phase::Aborted));
    QVERIFY(b.waitFor(id, Phase::Aborted));
    QVERIFY(b.backend->uploads().isEmpty());
}

void QueueLifeTest::otherProcessDies()
{
    QueueBench& b = *m_bench;
    QVERIFY(b.open());
    b.make("a.bin", 10 * MiB);
    b.provider->setError(storeError(ErrorKind::SignIn, "keychain-none", 0));
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitFor(id, Phase::NeedsAttention));
    b.provider->setError({});
    // Somebody takes it, is asked to abort it, and dies before he hears.
    std::unique_ptr<DriverLock> lock = DriverLock::tryLock(b.stateFolder(), id);
    QVERIFY(lock);
    QTRY_VERIFY(b.queue->row(id)->elsewhere);
    b.queue->abort({id});
    QTest::qWait(200);
    QVERIFY(b.queue->row(id)->elsewhere);
    lock.reset();
    QVERIFY(b.waitFor(id, Phase::Aborted));
}

void QueueLifeTest::otherProcessForgets()
{
    QueueBench& b = *m_bench;
    QueueBench other(b);
    QVERIFY(b.open() && other.open());
    b.make("a", 10);
    const TransferId id = b.addOne("a");
    QVERIFY(b.waitFor(id, Phase::Finished));
    QTRY_VERIFY(other.queue->row(id) && other.queue->row(id)->phase == Phase::Finished);
    b.queue->forget({id});
    QTRY_VERIFY(!b.queue->row(id));
    QTRY_VERIFY(!other.queue->row(id));
}

void QueueLifeTest::journalTroubleLosesNothing()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(20ms);
    QVERIFY(b.open());
    const QByteArray bytes = b.make("a.bin", 40 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 4));
    rawSql("ALTER TABLE part RENAME TO gone");
    QTRY_COMPARE(b.troubleSpy->size(), 1);
    // All parts may be sent meanwhile, but nothing is completed that was not written down.
    QTest::qWait(1'500);
    QCOMPARE(b.backend->calls(StoreCall::CompleteUpload), 0);
    rawSql("ALTER TABLE gone RENAME TO part");
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.bin"), bytes);
    QCOMPARE(b.backend->calls(StoreCall::SendPart), 40);
    QCOMPARE(b.troubleSpy->size(), 1);
}

// Connections from before a sleep are dead and do not know it.
void QueueLifeTest::wakesUp()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(30ms);
    QVERIFY(b.open());
    const QByteArray bytes = b.make("a.bin", 60 * MiB);
    const TransferId id = b.addOne("a.bin", MiB);
    QVERIFY(b.waitForParts(id, 3));
    QTest::qWait(700);
    QCOMPARE(b.provider->drops(), 0);
    b.clock.sleep(3'600);
    QTRY_COMPARE(b.provider->drops(), 1);
    QVERIFY(b.waitFor(id, Phase::Finished));
    QCOMPARE(b.provider->drops(), 1);
    QCOMPARE(b.backend->objectBytes("bucket", "in/a.bin"), bytes);
}

QTEST_GUILESS_MAIN(QueueLifeTest)
#include "tst_queuelife.moc"
