// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuebench.h"

#include "queue/endpointpace.h"

#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

// Trouble at an endpoint and all transfers that use it.
class QueueWaitingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<QueueBench>(); }
    void cleanup() { m_bench.reset(); }

    void oneTriesForAll_data();
    void oneTriesForAll();
    void slowDownHoldsAll();
    void theScoutIsPaused();
    void nothingNewBeginsMeanwhile();
    void anotherNetwork();
    void aLostConnectionHoldsNobodyElse();

private:
    QList<TransferId> beginThree();
    bool allWait(const QList<TransferId>& ids, Hold hold) const;
    void waitUntilAllKnow(const QList<TransferId>& ids, Hold hold);
    void fail(const Error& error, int times = 100'000);

    std::unique_ptr<QueueBench> m_bench;
};

// Three that send, slowly.
QList<TransferId> QueueWaitingTest::beginThree()
{
    QueueBench& b = *m_bench;
    b.backend->setDelay(100ms);
    QList<TransferId> ids;
    if (!b.open())
        return ids;
    b.queue->setParallel(3);
    const QStringList names{"a.bin", "b.bin", "c.bin"};
    for (const QString& name : names) // before the first one begins, so that it does not end meanwhile
        b.make(name, 30 * MiB);
    for (const QString& name : names)
        ids.append(b.addOne(name, MiB));
    for (TransferId id : std::as_const(ids)) {
        if (!b.waitForParts(id, 1))
            return {};
    }
    return ids;
}

bool QueueWaitingTest::allWait(const QList<TransferId>& ids, Hold hold) const
{
    return std::all_of(ids.begin(), ids.end(), [&](TransferId id) {
        const TransferRow row = *m_bench->queue->row(id);
        return row.hold == hold && row.phase == Phase::Sending && row.error;
    });
}

void QueueWaitingTest::waitUntilAllKnow(const QList<TransferId>& ids, Hold hold)
{
    QTRY_VERIFY_WITH_TIMEOUT(allWait(ids, hold), 30'000);
    QTRY_COMPARE(m_bench->backend->counts().inFlight, 0); // nothing of before is on its way
}

void QueueWaitingTest::fail(const Error& error, int times)
{
    StoreFault fault;
    fault.times = times;
    fault.error = error;
    m_bench->backend->addFault(fault);
}

void QueueWaitingTest::oneTriesForAll_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<Hold>("hold");
    QTest::newRow("no server") << "refused" << 0 << Hold::Network;
    QTest::newRow("no name") << "host-not-found" << 0 << Hold::Network;
    QTest::newRow("sign-in page") << "captive-portal" << 200 << Hold::Portal;
    QTest::newRow("proxy") << "proxy-sign-in" << 0 << Hold::Proxy;
    QTest::newRow("no route") << "unreachable" << 0 << Hold::Network;
    QTest::newRow("stalled, again and again") << "stalled" << 0 << Hold::Network;
    QTest::newRow("slow down") << "SlowDown" << 503 << Hold::Throttled;
    QTest::newRow("too many requests") << "TooManyRequests" << 429 << Hold::Throttled;
}

