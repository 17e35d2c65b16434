// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"
#include "upload/sourcefile.h"

#include <QtTest>

using namespace partway;

// Standard input, and files that are still written, from one end to the other.
class CliStreamsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void pipe_data();
    void pipe();
    void pipeKilledAndPipedAgain();
    void pipeThatIsShorterTheSecondTime();
    void pipeIsHeldWhilePaused();
    void fullDiskIsUsedAgain();
    void fullDiskIsWaitedFor();
    void filmWithItsHeaderWrittenLast();
    void followedKilledInTheMiddle();
    void finishedByWord();
    void planIsHonest();

private:
    QByteArray someBytes(qint64 size) const;
    QStringList pipeTo(const QString& name) const
    {
        return m_bench->uploadTo("s") + QStringList{"-", "--name", name, "--part-size", "5MiB"};
    }
    std::unique_ptr<QProcess> launchOnFullDisk(const QStringList& arguments, qint64 room);
    QMap<int, qint64> partBytes(const QString& key);
    bool waitForState(const QString& id, const QString& name, const QJsonValue& value);
    void append(const QByteArray& bytes);

    std::unique_ptr<CliBench> m_bench;
    std::unique_ptr<QFile> m_writer;
};

void CliStreamsTest::init()
{
    m_writer.reset();
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start(), qPrintable(m_bench->problem()));
}

QByteArray CliStreamsTest::someBytes(qint64 size) const
{
    return m_bench->contentOf(m_bench->makeFile(QStringLiteral("bytes-%1").arg(size), size));
}

QMap<int, qint64> CliStreamsTest::partBytes(const QString& key)
{
    QMap<int, qint64> bytes;
    const QJsonObject parts =
        m_bench->sandbox().counters().value("bytes").toObject().value("sandbox/" + key).toObject();
    for (auto part = parts.constBegin(); part != parts.constEnd(); ++part) {
        if (part.value().toInteger() > 100'000) // the list of parts of Complete counts as part 0
            bytes.insert(part.key().toInt(), part.value().toInteger());
    }
    return bytes;
}

// What `status` says, until it does.
bool CliStreamsTest::waitForState(const QString& id, const QString& name, const QJsonValue& value)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 30'000) {
        const CliRun run = m_bench->run(QStringList{"status", "--json"} + m_bench->store());
        for (const QJsonObject& row : run.events("transfer")) {
            if (QString::number(row.value("id").toInteger()) == id && row.value(name) == value)
                return true;
        }
    }
    return false;
}

void CliStreamsTest::pipe_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("nothing at all") << 0ll;
    QTest::newRow("one byte") << 1ll;
    QTest::newRow("less than a part") << 3 * MiB;
    QTest::newRow("parts, and nothing over") << 10 * MiB;
    QTest::newRow("more than is kept at once") << 43 * MiB + 17;
}

void CliStreamsTest::pipe()
{
    QFETCH(const qint64, size);
    const QByteArray bytes = someBytes(size);
    const CliRun run = m_bench->run(pipeTo("film.bin"), m_bench->environment(), bytes);
    VERIFY_CODE(run, 0);
    QVERIFY(QFile::exists(m_bench->objectFile("s/film.bin")));
    QCOMPARE(m_bench->object("s/film.bin"), bytes);
    QFile receipt(m_bench->stateFolder() + "/receipts/1-film.bin.json");
    QVERIFY(receipt.open(QIODevice::ReadOnly));
    QVERIFY(receipt.readAll().contains("\"source\": \"stream\""));
    QVERIFY(QDir(m_bench->stateFolder() + "/spool").entryList(QDir::Files).isEmpty());
}

// What the store has of the stream is compared, and not sent again.
void CliStreamsTest::pipeKilledAndPipedAgain()
{
    const QByteArray bytes = someBytes(33 * MiB);
    auto process = m_bench->launch(pipeTo("film.bin"));
    process->write(bytes.left(21 * MiB));
    while (process->bytesToWrite() > 0 && process->waitForBytesWritten()) {
    }
    QVERIFY(waitForState("1", "storedParts", 4));
    process->kill();
    QVERIFY(process->waitForFinished());
    const CliRun all = m_bench->run(QStringList{"resume"} + m_bench->store());
    VERIFY_CODE(all, 0);
    QVERIFY2(all.err.contains("COMMAND | partway-cli resume 1"), all.story().constData());
    m_bench->sandbox().resetCounters();

    VERIFY_CODE(m_bench->run(QStringList{"resume", "1"} + m_bench->store(), m_bench->environment(), bytes),
                0);
    QCOMPARE(m_bench->object("s/film.bin"), bytes);
    for (int part : {1, 2, 3, 4})
        QVERIFY2(!partBytes("s/film.bin").contains(part), qPrintable(QString::number(part)));
    QVERIFY(partBytes("s/film.bin").contains(7));
}

