// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/stopbench.h"

#include <QtTest>

using namespace partway;

// Every stop, while each kind of request is out, which ends in each way: after "go on" the object is there,
// whole, once; after an abort nothing is left, or the object was made before and that is said.
class TestStopMatrix : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsRight_data();
    void endsRight();
};

void TestStopMatrix::endsRight_data()
{
    using Stop = StopBench::Stop;
    using Outcome = StopBench::Outcome;
    QTest::addColumn<QString>("request");
    QTest::addColumn<int>("stop");
    QTest::addColumn<int>("outcome");
    const QList<QPair<const char*, Stop>> stops{{"nothing", Stop::None},
                                                {"pause", Stop::Pause},
                                                {"abort", Stop::Abort},
                                                {"kill", Stop::Kill},
                                                {"network loss", Stop::NetworkLoss},
                                                {"sign-in ends", Stop::SignInEnds}};
    const QList<QPair<const char*, Outcome>> outcomes{
        {"done", Outcome::Success},  {"answer lost", Outcome::Lost},    {"not done", Outcome::NotDone},
        {"broken", Outcome::Broken}, {"throttled", Outcome::Throttled}, {"refused", Outcome::Refused}};
    for (const char* request :
         {"look", "create", "find", "part", "put", "list", "complete", "confirm", "abort"}) {
        for (const auto& [stopName, stop] : stops) {
            for (const auto& [outcomeName, outcome] : outcomes)
                QTest::addRow("%s, %s, %s", request, stopName, outcomeName)
                    << QString::fromLatin1(request) << int(stop) << int(outcome);
        }
    }
}

void TestStopMatrix::endsRight()
{
    QFETCH(QString, request);
    QFETCH(int, stop);
    QFETCH(int, outcome);
    StopBench bench(request, StopBench::Stop(stop), StopBench::Outcome(outcome));
    bench.run();
    QVERIFY(bench.wasStopped());
    const UploadState& state = bench.machine().state();
    const bool refused = StopBench::Outcome(outcome) == StopBench::Outcome::Refused;
    const bool aborts = StopBench::Stop(stop) == StopBench::Stop::Abort || request == QLatin1String("abort");

    if (aborts)
        QVERIFY2(state.phase == Phase::Aborted || state.phase == Phase::Finished,
                 qPrintable(phaseName(state.phase)));
    else
        QCOMPARE(phaseName(state.phase), phaseName(Phase::Finished));
    QCOMPARE(bench.isWhole() && !bench.store().objects.isEmpty(), state.phase == Phase::Finished);
    int left = 0;
    for (const ModelStore::Upload& upload : bench.store().uploads)
        left += upload.goneMs == 0 ? 1 : 0;
    QVERIFY(left == 0 || (refused && state.leftovers));
    QVERIFY(left > 0 || !state.leftovers || refused);
    QVERIFY2(bench.mostSends() <= 2, "a part went out a third time");
    QVERIFY2(bench.creates() <= 2, "a third upload was begun");
    QVERIFY(bench.machine().isQuiet());
}

QTEST_APPLESS_MAIN(TestStopMatrix)
#include "tst_stopmatrix.moc"
