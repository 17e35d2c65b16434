// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QtTest>

using namespace partway;

// The file changed: check and repair, from one end to the other. What crossed the wire is the sandbox's word.
class CliRepairTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sendsOnlyWhatDiffers();
    void killedInTheMiddle();
    void truncatedOnItsWay();
    void optionsExcludeEachOther();

private:
    QString storeAllButComplete();
    void change(const QString& file, qint64 offset);
    QMap<int, qint64> partBytes(); // received since the counters began, by part

    std::unique_ptr<CliBench> m_bench;
};

void CliRepairTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start(), qPrintable(m_bench->problem()));
}

// Eight parts of 5 MiB and one of 1 MiB are stored, and Complete is refused.
QString CliRepairTest::storeAllButComplete()
{
    const QString file = m_bench->makeFile("film.mov", 41 * MiB);
    m_bench->sandbox().setFaults("CompleteMultipartUpload times=1: status=403 code=AccessDenied");
    const CliRun run = m_bench->run(m_bench->uploadTo("s") + QStringList{"--part-size", "5MiB", file});
    if (run.code != 1)
        qWarning("%s", run.story().constData());
    m_bench->sandbox().resetCounters();
    return file;
}

void CliRepairTest::change(const QString& path, qint64 offset)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(offset));
    const QByteArray byte = file.read(1);
    QVERIFY(file.seek(offset) && file.write(QByteArray(1, char(byte.at(0) ^ 1))) == 1);
}

QMap<int, qint64> CliRepairTest::partBytes()
{
    QMap<int, qint64> bytes;
    const QJsonObject parts =
        m_bench->sandbox().counters().value("bytes").toObject().value("sandbox/s/film.mov").toObject();
    for (auto part = parts.constBegin(); part != parts.constEnd(); ++part) {
        if (part.value().toInteger() > 100'000) // the list of parts of Complete counts as part 0
            bytes.insert(part.key().toInt(), part.value().toInteger());
    }
    return bytes;
}

void CliRepairTest::sendsOnlyWhatDiffers()
{
    const QString file = storeAllButComplete();
    change(file, 7 * MiB);
    change(file, 40 * MiB + 1);
    const CliRun noticed = m_bench->run(QStringList{"retry", "1"} + m_bench->store());
    VERIFY_CODE(noticed, 1);
    QVERIFY2(noticed.err.contains("changed"), noticed.err.constData());
    const CliRun asked = m_bench->run(QStringList{"retry", "1"} + m_bench->store());
    VERIFY_CODE(asked, 1);
    QVERIFY2(asked.err.contains("retry --repair 1"), asked.err.constData());
    QVERIFY(m_bench->object("s/film.mov").isNull());
    QVERIFY(partBytes().isEmpty());

    VERIFY_CODE(m_bench->run(QStringList{"retry", "--repair", "1"} + m_bench->store()), 0);
    QCOMPARE(m_bench->object("s/film.mov"), m_bench->contentOf(file));
    QCOMPARE(partBytes(), (QMap<int, qint64>{{2, 5 * MiB}, {9, 1 * MiB}}));
}

void CliRepairTest::killedInTheMiddle()
{
    const QString file = storeAllButComplete();
    for (int part : {0, 2, 4, 6})
        change(file, part * 5 * MiB + 1);
    const auto process = m_bench->launch(
        QStringList{"retry", "--repair", "1", "--limit-rate", "4MiB", "--parallel", "1"} + m_bench->store());
    QVERIFY(m_bench->waitForParts(6 * MiB, "s/film.mov"));
    process->kill();
    QVERIFY(process->waitForFinished());
    change(file, 20 * MiB + 1); // part 5 once more, while nobody looks
    const CliRun noticed = m_bench->run(QStringList{"resume"} + m_bench->store());
    VERIFY_CODE(noticed, 1);
    QVERIFY(m_bench->object("s/film.mov").isNull());
    VERIFY_CODE(m_bench->run(QStringList{"retry", "--repair", "1"} + m_bench->store()), 0);
    QCOMPARE(m_bench->object("s/film.mov"), m_bench->contentOf(file));
    for (int part : {2, 4, 6, 8, 9})
        QVERIFY(!partBytes().contains(part));
}

void CliRepairTest::truncatedOnItsWay()
{
    const QString file = m_bench->makeFile("film.mov", 41 * MiB);
    const auto process =
        m_bench->launch(m_bench->uploadTo("s") +
                        QStringList{"--part-size", "5MiB", "--parallel", "2", "--limit-rate", "4MiB", file});
    QVERIFY(m_bench->waitForParts(7 * MiB, "s/film.mov"));
    QVERIFY(QFile::resize(file, 6 * MiB));
    const CliRun run = m_bench->wait(*process);
    VERIFY_CODE(run, 1);
    QVERIFY2(run.err.contains("changed") || run.err.contains("shorter"), run.err.constData());
    QVERIFY(m_bench->object("s/film.mov").isNull());
    VERIFY_CODE(m_bench->run(QStringList{"retry", "--repair", "1"} + m_bench->store()), 0);
    QCOMPARE(m_bench->object("s/film.mov"), m_bench->contentOf(file));
    QCOMPARE(m_bench->contentOf(file).size(), 6 * MiB);
}

void CliRepairTest::optionsExcludeEachOther()
{
    const CliRun run = m_bench->run(QStringList{"retry", "--repair", "--start-over", "1"} + m_bench->store());
    VERIFY_CODE(run, 2);
    QVERIFY2(run.err.contains("exclude each other"), run.err.constData());
}

QTEST_GUILESS_MAIN(CliRepairTest)
#include "tst_clirepair.moc"