void CliStreamsTest::pipeThatIsShorterTheSecondTime()
{
    auto process = m_bench->launch(pipeTo("film.bin"));
    process->write(someBytes(16 * MiB));
    while (process->bytesToWrite() > 0 && process->waitForBytesWritten()) {
    }
    QVERIFY(waitForState("1", "storedParts", 3));
    process->kill();
    QVERIFY(process->waitForFinished());
    const CliRun shorter = m_bench->run(QStringList{"resume", "1"} + m_bench->store(), m_bench->environment(),
                                        someBytes(7 * MiB));
    VERIFY_CODE(shorter, 1);
    QVERIFY2(shorter.err.contains("not the same stream"), shorter.story().constData());
    QVERIFY(m_bench->object("s/film.bin").isNull());
}

void CliStreamsTest::pipeIsHeldWhilePaused()
{
    const QByteArray bytes = someBytes(12 * MiB);
    auto process = m_bench->launch(pipeTo("film.bin"));
    process->write(bytes.left(6 * MiB));
    while (process->bytesToWrite() > 0 && process->waitForBytesWritten()) {
    }
    QVERIFY(waitForState("1", "storedParts", 1));
    VERIFY_CODE(m_bench->run(QStringList{"pause", "1"} + m_bench->store()), 0);
    QCOMPARE(process->state(), QProcess::Running);
    VERIFY_CODE(m_bench->run(QStringList{"resume", "1"} + m_bench->store()), 0);
    process->write(bytes.mid(6 * MiB));
    process->closeWriteChannel();
    VERIFY_CODE(m_bench->wait(*process), 0);
    QCOMPARE(m_bench->object("s/film.bin"), bytes);
}

// No file of the process can become longer, as on a disk that is full.
std::unique_ptr<QProcess> CliStreamsTest::launchOnFullDisk(const QStringList& arguments, qint64 room)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_bench->environment());
    process->start("sh", QStringList{"-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"",
                                     QString::number(room / 512), PARTWAY_CLI_PROGRAM} +
                             arguments);
    process->waitForStarted();
    return process;
}

// Room for one part and a bit: it takes turns.
void CliStreamsTest::fullDiskIsUsedAgain()
{
    const QByteArray bytes = someBytes(23 * MiB);
    const auto process = launchOnFullDisk(pipeTo("film.bin"), 7 * MiB);
    process->write(bytes);
    process->closeWriteChannel();
    VERIFY_CODE(m_bench->wait(*process), 0);
    QCOMPARE(m_bench->object("s/film.bin"), bytes);
}

