// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/shrink.h"
#include "simulation/simulation.h"

#include <QtTest>

using namespace partway;

// PARTWAY_SEEDS=N plays more seeds (from PARTWAY_FIRST on), PARTWAY_SEED=S replays one and tells its story,
// with PARTWAY_SHRINK=1 also what is left of it when everything is taken out that the failure does not need.
// The first seed that fails is shrunk by itself and ends the run; with PARTWAY_GO_ON=1 the first one of each
// broken invariant is shrunk.
class TestSimulation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySeedEndsTruly();
};

namespace {

// A story that never ends says the same thing again and again.
QString shown(const QStringList& story)
{
    constexpr int most = 80;
    if (story.size() <= most)
        return story.join('\n');
    return story.mid(0, most - 20).join('\n') + QStringLiteral("\n   …\n") +
           story.mid(story.size() - 20).join('\n');
}

// What `./dev test --mutants` reads.
void tellShrunk(quint64 seed, const SimulationOutcome& outcome)
{
    const Play play = [seed](const Decisions::Kept& kept) {
        const SimulationOutcome again = Simulation(Decisions(seed, kept)).run();
        return Played{again.broken, again.made};
    };
    const Shrunk small = shrink({outcome.broken, outcome.made}, play);
    const SimulationOutcome shortest = Simulation(Decisions(seed, small.kept)).run();
    qInfo().noquote() << QStringLiteral("seed %1 needs %2 of its %3 decisions to break “%4” (%5 tries):\n%6")
                             .arg(seed)
                             .arg(small.kept.size())
                             .arg(outcome.made.size())
                             .arg(outcome.broken)
                             .arg(small.tries)
                             .arg(shown(shortest.story));
}

} // namespace

void TestSimulation::everySeedEndsTruly()
{
    const bool one = qEnvironmentVariableIsSet("PARTWAY_SEED");
    const char* const from = one ? "PARTWAY_SEED" : "PARTWAY_FIRST";
    const quint64 first = qEnvironmentVariable(from, QStringLiteral("1")).toULongLong();
    const int count =
        one ? 1 : qMax(1, qEnvironmentVariable("PARTWAY_SEEDS", QStringLiteral("10000")).toInt());
    const bool goesOn = qEnvironmentVariableIntValue("PARTWAY_GO_ON") != 0;
    QMap<QString, int> ends;
    QMap<QString, int> broken;
    for (quint64 seed = first; seed < first + quint64(count); ++seed) {
        const SimulationOutcome outcome = Simulation(Decisions(seed)).run();
        ++ends[phaseName(outcome.end)];
        if (one)
            qInfo().noquote() << "seed" << seed << "\n" + shown(outcome.story);
        if (outcome.broken.isEmpty())
            continue;
        if (++broken[outcome.broken] == 1 && (!one || qEnvironmentVariableIntValue("PARTWAY_SHRINK") != 0))
            tellShrunk(seed, outcome);
        const QString what = QStringLiteral("seed %1: %2: %3").arg(seed).arg(outcome.broken, outcome.what);
        QVERIFY2(goesOn, qPrintable(what));
    }
    for (auto invariant = broken.cbegin(); invariant != broken.cend(); ++invariant)
        qInfo().noquote() << invariant.value() << "seeds broke" << invariant.key();
    QVERIFY(broken.isEmpty());
    for (auto end = ends.cbegin(); end != ends.cend(); ++end)
        qInfo().noquote() << end.value() << "seeds ended" << end.key();
    QVERIFY(one || count < 100 || ends.value(QStringLiteral("finished")) > count / 2);
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
