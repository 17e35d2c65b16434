// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QtTest>

using namespace partway;

// `incomplete list` of several buckets: what is known of one is printed while another is still asked for.
class CliIncompleteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void linesComeByBucket();
    void rowsComeByBucket_data();
    void rowsComeByBucket();
    void inTheStoresOrder();

private:
    QStringList listing(const QStringList& more) const
    {
        return QStringList{"incomplete", "list", "s3://"} + m_bench->store() + more;
    }
    void begin(const QByteArray& bucket, const QByteArray& key);
    std::unique_ptr<QProcess> listWhile(const QByteArray& hanging, const QStringList& more,
                                        const QByteArray& printed);

    std::unique_ptr<CliBench> m_bench;
};

void CliIncompleteTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start({"--min-part", "1k", "--bucket", "alpha"}), qPrintable(m_bench->problem()));
    QCOMPARE(m_bench->ask("PUT", "/zeta").status, 200);
    begin("alpha", "b");
    begin("alpha", "a");
    begin("zeta", "slow");
}

void CliIncompleteTest::begin(const QByteArray& bucket, const QByteArray& key)
{
    QCOMPARE(m_bench->ask("POST", '/' + bucket + '/' + key, {{"uploads", ""}}).status, 200);
}

// Lists while the parts of one upload are not told, until so much was printed; then it is ended.
std::unique_ptr<QProcess> CliIncompleteTest::listWhile(const QByteArray& hanging, const QStringList& more,
                                                       const QByteArray& printed)
{
    if (!m_bench->sandbox().setFaults("ListParts key=" + hanging + " : delay=60s"))
        qWarning("no faults");
    auto process = m_bench->launch(listing(more));
    QElapsedTimer timer;
    timer.start();
    QByteArray out;
    while (!out.contains(printed) && process->state() == QProcess::Running && timer.elapsed() < 30'000) {
        process->waitForReadyRead(20);
        out += process->readAllStandardOutput();
    }
    process->setProperty("out", out);
    process->setProperty("ran", process->state() == QProcess::Running);
    process->kill();
    process->waitForFinished();
    return process;
}

void CliIncompleteTest::linesComeByBucket()
{
    const auto process = listWhile("slow", {"--json"}, "\"event\":\"bucket\"");
    QVERIFY(process->property("ran").toBool());
    CliRun run;
    run.out = process->property("out").toByteArray();
    QVERIFY(run.isPureJson());
    const QList<QJsonObject> uploads = run.events("incomplete");
    QCOMPARE(uploads.size(), 2);
    QCOMPARE(uploads[0].value("key").toString(), QStringLiteral("a"));
    QCOMPARE(uploads[1].value("key").toString(), QStringLiteral("b"));
    QCOMPARE(run.events("bucket").value(0).value("bucket").toString(), QStringLiteral("alpha"));
    QVERIFY(run.events("summary").isEmpty());
}

void CliIncompleteTest::rowsComeByBucket_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("table") << QStringList();
    QTest::newRow("csv") << QStringList{"--csv"};
}

void CliIncompleteTest::rowsComeByBucket()
{
    QFETCH(QStringList, more);
    const auto process = listWhile("slow", more, more.isEmpty() ? "s3://alpha/b" : ",b,");
    const QByteArray out = process->property("out").toByteArray();
    QVERIFY2(process->property("ran").toBool() && !out.contains("slow"), out.constData());

    QVERIFY(m_bench->sandbox().setFaults({}));
    const CliRun whole = m_bench->run(listing(more));
    VERIFY_CODE(whole, 0);
    QVERIFY2(whole.out.contains("slow"), whole.out.constData());
    QCOMPARE(whole.out.count(more.isEmpty() ? "Started" : "bucket,"), more.isEmpty() ? 2 : 1); // heads
    QVERIFY2(whole.err.contains("3 incomplete"), whole.err.constData());
}

// One that is known first waits for those before it, so that two runs print the same.
void CliIncompleteTest::inTheStoresOrder()
{
    QVERIFY(m_bench->sandbox().setFaults("ListParts key=a : delay=300ms"));
    const CliRun run = m_bench->run(listing({"--json"}));
    VERIFY_CODE(run, 0);
    QStringList told;
    for (const QJsonObject& event : run.events())
        told.append(event.value("event").toString() + ' ' + event.value("bucket").toString() +
                    event.value("key").toString());
    QCOMPARE(told, (QStringList{"incomplete alphaa", "incomplete alphab", "bucket alpha",
                                "incomplete zetaslow", "bucket zeta", "summary "}));
}

QTEST_GUILESS_MAIN(CliIncompleteTest)
#include "tst_cliincomplete.moc"
