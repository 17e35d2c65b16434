// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ratelimit.h"
#include "support/manualclock.h"

#include "base/byterange.h"

#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

class TestRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutLimitAllGoes();
    void holdsTheRate_data();
    void holdsTheRate();
    void bucketIsBounded_data();
    void bucketIsBounded();
    void pauseIsLongEnough();
    void changeCountsAtOnce();
};

void TestRateLimit::withoutLimitAllGoes()
{
    ManualClock clock;
    RateLimit limit(clock);
    QVERIFY(!limit.active());
    QCOMPARE(limit.take(5 * GiB), 5 * GiB);
    QCOMPARE(limit.pause(), 0ms);
}

void TestRateLimit::holdsTheRate_data()
{
    QTest::addColumn<qint64>("rate");
    QTest::newRow("1 KiB/s") << KiB;
    QTest::newRow("100 kB/s") << qint64(100'000);
    QTest::newRow("10 MiB/s") << 10 * MiB;
    QTest::newRow("1 GiB/s") << GiB;
}

// Three greedy takers for ten seconds get the rate, give or take one bucket.
void TestRateLimit::holdsTheRate()
{
    QFETCH(qint64, rate);
    ManualClock clock;
    RateLimit limit(clock);
    limit.setBytesPerSecond(rate);
    qint64 total = 0;
    while (clock.monotonic() < 10s) {
        for (int taker = 0; taker < 3; ++taker) {
            while (const qint64 taken = limit.take(16 * KiB))
                total += taken;
        }
        clock.advance(limit.pause());
    }
    const qint64 bucket = qMax(16 * KiB, rate / 20);
    QVERIFY2(qAbs(total - 10 * rate) <= bucket + rate / 20, qPrintable(QString::number(total)));
}

void TestRateLimit::bucketIsBounded_data()
{
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<qint64>("bucket");
    QTest::newRow("slow") << 10 * KiB << 16 * KiB;
    QTest::newRow("fast") << 100 * MiB << 5 * MiB;
}

void TestRateLimit::bucketIsBounded()
{
    QFETCH(qint64, rate);
    QFETCH(qint64, bucket);
    ManualClock clock;
    RateLimit limit(clock);
    limit.setBytesPerSecond(rate);
    clock.advance(1h);
    QCOMPARE(limit.take(GiB), bucket);
    QCOMPARE(limit.take(GiB), 0);
}

void TestRateLimit::pauseIsLongEnough()
{
    ManualClock clock;
    RateLimit limit(clock);
    limit.setBytesPerSecond(MiB);
    clock.advance(1s);
    while (limit.take(KiB) > 0) {
    }
    QVERIFY(limit.pause() > 0ms);
    QVERIFY(limit.pause() <= 50ms);
    clock.advance(limit.pause());
    QVERIFY(limit.take(KiB) > 0);
}

void TestRateLimit::changeCountsAtOnce()
{
    ManualClock clock;
    RateLimit limit(clock);
    limit.setBytesPerSecond(100 * MiB);
    clock.advance(1s);
    QCOMPARE(limit.take(KiB), KiB);
    limit.setBytesPerSecond(10 * KiB);
    QCOMPARE(limit.take(GiB), 16 * KiB); // what the large bucket held is gone
    limit.setBytesPerSecond(0);
    QCOMPARE(limit.take(GiB), GiB);
}

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