// Room for less than a part: it says so and waits. Stopped then, it can be piped again, and nothing is left.
void CliStreamsTest::fullDiskIsWaitedFor()
{
    const QByteArray bytes = someBytes(12 * MiB);
    const auto process = launchOnFullDisk(pipeTo("film.bin"), 3 * MiB);
    process->write(bytes);
    process->setReadChannel(QProcess::StandardError);
    QByteArray said;
    while (!said.contains("The disk has no room") && process->waitForReadyRead(30'000))
        said += process->readAllStandardError();
    QVERIFY2(said.contains("The disk has no room"), said.constData());
    QCOMPARE(process->state(), QProcess::Running);
    interruptProcess(*process);
    const CliRun stopped = m_bench->wait(*process);
    VERIFY_CODE(stopped, 3);
    QVERIFY(m_bench->object("s/film.bin").isNull());
    QVERIFY(QDir(m_bench->stateFolder() + "/spool").entryList(QDir::Files).isEmpty());
    VERIFY_CODE(m_bench->run(QStringList{"resume", "1"} + m_bench->store(), m_bench->environment(), bytes),
                0);
    QCOMPARE(m_bench->object("s/film.bin"), bytes);
    QVERIFY(!m_bench->ask("GET", "/sandbox", {{"uploads", ""}}).body.contains("<UploadId>"));
}

void CliStreamsTest::append(const QByteArray& bytes)
{
    if (!m_writer) {
        m_writer = std::make_unique<QFile>(m_bench->path("film.mov"));
        QVERIFY(m_writer->open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    }
    QVERIFY(m_writer->seek(m_writer->size()));
    QCOMPARE(m_writer->write(bytes), bytes.size());
}

// A camera program: writes, rewrites its header, closes.
void CliStreamsTest::filmWithItsHeaderWrittenLast()
{
    append(someBytes(11 * MiB));
    if (SourceFile::open(m_bench->path("film.mov")).value()->growth()->writers == Writers::Unknown)
        QSKIP("this file system does not tell who writes");
    auto process = m_bench->launch(m_bench->uploadTo("s") +
                                   QStringList{"--follow", "--part-size", "5MiB", m_bench->path("film.mov")});
    QVERIFY(waitForState("1", "storedParts", 2));
    QVERIFY(waitForState("1", "openEnd", true));
    append(someBytes(6 * MiB));
    QVERIFY(waitForState("1", "storedParts", 3));
    QVERIFY(m_bench->object("s/film.mov").isNull());
    QVERIFY(m_writer->seek(8));
    m_writer->write("header");
    m_writer->close();
    VERIFY_CODE(m_bench->wait(*process), 0);
    QCOMPARE(m_bench->object("s/film.mov"), m_bench->contentOf(m_bench->path("film.mov")));
    QCOMPARE(partBytes("s/film.mov"),
             (QMap<int, qint64>{{1, 10 * MiB}, {2, 5 * MiB}, {3, 5 * MiB}, {4, 2 * MiB}}));
}

void CliStreamsTest::followedKilledInTheMiddle()
{
    append(someBytes(11 * MiB));
    auto process = m_bench->launch(m_bench->uploadTo("s") +
                                   QStringList{"--follow", "--part-size", "5MiB", m_bench->path("film.mov")});
    QVERIFY(waitForState("1", "storedParts", 2));
    process->kill();
    QVERIFY(process->waitForFinished());
    append(someBytes(13 * MiB));
    m_bench->sandbox().resetCounters();
    process = m_bench->launch(QStringList{"resume"} + m_bench->store());
    QVERIFY(waitForState("1", "storedParts", 4));
    VERIFY_CODE(m_bench->run(QStringList{"finish", "1"} + m_bench->store()), 0);
    VERIFY_CODE(m_bench->wait(*process), 0);
    QCOMPARE(m_bench->object("s/film.mov"), m_bench->contentOf(m_bench->path("film.mov")));
    QCOMPARE(partBytes("s/film.mov").keys(), (QList<int>{3, 4, 5}));
}

// Nobody drives it when it is said; the next run finds it complete.
void CliStreamsTest::finishedByWord()
{
    append(someBytes(6 * MiB));
    auto process = m_bench->launch(m_bench->uploadTo("s") +
                                   QStringList{"--follow", "--part-size", "5MiB", m_bench->path("film.mov")});
    QVERIFY(waitForState("1", "storedParts", 1));
    interruptProcess(*process);
    VERIFY_CODE(m_bench->wait(*process), 3);
    const CliRun said = m_bench->run(QStringList{"finish", "1"} + m_bench->store());
    VERIFY_CODE(said, 0);
    QVERIFY2(said.err.contains("resume 1"), said.story().constData());
    VERIFY_CODE(m_bench->run(QStringList{"resume"} + m_bench->store()), 0);
    QCOMPARE(m_bench->object("s/film.mov"), m_bench->contentOf(m_bench->path("film.mov")));
}

void CliStreamsTest::planIsHonest()
{
    const CliRun plan =
        m_bench->run(pipeTo("film.bin") + QStringList{"--dry-run", "--expected-size", "1GiB"});
    VERIFY_CODE(plan, 0);
    QVERIFY2(plan.out.contains("good for"), plan.story().constData());
}

QTEST_GUILESS_MAIN(CliStreamsTest)
#include "tst_clistreams.moc"
