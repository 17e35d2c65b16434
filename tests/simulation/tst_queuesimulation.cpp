// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/queuesimulation.h"
#include "simulation/shrink.h"

#include <QtTest>

using namespace partway;

// PARTWAY_SEEDS and PARTWAY_SEED as in tst_simulation.cpp; here a tenth of the seeds, as each is many
// transfers.
class TestQueueSimulation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyQueueEndsFairly();
};

void TestQueueSimulation::everyQueueEndsFairly()
{
    const bool one = qEnvironmentVariableIsSet("PARTWAY_SEED");
    const quint64 first = one ? qEnvironmentVariable("PARTWAY_SEED").toULongLong() : 1;
    const int seeds = qEnvironmentVariable("PARTWAY_SEEDS", QStringLiteral("10000")).toInt();
    const int count = one ? 1 : qMax(1, seeds / 10);
    qint64 transfers = 0;
    for (quint64 seed = first; seed < first + quint64(count); ++seed) {
        const QueueOutcome outcome = QueueSimulation(Decisions(seed)).run();
        transfers += outcome.transfers;
        if (one)
            qInfo().noquote() << outcome.story.join('\n');
        if (outcome.broken.isEmpty())
            continue;
        const Play play = [seed](const Decisions::Kept& kept) {
            const QueueOutcome again = QueueSimulation(Decisions(seed, kept)).run();
            return Played{again.broken, again.made};
        };
        const Shrunk small = shrink({outcome.broken, outcome.made}, play);
        qInfo().noquote() << "seed" << seed << "shortened:\n"
                          << QueueSimulation(Decisions(seed, small.kept)).run().story.join('\n');
        QFAIL(qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(outcome.broken)));
    }
    qInfo() << count << "queues of" << transfers << "transfers ended";
}

QTEST_GUILESS_MAIN(TestQueueSimulation)
#include "tst_queuesimulation.moc"
