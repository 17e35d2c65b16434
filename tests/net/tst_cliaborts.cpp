// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QtTest>

using namespace partway;

// Aborts of many incomplete uploads that are stopped half-way, by Ctrl+C or for good: nothing is forgotten.
class CliAbortsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void interruptedAbortIsRemembered();
    void killedAbortIsRemembered();
    void retryLooksAgain();
    void justBegunIsInUse();
    void becameAnObject();
    void becameAnObjectBeforeTheAbort();

private:
    CliRun cli(const QString& command, const QStringList& arguments)
    {
        return m_bench->run(command.split(' ') + m_bench->store() + arguments);
    }
    void beginUploads(int count);
    QStringList incomplete();
    std::unique_ptr<QProcess> abortThatHangs(int after, int hanging = 6);

    std::unique_ptr<CliBench> m_bench;
};

void CliAbortsTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start({"--min-part", "1k"}), qPrintable(m_bench->problem()));
}

void CliAbortsTest::beginUploads(int count)
{
    for (int number = 0; number < count; ++number) {
        const QByteArray path = "/sandbox/u/" + QByteArray::number(number);
        QCOMPARE(m_bench->ask("POST", path, {{"uploads", ""}}).status, 200);
    }
}

QStringList CliAbortsTest::incomplete()
{
    QStringList ids;
    for (const QJsonObject& upload : cli("incomplete list", {"--json", "s3://sandbox"}).events("incomplete"))
        ids.append(upload.value("uploadId").toString());
    return ids;
}

