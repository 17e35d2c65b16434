// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/connectionbudget.h"

#include "base/byterange.h"

#include <QTest>

#include <algorithm>

using namespace partway;
using namespace std::chrono_literals;

// A line on which each connection carries 1 MiB/s until `most` of them share what it can.
class Line
{
public:
    explicit Line(int most) : m_most(most) {}

    void run(ConnectionBudget* budget, std::chrono::milliseconds length)
    {
        const auto end = m_now + length;
        while (m_now < end) {
            const double bytesPerMs =
                std::min(budget->slotCount(), m_most) * static_cast<double>(MiB) / 1'000.0;
            m_now += std::chrono::milliseconds(static_cast<qint64>(MiB / 4 / bytesPerMs));
            budget->partDone(MiB / 4, m_now);
        }
    }
    std::chrono::milliseconds now() const { return m_now; }

private:
    int m_most;
    std::chrono::milliseconds m_now{1'000};
};

class ConnectionBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithFour();
    void climbsWhileItHelps();
    void stopsWhereItDoesNotHelp();
    void halvesOnThrottle();
    void aBurstOfThrottlesCountsOnce();
    void neverBelowOne();
    void climbsAgainAfterACalm();
    void followsALineThatGrew();
    void fallsSlowlyWhileSomethingArrives();
    void fallsFastWhenNothingArrives();
    void keepsCalmLongerWhenLossesGoOn();
    void climbsAgainAfterStalls();
    void oneIsBestWhereAllAreLostTogether();
};

void ConnectionBudgetTest::startsWithFour()
{
    QCOMPARE(ConnectionBudget().slotCount(), 4);
}

void ConnectionBudgetTest::climbsWhileItHelps()
{
    ConnectionBudget budget;
    Line line(100);
    line.run(&budget, 60s);
    QCOMPARE(budget.slotCount(), maxSlotsPerEndpoint);
}

void ConnectionBudgetTest::stopsWhereItDoesNotHelp()
{
    ConnectionBudget budget;
    Line line(6);
    line.run(&budget, 50s);
    QCOMPARE(budget.slotCount(), 6);
}

void ConnectionBudgetTest::halvesOnThrottle()
{
    ConnectionBudget budget;
    Line line(8);
    line.run(&budget, 40s);
    QCOMPARE(budget.slotCount(), 8);
    budget.throttled(line.now());
    QCOMPARE(budget.slotCount(), 4);
    line.run(&budget, 20s);
    QCOMPARE(budget.slotCount(), 4); // calm for a while
}

void ConnectionBudgetTest::aBurstOfThrottlesCountsOnce()
{
    ConnectionBudget budget;
    for (int i = 0; i < 8; ++i)
        budget.throttled(1s + i * 100ms);
    QCOMPARE(budget.slotCount(), 2);
    budget.throttled(4s);
    QCOMPARE(budget.slotCount(), 1);
}

void ConnectionBudgetTest::neverBelowOne()
{
    ConnectionBudget budget;
    for (int i = 1; i < 10; ++i)
        budget.throttled(i * 10s);
    QCOMPARE(budget.slotCount(), 1);
}

void ConnectionBudgetTest::climbsAgainAfterACalm()
{
    ConnectionBudget budget;
    Line line(12);
    line.run(&budget, 10s);
    budget.throttled(line.now());
    line.run(&budget, 120s);
    QVERIFY(budget.slotCount() > 6);
}

void ConnectionBudgetTest::followsALineThatGrew()
{
    ConnectionBudget budget;
    Line narrow(4);
    narrow.run(&budget, 30s);
    QCOMPARE(budget.slotCount(), 4);
    Line wide(10);
    wide.run(&budget, narrow.now() + 120s);
    QVERIFY(budget.slotCount() >= 9);
}

void ConnectionBudgetTest::fallsSlowlyWhileSomethingArrives()
{
    ConnectionBudget budget;
    Line line(8);
    line.run(&budget, 40s);
    QCOMPARE(budget.slotCount(), 8);
    budget.stalled(line.now());
    QCOMPARE(budget.slotCount(), 7);
    budget.stalled(line.now() + 100ms); // the others that were lost with it
    QCOMPARE(budget.slotCount(), 7);
    line.run(&budget, 5s);
    budget.stalled(line.now());
    QCOMPARE(budget.slotCount(), 6);
}

void ConnectionBudgetTest::fallsFastWhenNothingArrives()
{
    ConnectionBudget budget;
    Line line(8);
    line.run(&budget, 40s);
    QList<int> counts;
    for (int i = 0; i < 4; ++i) {
        budget.stalled(line.now() + i * 10s);
        counts.append(budget.slotCount());
    }
    QCOMPARE(counts, (QList<int>{7, 3, 1, 1}));
}

void ConnectionBudgetTest::keepsCalmLongerWhenLossesGoOn()
{
    ConnectionBudget budget;
    Line line(12);
    line.run(&budget, 5s);
    int most = 0;
    for (int i = 0; i < 30; ++i) { // a loss every ten seconds
        line.run(&budget, 10s);
        budget.stalled(line.now());
        most = i < 10 ? 0 : std::max(most, budget.slotCount());
    }
    QCOMPARE(most, 2); // it does not climb into the next one
    line.run(&budget, 120s);
    QVERIFY(budget.slotCount() > 2);
}

void ConnectionBudgetTest::climbsAgainAfterStalls()
{
    ConnectionBudget budget;
    Line line(6);
    line.run(&budget, 50s);
    budget.stalled(line.now());
    QCOMPARE(budget.slotCount(), 5);
    line.run(&budget, 90s);
    QCOMPARE(budget.slotCount(), 6);
}

// Every ten seconds whatever is on its way is lost: it goes down to one, and stays there.
void ConnectionBudgetTest::oneIsBestWhereAllAreLostTogether()
{
    ConnectionBudget budget;
    Line line(12);
    QList<int> counts;
    for (int i = 0; i < 8; ++i) {
        line.run(&budget, 10s);
        const int lost = budget.slotCount();
        for (int connection = 0; connection < lost; ++connection)
            budget.stalled(line.now() + connection * 5ms);
        counts.append(budget.slotCount());
    }
    QVERIFY2(counts.at(0) > 3, "a single blow costs one");
    QCOMPARE(counts.mid(3), (QList<int>{1, 1, 1, 1, 1}));
    line.run(&budget, 180s);
    QVERIFY(budget.slotCount() > 4); // and it comes back
}

QTEST_GUILESS_MAIN(ConnectionBudgetTest)
#include "tst_connectionbudget.moc"
