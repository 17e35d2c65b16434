// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/stopcell.h"

#include <QtTest>

using namespace partway;

// The main cells of the stop matrix, end to end: partway-cli and the sandbox as processes. In each row one
// kind of request is held by the store, the upload is stopped meanwhile, and the request ends in each of
// three ways: not done, done with its answer lost, refused. Whatever happens, going on ends with the object,
// whole and alone, and an abort with nothing. (tests/unit/tst_stopmatrix.cpp has all cells, on the pure
// machine.)
class StopCellsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void endsRight_data();
    void endsRight();

private:
    CliBench m_bench;
    int m_last = 0;
};

void StopCellsTest::initTestCase()
{
    QVERIFY2(m_bench.start({"--min-part", "1k"}), qPrintable(m_bench.problem()));
}

void StopCellsTest::endsRight_data()
{
    QTest::addColumn<StopCell::At>("at");
    QTest::addColumn<StopCell::Stop>("stop");
    using At = StopCell::At;
    using Stop = StopCell::Stop;
    const QList<QPair<const char*, At>> phases{{"creating", At::Create},     {"sending", At::Part},
                                               {"completing", At::Complete}, {"confirming", At::Look},
                                               {"reconciling", At::List},    {"aborting", At::Abort}};
    const QList<QPair<const char*, Stop>> stops{{"pause", Stop::Pause},
                                                {"abort", Stop::Abort},
                                                {"kill", Stop::Kill},
                                                {"network loss", Stop::NetworkLoss},
                                                {"sign-in ends", Stop::SignInEnds}};
    for (const auto& [phase, at] : phases) {
        for (const auto& [name, stop] : stops) {
            if (at != At::Abort || stop != Stop::Abort)
                QTest::addRow("%s, %s", phase, name) << at << stop;
        }
    }
}

void StopCellsTest::endsRight()
{
    QFETCH(StopCell::At, at);
    QFETCH(StopCell::Stop, stop);
    // The three ways side by side, each with its own key and journal.
    std::vector<std::unique_ptr<StopCell>> cells;
    for (StopCell::Outcome outcome :
         {StopCell::Outcome::NotDone, StopCell::Outcome::AnswerLost, StopCell::Outcome::Refused})
        cells.push_back(std::make_unique<StopCell>(m_bench, ++m_last, at, stop, outcome));
    const auto ruleAll = [&](QByteArray (StopCell::*rules)() const) {
        QByteArray all;
        for (const auto& cell : cells)
            all += ((*cell).*rules)();
        return m_bench.sandbox().setFaults(all);
    };
    QVERIFY(ruleAll(&StopCell::preparingRules));
    for (const auto& cell : cells)
        cell->prepare();
    for (const auto& cell : cells)
        QVERIFY2(cell->isPrepared(), cell->story().constData());
    QVERIFY(ruleAll(&StopCell::holdingRules));
    for (const auto& cell : cells)
        cell->begin();
    for (const auto& cell : cells)
        QVERIFY2(cell->waitUntilHeld(), cell->story().constData());
    QVERIFY(ruleAll(&StopCell::stoppedRules));
    for (const auto& cell : cells)
        cell->stop();
    for (const auto& cell : cells)
        cell->waitUntilStopped();
    QVERIFY(m_bench.sandbox().setFaults({}));
    for (const auto& cell : cells)
        cell->goOn();
    for (const auto& cell : cells) {
        const QString wrong = cell->whatIsWrong();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + '\n' + QString::fromUtf8(cell->story())));
    }
}

QTEST_GUILESS_MAIN(StopCellsTest)
#include "tst_stopcells.moc"
