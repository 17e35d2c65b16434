// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QtTest>

using namespace partway;

// Stopping and going on: Ctrl+C, other processes on the same journal, what is left on the store.
class CliStopTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void interruptPausesAndResumeGoesOn();
    void secondInterruptEndsAtOnce();
    void resumeWithoutKeys();
    void pauseFromAnotherProcess();
    void abortFromAnotherProcess();
    void abortOfAPausedOne();
    void forgetTakesEndedOnesOff();
    void unknownTransfers();
    void incompleteOfOthers();
    void retryAfterTheBucketIsThere();

private:
    std::unique_ptr<QProcess> slowUpload(const QString& file);
    CliRun interrupted(const QString& file);
    QList<QJsonObject> rows();

    std::unique_ptr<CliBench> m_bench;
};

void CliStopTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start(), qPrintable(m_bench->problem()));
}

// On its way with at least one part of 5 MiB stored.
std::unique_ptr<QProcess> CliStopTest::slowUpload(const QString& file)
{
    auto process = m_bench->launch(m_bench->uploadTo("s") + QStringList{"--part-size", "5MiB", "--parallel",
                                                                        "2", "--limit-rate", "6MiB", file});
    const QString key = QStringLiteral("s/") + file.section('/', -1);
    if (!m_bench->waitForParts(12 * MiB, key))
        qWarning("the upload does not get going");
    return process;
}

CliRun CliStopTest::interrupted(const QString& file)
{
    const auto process = slowUpload(file);
    interruptProcess(*process);
    return m_bench->wait(*process);
}

QList<QJsonObject> CliStopTest::rows()
{
    return m_bench->run(QStringList{"status", "--json"} + m_bench->store()).events("transfer");
}

