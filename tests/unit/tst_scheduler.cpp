// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/scheduler.h"

#include "base/byterange.h"
#include "queue/connectionbudget.h"

#include <QTest>

#include <numeric>

using namespace partway;

namespace {

SchedulerItem large(qint64 id, int wanted = 100, bool running = false, int priority = 0)
{
    return {TransferId{id}, "a", priority, id, 10 * GiB, wanted, running};
}

SchedulerItem small(qint64 id, bool running = false, int priority = 0)
{
    return {TransferId{id}, "a", priority, id, 10 * KiB, 1, running};
}

QList<SchedulerItem> smalls(qint64 first, int count)
{
    QList<SchedulerItem> items;
    for (int i = 0; i < count; ++i)
        items.append(small(first + i));
    return items;
}

using Slots = QMap<qint64, int>;

Slots allot(const QList<SchedulerItem>& items, int budget, SchedulerLimits limits = {})
{
    const auto result = allotSlots(items, {{"a", budget}}, limits);
    Slots plain;
    for (auto slot = result.cbegin(); slot != result.cend(); ++slot)
        plain.insert(slot.key().value, slot.value());
    return plain;
}

int sum(const Slots& slotCounts)
{
    return std::accumulate(slotCounts.cbegin(), slotCounts.cend(), 0);
}

} // namespace

Q_DECLARE_METATYPE(QList<SchedulerItem>)

class SchedulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shares_data();
    void shares();
    void endpointsHaveTheirOwn();
    void parallelOverridesTheBudget();
    void unknownEndpointStartsWithFour();
    void manySmallOnesFillUp();
    void smallOnesNeverStarve();
    void limitOnBegunTransfers();
    void runningKeepsASlotWhenTheBudgetFalls();
    void neverMoreThanTheBudget();
};

void SchedulerTest::shares_data()
{
    QTest::addColumn<QList<SchedulerItem>>("items");
    QTest::addColumn<int>("budget");
    QTest::addColumn<Slots>("expected");
    using Items = QList<SchedulerItem>;
    QTest::newRow("nothing") << Items{} << 4 << Slots{};
    QTest::newRow("one takes all") << Items{large(1)} << 4 << Slots{{1, 4}};
    QTest::newRow("one takes what it wants") << Items{large(1, 3)} << 4 << Slots{{1, 3}};
    QTest::newRow("two share") << Items{large(1), large(2)} << 4 << Slots{{1, 2}, {2, 2}};
    QTest::newRow("odd one goes to the first") << Items{large(1), large(2)} << 5 << Slots{{1, 3}, {2, 2}};
    QTest::newRow("more files than slots, first come")
        << Items{large(3), large(1), large(2)} << 2 << Slots{{1, 1}, {2, 1}};
    QTest::newRow("priority goes first") << Items{large(1), large(2, 100, false, 1)} << 1 << Slots{{2, 1}};
    QTest::newRow("priority gets what is left")
        << Items{large(1), large(2, 100, false, 1)} << 6 << Slots{{1, 1}, {2, 5}};
    QTest::newRow("low priority last")
        << Items{large(1, 100, false, -1), large(2, 2)} << 6 << Slots{{1, 4}, {2, 2}};
    QTest::newRow("running before waiting") << Items{large(1), large(2, 100, true)} << 1 << Slots{{2, 1}};
    QTest::newRow("running that wants nothing takes none")
        << Items{large(1, 0, true), large(2)} << 2 << Slots{{1, 1}, {2, 2}};
    QTest::newRow("small beside large") << Items{large(1), small(2)} << 4 << Slots{{1, 3}, {2, 1}};
    QTest::newRow("half of the idle slots for small ones")
        << (Items{large(1)} + smalls(10, 5)) << 5 << Slots{{1, 3}, {10, 1}, {11, 1}};
    QTest::newRow("small ones alone take all")
        << smalls(10, 9) << 4 << Slots{{10, 1}, {11, 1}, {12, 1}, {13, 1}};
    QTest::newRow("small ones take what large ones do not want")
        << (Items{large(1, 1)} + smalls(10, 5)) << 4 << Slots{{1, 1}, {10, 1}, {11, 1}, {12, 1}};
}

void SchedulerTest::shares()
{
    QFETCH(QList<SchedulerItem>, items);
    QFETCH(int, budget);
    QTEST(allot(items, budget), "expected");
}

void SchedulerTest::endpointsHaveTheirOwn()
{
    SchedulerItem other = large(2);
    other.endpoint = "b";
    const auto result = allotSlots({large(1), other}, {{"a", 3}, {"b", 5}}, {});
    QCOMPARE(result.value(TransferId{1}), 3);
    QCOMPARE(result.value(TransferId{2}), 5);
}

void SchedulerTest::parallelOverridesTheBudget()
{
    SchedulerLimits limits;
    limits.parallel = 2;
    QCOMPARE(allot({large(1)}, 8, limits), (Slots{{1, 2}}));
    limits.parallel = 1'000;
    QCOMPARE(allot({large(1)}, 8, limits), (Slots{{1, maxSlotsPerEndpoint}}));
}

void SchedulerTest::unknownEndpointStartsWithFour()
{
    QCOMPARE(allotSlots({large(1)}, {}, {}).value(TransferId{1}), 4);
}

void SchedulerTest::manySmallOnesFillUp()
{
    const Slots slotCounts = allot(QList<SchedulerItem>{large(1), large(2)} + smalls(10, 100), 12);
    QCOMPARE(sum(slotCounts), 12);
    QCOMPARE(slotCounts.size(), 7); // two large ones, five small ones: half of the ten idle slots
}

void SchedulerTest::smallOnesNeverStarve()
{
    QList<SchedulerItem> items;
    for (int i = 1; i <= 4; ++i)
        items.append(large(i, 100, true));
    const Slots slotCounts = allot(items + smalls(10, 3), 4);
    QCOMPARE(slotCounts.value(10), 1);
    QCOMPARE(slotCounts.size(), 5);
    // One is enough: the next waits for it.
    QCOMPARE(allot(items + QList<SchedulerItem>{small(10, true), small(11)}, 4).size(), 5);
}

void SchedulerTest::limitOnBegunTransfers()
{
    QList<SchedulerItem> items;
    for (int i = 1; i <= 10; ++i)
        items.append(large(i, 100, i == 9 || i == 10));
    SchedulerLimits limits;
    limits.maxTransfers = 3;
    const Slots slotCounts = allot(items, 9, limits);
    QCOMPARE(slotCounts, (Slots{{1, 3}, {9, 3}, {10, 3}}));
}

void SchedulerTest::runningKeepsASlotWhenTheBudgetFalls()
{
    QList<SchedulerItem> items;
    for (int i = 1; i <= 6; ++i)
        items.append(large(i, 100, true));
    const Slots slotCounts = allot(items + QList<SchedulerItem>{large(7)}, 2);
    QCOMPARE(slotCounts.size(), 6);
    QCOMPARE(sum(slotCounts), 6);
}

void SchedulerTest::neverMoreThanTheBudget()
{
    for (int budget = 1; budget <= maxSlotsPerEndpoint; ++budget) {
        for (int count = 0; count < 9; ++count) {
            QList<SchedulerItem> items;
            for (int i = 0; i < count; ++i)
                items.append(i % 3 == 0 ? small(i + 1) : large(i + 1, i, false, i % 2));
            const int most = count == 1 || budget > 1 ? budget : budget + 1; // one small one beside
            QVERIFY(sum(allot(items, budget)) <= most);
        }
    }
}

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