// So many are aborted, then the store does not answer any more.
std::unique_ptr<QProcess> CliAbortsTest::abortThatHangs(int after, int hanging)
{
    auto& sandbox = m_bench->sandbox();
    if (!sandbox.setFaults("AbortMultipartUpload nth=" + QByteArray::number(after + 1) + " : delay=60s"))
        qWarning("no faults");
    const int before = sandbox.requests("AbortMultipartUpload");
    auto process = m_bench->launch(
        QStringList{"incomplete", "abort", "s3://sandbox", "--older-than", "0s", "--force", "--json"} +
        m_bench->store());
    QElapsedTimer timer;
    timer.start();
    while (sandbox.requests("AbortMultipartUpload") < before + after + hanging && timer.elapsed() < 30'000)
        process->waitForReadyRead(20);
    return process;
}

void CliAbortsTest::interruptedAbortIsRemembered()
{
    beginUploads(30);
    const auto process = abortThatHangs(10);
    interruptProcess(*process);
    const CliRun run = m_bench->wait(*process);
    VERIFY_CODE(run, 3);
    QVERIFY2(run.err.contains("incomplete retry"), run.err.constData());
    QVERIFY(run.isPureJson());
    const QJsonObject summary = run.events("summary").value(0);
    const int aborted = summary.value("aborted").toInt();
    QCOMPARE(aborted + summary.value("left").toInt(), 30);
    QVERIFY2(aborted >= 1 && aborted <= 10, run.out.constData());
    QVERIFY(m_bench->sandbox().setFaults({}));
    QCOMPARE(incomplete().size(), 30 - aborted);

    const CliRun dry = cli("incomplete retry", {"--dry-run", "--json"});
    VERIFY_CODE(dry, 0);
    QCOMPARE(dry.events("left").size(), 30 - aborted);
    QVERIFY(dry.isPureJson());
    QCOMPARE(dry.events("summary").value(0).value("left").toInt(), 30 - aborted);
    QCOMPARE(dry.events("summary").value(0).value("aborted").toInt(-1), 0);
    const CliRun retry = cli("incomplete retry", {"--json"});
    VERIFY_CODE(retry, 0);
    QCOMPARE(retry.events("aborted").size(), 30 - aborted);
    QVERIFY(incomplete().isEmpty());
    QVERIFY(cli("incomplete retry", {"--dry-run", "--json"}).events("left").isEmpty());
}

void CliAbortsTest::killedAbortIsRemembered()
{
    beginUploads(20);
    const auto process = abortThatHangs(5);
    process->kill();
    process->waitForFinished();
    QVERIFY(m_bench->sandbox().setFaults({}));
    const QStringList left = incomplete();
    QVERIFY(left.size() >= 15);
    QCOMPARE(cli("incomplete retry", {"--dry-run", "--json"}).events("left").size(),
             20); // some are gone already
    const CliRun forget = cli("incomplete retry", {"--forget", "--dry-run"});
    VERIFY_CODE(forget, 0);
    VERIFY_CODE(cli("incomplete retry", {"--json"}), 0);
    QVERIFY(incomplete().isEmpty());

    beginUploads(8);
    const auto again = abortThatHangs(0);
    again->kill();
    again->waitForFinished();
    QVERIFY(m_bench->sandbox().setFaults({}));
    const CliRun forgotten = cli("incomplete retry", {"--forget", "--json"});
    VERIFY_CODE(forgotten, 0);
    QCOMPARE(forgotten.events("left").size(), 8);
    QCOMPARE(forgotten.events("summary").size(), 1);
    QCOMPARE(forgotten.events("summary").first().value("forgotten").toInt(), 8);
    QCOMPARE(forgotten.events("summary").first().value("left").toInt(-1), 0);
    VERIFY_CODE(cli("incomplete retry", {}), 0);
    QCOMPARE(incomplete().size(), 8);
}

// What nobody could look at before the program ended is looked at before it is aborted later.
void CliAbortsTest::retryLooksAgain()
{
    beginUploads(2);
    const QStringList ids = incomplete();
    QCOMPARE(ids.size(), 2);
    const auto process = abortThatHangs(0, 2);
    process->kill();
    process->waitForFinished();
    QVERIFY(m_bench->sandbox().setFaults({}));
    QFile book(m_bench->stateFolder() + "/aborts.json");
    QVERIFY(book.open(QIODevice::ReadWrite));
    QByteArray kept = book.readAll(); // forced, so nobody is to look; as without that
    QCOMPARE(kept.count("\"look\":false"), 2);
    kept.replace("\"look\":false", "\"look\":true");
    QVERIFY(book.resize(0) && book.seek(0) && book.write(kept) == kept.size());
    book.close();
    QCOMPARE(m_bench
                 ->ask("PUT", "/sandbox/u/0", {{"partNumber", "1"}, {"uploadId", ids.first().toLatin1()}},
                       "in use")
                 .status,
             200);
    const CliRun run = cli("incomplete retry", {});
    VERIFY_CODE(run, 1);
    QVERIFY2(run.err.contains("using it"), run.err.constData());
    QCOMPARE(incomplete(), QStringList{ids.first()}); // the other one is gone
    VERIFY_CODE(cli("incomplete retry", {}), 0);      // a person decides anew
    QCOMPARE(incomplete(), QStringList{ids.first()});
}

// One that was begun just now has no part yet, and still somebody is at it.
void CliAbortsTest::justBegunIsInUse()
{
    beginUploads(1);
    const CliRun run = cli("incomplete abort", {"s3://sandbox", "--older-than", "0s"});
    VERIFY_CODE(run, 1);
    QVERIFY2(run.err.contains("Begun within the last minute"), run.err.constData());
    QCOMPARE(incomplete().size(), 1);
}

// The answer to Complete is lost: it is finished, nothing is left, and nothing was aborted, which on a store
// that nobody knows could have taken the parts from under the object.
void CliAbortsTest::becameAnObject()
{
    QVERIFY(m_bench->sandbox().setFaults("CompleteMultipartUpload times=1 : cut-after"));
    const QString file = m_bench->makeFile("a.bin", 12 * MiB);
    const CliRun run = m_bench->run(m_bench->uploadTo("u") + QStringList{"--part-size", "5MiB", file});
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->object("u/a.bin"), m_bench->contentOf(file));
    QCOMPARE(m_bench->sandbox().requests("AbortMultipartUpload"), 0);
    const CliRun status = cli("status", {"--json"});
    QVERIFY2(!status.out.contains("\"leftovers\":true"), status.story().constData());
    QVERIFY2(!run.all().contains("may be left"), run.story().constData());
}

// Killed after the store had done it, and aborted then: the abort is too late, and that is all there is to
// say.
void CliAbortsTest::becameAnObjectBeforeTheAbort()
{
    QVERIFY(m_bench->sandbox().setFaults("CompleteMultipartUpload : delay=0s cut-after\n"
                                         "HeadObject nth=2 : delay=60s"));
    const QString file = m_bench->makeFile("a.bin", 12 * MiB);
    const auto process = m_bench->launch(m_bench->uploadTo("u") + QStringList{"--part-size", "5MiB", file});
    while (m_bench->object("u/a.bin").isNull() && process->state() == QProcess::Running)
        process->waitForReadyRead(20);
    process->kill();
    process->waitForFinished();
    QVERIFY(m_bench->sandbox().setFaults("AbortMultipartUpload : status=404 code=NoSuchKey"));
    const CliRun run = cli("abort", {"1"});
    QVERIFY2(run.all().contains("Finished, verified"), run.story().constData());
    QVERIFY2(!run.all().contains("may be left"), run.story().constData());
    QCOMPARE(m_bench->object("u/a.bin"), m_bench->contentOf(file));
}

QTEST_GUILESS_MAIN(CliAbortsTest)
#include "tst_cliaborts.moc"
