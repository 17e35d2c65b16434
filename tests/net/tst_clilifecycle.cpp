// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

using namespace partway;

// Clean-up rules that would take uploads of this computer's own list.
class CliLifecycleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void warnsOfOurs();
    void harmlessOnes();
    void oursByAnotherAccount();
    void endedOnesAreNotMeant();

private:
    CliRun lifecycle(const QStringList& arguments)
    {
        return m_bench->run(QStringList{"lifecycle"} + arguments + m_bench->store());
    }
    QString rules() const; // as the store has them; empty: none
    void leaveHalf();      // an upload of ours
    void makeItOlder(int days);

    std::unique_ptr<CliBench> m_bench;
};

void CliLifecycleTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start({"--min-part", "1k"}), qPrintable(m_bench->problem()));
}

QString CliLifecycleTest::rules() const
{
    const RawReply reply = m_bench->ask("GET", "/sandbox", {{"lifecycle", ""}});
    return reply.status == 200 ? QString::fromUtf8(reply.body) : QString();
}

void CliLifecycleTest::leaveHalf()
{
    QVERIFY(m_bench->sandbox().setFaults("UploadPart nth=2 : delay=60s"));
    const QString file = m_bench->makeFile("day1.mov", 20 * MiB);
    const auto process =
        m_bench->launch(m_bench->uploadTo("raw/") + QStringList{"--part-size", "5MiB", file});
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sandbox().requests("UploadPart") >= 2, 60'000);
    process->kill();
    process->waitForFinished();
    QVERIFY(m_bench->sandbox().setFaults(""));
}

void CliLifecycleTest::makeItOlder(int days)
{
    {
        QSqlDatabase journal = QSqlDatabase::addDatabase("QSQLITE", "older");
        journal.setDatabaseName(m_bench->stateFolder() + "/journal.sqlite");
        QVERIFY(journal.open());
        QSqlQuery query(journal);
        QVERIFY(
            query.exec(QStringLiteral("UPDATE transfer SET added = added - %1").arg(days * 86'400'000ll)));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase("older");
}

void CliLifecycleTest::warnsOfOurs()
{
    leaveHalf();
    makeItOlder(10);
    const QStringList set{"set", "--days", "7", "s3://sandbox"};
    const CliRun refused = lifecycle(set + QStringList{"--json"});
    VERIFY_CODE(refused, 1);
    QVERIFY2(refused.err.contains("would be deleted any moment"), refused.err.constData());
    QVERIFY2(refused.err.contains("raw/day1.mov") && refused.err.contains("--force"),
             refused.err.constData());
    QCOMPARE(refused.events("own-upload").value(0).value("key").toString(), "raw/day1.mov");
    QCOMPARE(refused.events("failed").value(0).value("reason").toString(), "own-uploads");
    QVERIFY(rules().isEmpty());
    const CliRun dry = lifecycle(set + QStringList{"--dry-run"});
    VERIFY_CODE(dry, 0);
    QVERIFY2(dry.err.contains("would be deleted any moment"), dry.err.constData());
    QVERIFY(rules().isEmpty());
    VERIFY_CODE(lifecycle({"set", "--days", "7", "--prefix", "other/", "s3://sandbox"}), 0);
    QVERIFY(rules().contains("other/"));
    VERIFY_CODE(lifecycle(set + QStringList{"--force"}), 0);
    QVERIFY(rules().contains("<DaysAfterInitiation>7<") && !rules().contains("other/"));
}

void CliLifecycleTest::harmlessOnes()
{
    leaveHalf();
    const CliRun run = lifecycle({"set", "--days", "7", "s3://sandbox"});
    VERIFY_CODE(run, 0); // there is time: it is told, and done
    QVERIFY2(run.err.contains("raw/day1.mov") && run.err.contains("would be deleted in"),
             run.err.constData());
    QVERIFY(rules().contains("<DaysAfterInitiation>7<"));
}

// Whoever asks with the same store's other name of an account is told as well, and does not abort it by
// chance.
void CliLifecycleTest::oursByAnotherAccount()
{
    leaveHalf();
    makeItOlder(10);
    const QStringList state{"--state-dir", m_bench->stateFolder()};
    VERIFY_CODE(m_bench->run(QStringList{"account", "add", "Other", "--provider", "sandbox", "--endpoint",
                                         m_bench->sandbox().endpoint(), "--region",
                                         m_bench->sandbox().value("REGION"), "--keys", "environment"} +
                             state),
                0);
    const QStringList other = QStringList{"--account", "Other"} + state;
    const CliRun set = m_bench->run(QStringList{"lifecycle", "set", "s3://sandbox"} + other);
    VERIFY_CODE(set, 1);
    QVERIFY2(set.err.contains("raw/day1.mov"), set.err.constData());
    const CliRun abort =
        m_bench->run(QStringList{"incomplete", "abort", "--older-than", "0s", "s3://sandbox"} + other);
    VERIFY_CODE(abort, 1);
    QVERIFY2(abort.err.contains("this computer's own list"), abort.err.constData());
    const CliRun list = m_bench->run(QStringList{"incomplete", "list", "--json", "s3://sandbox"} + other);
    QCOMPARE(list.events("incomplete").value(0).value("own").toObject().value("id").toInt(), 1);
}

void CliLifecycleTest::endedOnesAreNotMeant()
{
    leaveHalf();
    makeItOlder(10);
    VERIFY_CODE(m_bench->run(QStringList{"resume"} + m_bench->store()), 0);
    const CliRun run = lifecycle({"set", "--days", "1", "s3://sandbox"});
    VERIFY_CODE(run, 0);
    QVERIFY2(!run.err.contains("day1.mov"), run.err.constData());
}

QTEST_GUILESS_MAIN(CliLifecycleTest)
#include "tst_clilifecycle.moc"
