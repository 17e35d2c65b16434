// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace partway;

// PARTWAY_SEEDS=N plays more seeds, PARTWAY_SEED=S replays one and tells its story.
class TestSimulation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySeedEndsTruly();
};

void TestSimulation::everySeedEndsTruly()
{
    const bool one = qEnvironmentVariableIsSet("PARTWAY_SEED");
    const quint64 first = one ? qEnvironmentVariable("PARTWAY_SEED").toULongLong() : 1;
    const int count =
        one ? 1 : qMax(1, qEnvironmentVariable("PARTWAY_SEEDS", QStringLiteral("10000")).toInt());
    QMap<QString, int> ends;
    for (quint64 seed = first; seed < first + quint64(count); ++seed) {
        const Simulation::Outcome outcome = Simulation(seed).run();
        ++ends[phaseName(outcome.end)];
        if (one || !outcome.broken.isEmpty())
            qInfo().noquote() << "seed" << seed << "\n" + outcome.story.join('\n');
        QVERIFY2(outcome.broken.isEmpty(),
                 qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(outcome.broken)));
    }
    for (auto end = ends.cbegin(); end != ends.cend(); ++end)
        qInfo().noquote() << end.value() << "seeds ended" << end.key();
    QVERIFY(one || ends.value(QStringLiteral("finished")) > count / 2);
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