void CliStopTest::interruptPausesAndResumeGoesOn()
{
    const QString file = m_bench->makeFile("big.bin", 40 * MiB);
    const CliRun run = interrupted(file);
    VERIFY_CODE(run, 3);
    QVERIFY2(run.err.trimmed().endsWith("partway-cli resume"), run.err.constData());
    QCOMPARE(rows().first().value("phase").toString(), QStringLiteral("paused"));
    const qint64 before = m_bench->sandbox().bytesReceived("sandbox/s/big.bin");
    const qint64 stored = rows().first().value("storedBytes").toInteger();
    QVERIFY(stored >= 5 * MiB);

    const CliRun resumed = m_bench->run(QStringList{"resume"} + m_bench->store());
    VERIFY_CODE(resumed, 0);
    QCOMPARE(m_bench->object("s/big.bin"), m_bench->contentOf(file));
    const qint64 after = m_bench->sandbox().bytesReceived("sandbox/s/big.bin");
    // Nothing stored is sent again; the list of parts at the end counts, too.
    const qint64 sent = after - before;
    QVERIFY(sent >= 40 * MiB - stored && sent < 40 * MiB - stored + 10'000);
    const CliRun nothing = m_bench->run(QStringList{"resume"} + m_bench->store());
    VERIFY_CODE(nothing, 0);
}

void CliStopTest::secondInterruptEndsAtOnce()
{
    // A store that holds the request: the first Ctrl+C has something to wait for.
    const QString file = m_bench->makeFile("big.bin", 40 * MiB);
    const auto process = slowUpload(file);
    interruptProcess(*process);
    interruptProcess(*process);
    QElapsedTimer timer;
    timer.start();
    const CliRun run = m_bench->wait(*process);
    VERIFY_CODE(run, 3);
    QVERIFY(timer.elapsed() < 3'000);
    VERIFY_CODE(m_bench->run(QStringList{"resume"} + m_bench->store()), 0);
    QCOMPARE(m_bench->object("s/big.bin"), m_bench->contentOf(file));
}

void CliStopTest::resumeWithoutKeys()
{
    const QString file = m_bench->makeFile("big.bin", 30 * MiB);
    VERIFY_CODE(interrupted(file), 3);
    QProcessEnvironment bare = m_bench->environment();
    bare.remove("AWS_SECRET_ACCESS_KEY");
    const CliRun run = m_bench->run({"resume", "--state-dir", m_bench->stateFolder()}, bare);
    VERIFY_CODE(run, 4);
    QVERIFY(run.err.contains("AWS_SECRET_ACCESS_KEY"));
    QCOMPARE(rows().first().value("phase").toString(), QStringLiteral("paused"));
    // Endpoint and options are in the journal and the list of accounts; only the keys come from outside.
    VERIFY_CODE(m_bench->run({"resume", "--state-dir", m_bench->stateFolder()}), 0);
    QCOMPARE(m_bench->object("s/big.bin"), m_bench->contentOf(file));
}

void CliStopTest::pauseFromAnotherProcess()
{
    const QString file = m_bench->makeFile("big.bin", 60 * MiB);
    const auto process = slowUpload(file);
    const QJsonObject row = rows().first();
    QVERIFY(row.value("elsewhere").toBool());
    const CliRun pause = m_bench->run(QStringList{"pause", "1"} + m_bench->store());
    VERIFY_CODE(pause, 0);
    VERIFY_CODE(m_bench->wait(*process), 3);
    QCOMPARE(rows().first().value("phase").toString(), QStringLiteral("paused"));
    QVERIFY(m_bench->object("s/big.bin").isNull());
}

void CliStopTest::abortFromAnotherProcess()
{
    const auto process = slowUpload(m_bench->makeFile("big.bin", 60 * MiB));
    const CliRun abort = m_bench->run(QStringList{"abort", "1"} + m_bench->store());
    VERIFY_CODE(abort, 0);
    VERIFY_CODE(m_bench->wait(*process), 1);
    QCOMPARE(rows().first().value("phase").toString(), QStringLiteral("aborted"));
    const CliRun left = m_bench->run(QStringList{"incomplete", "list", "s3://", "--json"} + m_bench->store());
    VERIFY_CODE(left, 0);
    QVERIFY(left.events("incomplete").isEmpty());
}

void CliStopTest::abortOfAPausedOne()
{
    VERIFY_CODE(interrupted(m_bench->makeFile("big.bin", 30 * MiB)), 3);
    const CliRun before =
        m_bench->run(QStringList{"incomplete", "list", "s3://sandbox/s/", "--json"} + m_bench->store());
    QCOMPARE(before.events("incomplete").size(), 1);
    QVERIFY(before.events("incomplete").first().value("bytesKept").toInteger() >= 5 * MiB);
    VERIFY_CODE(m_bench->run(QStringList{"abort", "1"} + m_bench->store()), 0);
    const CliRun after =
        m_bench->run(QStringList{"incomplete", "list", "s3://sandbox", "--json"} + m_bench->store());
    VERIFY_CODE(after, 0);
    QVERIFY(after.events("incomplete").isEmpty());
    // Once, and once more where parts were cut a moment ago: one may still come late.
    QVERIFY(QList<int>({1, 2}).contains(m_bench->sandbox().requests("AbortMultipartUpload")));
    QCOMPARE(rows().first().value("phase").toString(), QStringLiteral("aborted"));
}

void CliStopTest::forgetTakesEndedOnesOff()
{
    VERIFY_CODE(m_bench->run(m_bench->uploadTo("f") + QStringList{m_bench->makeFile("done.bin", 10)}), 0);
    VERIFY_CODE(interrupted(m_bench->makeFile("big.bin", 30 * MiB)), 3);
    const CliRun run = m_bench->run(QStringList{"forget", "1", "2"} + m_bench->store());
    VERIFY_CODE(run, 1);
    QVERIFY(run.err.contains("abort 2"));
    QCOMPARE(rows().size(), 1);
    QCOMPARE(rows().first().value("id").toInt(), 2);
}

void CliStopTest::unknownTransfers()
{
    for (const char* command : {"pause", "abort", "forget", "resume", "retry", "status"}) {
        const CliRun run = m_bench->run(QStringList{command, "77"} + m_bench->store());
        VERIFY_CODE(run, 2);
        QVERIFY2(run.err.contains("#77"), command);
        const CliRun word = m_bench->run(QStringList{command, "all"} + m_bench->store());
        VERIFY_CODE(word, 2);
    }
}

void CliStopTest::incompleteOfOthers()
{
    // The journal is gone: for us it is somebody else's.
    VERIFY_CODE(interrupted(m_bench->makeFile("left.bin", 30 * MiB)), 3);
    QVERIFY(QDir(m_bench->stateFolder()).removeRecursively());
    const CliRun list = m_bench->run(QStringList{"incomplete", "list", "s3://"} + m_bench->store());
    VERIFY_CODE(list, 0);
    QVERIFY(list.out.contains("s3://sandbox/s/left.bin"));

    const QStringList abort{"incomplete", "abort", "s3://sandbox"};
    CliRun run = m_bench->run(abort + QStringList{"--older-than", "1d"} + m_bench->store());
    VERIFY_CODE(run, 0);
    run = m_bench->run(abort + QStringList{"--older-than", "0s", "--dry-run"} + m_bench->store());
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->sandbox().requests("AbortMultipartUpload"), 0);
    run = m_bench->run(abort + QStringList{"--upload-id", "none-of-these"} + m_bench->store());
    VERIFY_CODE(run, 1);

    const CliRun json =
        m_bench->run(QStringList{"incomplete", "list", "s3://sandbox", "--json"} + m_bench->store());
    QVERIFY(json.isPureJson());
    const QString id = json.events("incomplete").first().value("uploadId").toString();
    run = m_bench->run(abort + QStringList{"--upload-id", id, "--json"} + m_bench->store());
    VERIFY_CODE(run, 0);
    QVERIFY(run.isPureJson());
    QCOMPARE(run.events("aborted").size(), 1);
    QVERIFY(m_bench->run(QStringList{"incomplete", "list", "s3://", "--json"} + m_bench->store())
                .events("incomplete")
                .isEmpty());
}

void CliStopTest::retryAfterTheBucketIsThere()
{
    QVERIFY2(m_bench->sandbox().setFaults("PutObject times=1 : status=404 code=NoSuchBucket"),
             qPrintable(m_bench->problem()));
    const QString file = m_bench->makeFile("a.bin", 100);
    const CliRun failed = m_bench->run(m_bench->uploadTo("r") + QStringList{file});
    VERIFY_CODE(failed, 1);
    QVERIFY(failed.err.contains("bucket"));
    QCOMPARE(rows().first().value("phase").toString(), QStringLiteral("failed"));
    VERIFY_CODE(m_bench->run(QStringList{"retry", "1"} + m_bench->store()), 0);
    QCOMPARE(m_bench->object("r/a.bin"), m_bench->contentOf(file));
}

QTEST_GUILESS_MAIN(CliStopTest)
#include "tst_clistop.moc"
