// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/followrule.h"
#include "upload/openplan.h"

#include <QtTest>

using namespace partway;
using namespace std::chrono_literals;

// Sources whose end is not known: how they are cut, and when they are complete.
class TestOpenPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partSize_data();
    void partSize();
    void refuses();
    void growsAndCloses();
    void closedByItsWriter();
    void rests();
    void nobodyCanTell();
};

void TestOpenPlan::partSize_data()
{
    QTest::addColumn<int>("maxParts");
    QTest::addColumn<qint64>("wish");
    QTest::addColumn<qint64>("expected");
    QTest::addColumn<qint64>("part");
    QTest::newRow("nothing known") << 10'000 << 0ll << 0ll << 52 * MiB;
    QTest::newRow("nothing known, few parts") << 1'000 << 0ll << 0ll << 256 * MiB;
    QTest::newRow("small") << 10'000 << 0ll << 1 * GiB << 8 * MiB;
    QTest::newRow("two terabytes") << 10'000 << 0ll << 2 * TiB << 210 * MiB;
    QTest::newRow("the wish") << 10'000 << 8 * MiB << 0ll << 8 * MiB;
    QTest::newRow("the wish is too small for what is expected") << 1'000 << 8 * MiB << 100 * GiB << 103 * MiB;
}

void TestOpenPlan::partSize()
{
    QFETCH(const int, maxParts);
    QFETCH(const qint64, wish);
    QFETCH(const qint64, expected);
    StoreLimits limits;
    limits.maxParts = maxParts;
    PlanWishes wishes;
    wishes.partSize = wish;
    const Result<PartPlan> plan = openPlan(limits, wishes, expected);
    QVERIFY(plan.ok());
    QTEST(plan->partSize, "part");
    QVERIFY(plan->open && !plan->direct && plan->size == 0 && plan->count == 0);
    QVERIFY(openPlanHolds(*plan, limits) >= expected);
    QVERIFY(!plan->covers());
}

void TestOpenPlan::refuses()
{
    StoreLimits limits;
    limits.maxParts = 1'000;
    limits.maxPart = 1 * GiB;
    QCOMPARE(openPlan(limits, {}, 2 * TiB).error().code, "file-too-large");
    PlanWishes wishes;
    wishes.partSize = 1 * MiB;
    QCOMPARE(openPlan(limits, wishes, 0).error().code, "part-size-too-small");
}

void TestOpenPlan::growsAndCloses()
{
    const PartPlan open{0, 10, 0, false, {}, true};
    QCOMPARE(grownPlan(open, 9).count, 0);
    const PartPlan two = grownPlan(open, 29);
    QCOMPARE(two.count, 2);
    QCOMPARE(two.size, 20);
    QCOMPARE(grownPlan(two, 11).count, 2); // never fewer
    QCOMPARE(closedPlan(two, 29), (PartPlan{29, 10, 3, false}));
    QCOMPARE(closedPlan(two, 20), (PartPlan{20, 10, 2, false}));
    QCOMPARE(closedPlan(open, 0), (PartPlan{0, 10, 1, false}));
    for (qint64 size : {0, 1, 10, 11, 29, 30})
        QVERIFY(closedPlan(open, size).covers());
}

namespace {

SourceGrowth seen(qint64 size, Writers writers)
{
    return {{size, size, {}}, writers, false, false};
}

} // namespace

void TestOpenPlan::closedByItsWriter()
{
    FollowRule rule;
    QVERIFY(!rule.isComplete(seen(1, Writers::Some), 0s));
    QVERIFY(!rule.isComplete(seen(1, Writers::Some), 1000s)); // a writer may think for long
    QVERIFY(!rule.isComplete(seen(2, Writers::None), 1001s));
    QVERIFY(!rule.isComplete(seen(2, Writers::Some), 1002s)); // opened again for the next piece
    QVERIFY(!rule.isComplete(seen(3, Writers::None), 1003s));
    QVERIFY(!rule.isComplete(seen(3, Writers::None), 1004s));
    QVERIFY(rule.isComplete(seen(3, Writers::None), 1005s));
}

void TestOpenPlan::rests()
{
    FollowRule rule(10);
    QVERIFY(!rule.isComplete(seen(1, Writers::Some), 0s));
    QVERIFY(!rule.isComplete(seen(2, Writers::Some), 9s));
    QVERIFY(!rule.isComplete(seen(2, Writers::Some), 18s));
    QVERIFY(rule.isComplete(seen(2, Writers::Some), 19s));
}

void TestOpenPlan::nobodyCanTell()
{
    FollowRule rule;
    QVERIFY(!rule.isComplete(seen(1, Writers::Unknown), 0s));
    QVERIFY(!rule.isComplete(seen(1, Writers::Unknown), 29s));
    QVERIFY(rule.isComplete(seen(1, Writers::Unknown), 30s));
}

QTEST_GUILESS_MAIN(TestOpenPlan)
#include "tst_openplan.moc"