void QueueWaitingTest::oneTriesForAll()
{
    QFETCH(QString, code);
    QFETCH(int, status);
    QFETCH(Hold, hold);
    QueueBench& b = *m_bench;
    const QList<TransferId> ids = beginThree();
    QCOMPARE(ids.size(), 3);
    const ErrorKind kind = hold == Hold::Throttled ? ErrorKind::Throttled : ErrorKind::Transient;
    fail(storeError(kind, qPrintable(code), status));
    waitUntilAllKnow(ids, hold);
    if (!concernsEndpoint(
            *b.queue->row(ids.first())->error)) { // of one request: others may have worked since
        const int sent = b.backend->calls(StoreCall::SendPart);
        QTRY_VERIFY_WITH_TIMEOUT(b.backend->calls(StoreCall::SendPart) >= sent + 3, 20'000);
        waitUntilAllKnow(ids, hold);
    }
    std::atomic<int> most = 0;
    b.backend->setOnCall([&](StoreCall, int) { most = std::max<int>(most, b.backend->counts().inFlight); });
    const int before = b.backend->calls(StoreCall::SendPart);
    QTRY_VERIFY_WITH_TIMEOUT(b.backend->calls(StoreCall::SendPart) >= before + 2, 20'000);
    QVERIFY(most <= 1);
    QVERIFY(allWait(ids, hold)); // all the time, all of them
    b.backend->setOnCall({});
    b.backend->clearFaults();
    for (TransferId id : ids)
        QVERIFY(b.waitFor(id, Phase::Finished));
    for (TransferId id : ids)
        QVERIFY(!b.queue->row(id)->error);
}

void QueueWaitingTest::slowDownHoldsAll()
{
    QueueBench& b = *m_bench;
    const QList<TransferId> ids = beginThree();
    QCOMPARE(ids.size(), 3);
    Error slow = storeError(ErrorKind::Throttled, "SlowDown", 503);
    slow.retryAfterSeconds = 2;
    fail(slow, 1);
    QTRY_VERIFY_WITH_TIMEOUT(allWait(ids, Hold::Throttled), 30'000); // one was told, all wait
    for (TransferId id : ids)
        QVERIFY(b.waitFor(id, Phase::Finished));
}

void QueueWaitingTest::theScoutIsPaused()
{
    QueueBench& b = *m_bench;
    const QList<TransferId> ids = beginThree();
    QCOMPARE(ids.size(), 3);
    fail(storeError(ErrorKind::Transient, "refused", 0));
    QTRY_VERIFY_WITH_TIMEOUT(allWait(ids, Hold::Network), 30'000);
    b.queue->pause({ids.at(0), ids.at(1)}); // whoever it was: the third may have to take its place
    QVERIFY(b.waitFor(ids.at(0), Phase::Paused) && b.waitFor(ids.at(1), Phase::Paused));
    b.backend->clearFaults();
    QVERIFY(b.waitFor(ids.at(2), Phase::Finished));
}

void QueueWaitingTest::nothingNewBeginsMeanwhile()
{
    QueueBench& b = *m_bench;
    const QList<TransferId> ids = beginThree();
    QCOMPARE(ids.size(), 3);
    fail(storeError(ErrorKind::Transient, "refused", 0));
    QTRY_VERIFY_WITH_TIMEOUT(allWait(ids, Hold::Network), 30'000);
    b.make("late", 100);
    const TransferId late = b.addOne("late");
    const int before = b.backend->calls(StoreCall::SendPart);
    QTRY_VERIFY_WITH_TIMEOUT(b.backend->calls(StoreCall::SendPart) >= before + 2, 20'000);
    QCOMPARE(b.backend->calls(StoreCall::PutObject), 0);
    QCOMPARE(b.queue->row(late)->phase, Phase::Waiting);
    b.backend->clearFaults();
    QVERIFY(b.waitFor(late, Phase::Finished));
}

void QueueWaitingTest::anotherNetwork()
{
    QueueBench& b = *m_bench;
    const QList<TransferId> ids = beginThree();
    QCOMPARE(ids.size(), 3);
    QTRY_VERIFY(b.addressLooks > 0); // it has to know the address before
    const int drops = b.provider->drops();
    b.addressNumber = 8; // the address that connections came from is gone
    QTRY_VERIFY(b.provider->drops() > drops);
    for (TransferId id : ids)
        QVERIFY(b.waitFor(id, Phase::Finished));
}

void QueueWaitingTest::aLostConnectionHoldsNobodyElse()
{
    QueueBench& b = *m_bench;
    const QList<TransferId> ids = beginThree();
    QCOMPARE(ids.size(), 3);
    std::atomic<bool> together = false;
    connect(b.queue.get(), &TransferQueue::changed, this,
            [&] { together = together || allWait(ids, Hold::Network); });
    fail(storeError(ErrorKind::Transient, "connection-lost", 0), 1);
    for (TransferId id : ids)
        QVERIFY(b.waitFor(id, Phase::Finished));
    QVERIFY(!together);
}

QTEST_GUILESS_MAIN(QueueWaitingTest)
#include "tst_queuewaiting.moc"
