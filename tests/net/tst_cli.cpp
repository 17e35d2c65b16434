// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QDir>
#include <QtTest>

using namespace partway;

// partway-cli as a whole, against a real sandbox over loopback.
class CliTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void helpAndVersion();
    void uploadsAndProves_data();
    void uploadsAndProves();
    void folderKeepsItsStructure();
    void optionsReachTheStore();
    void ifExists_data();
    void ifExists();
    void jsonIsPure();
    void quietIsQuiet();
    void dryRunSendsNothing();
    void sameFileGoesOn();
    void accountFromTheEnvironment();
    void accountNeedsItsKeychain();

private:
    std::unique_ptr<CliBench> m_bench;
};

void CliTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start(), qPrintable(m_bench->problem()));
}

void CliTest::helpAndVersion()
{
    CliRun run = m_bench->run({"--version"});
    VERIFY_CODE(run, 0);
    QCOMPARE(run.out, QByteArray("partway-cli " PARTWAY_VERSION "\n"));
    run = m_bench->run({"--help"});
    VERIFY_CODE(run, 0);
    for (const char* command : {"upload", "resume", "status", "pause", "abort", "retry", "forget",
                                "incomplete list", "incomplete abort", "account add"}) {
        QVERIFY2(run.out.contains(command), command);
        const CliRun help = m_bench->run(QString::fromLatin1(command).split(' ') + QStringList{"--help"});
        VERIFY_CODE(help, 0);
        QVERIFY(help.out.startsWith(QByteArray("Usage: partway-cli ") + command));
        QVERIFY(help.out.contains("--state-dir"));
    }
}

void CliTest::uploadsAndProves_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("parts");
    QTest::newRow("empty") << qint64(0) << 1;
    QTest::newRow("one byte") << qint64(1) << 1;
    QTest::newRow("whole") << qint64(3 * MiB) << 1;
    QTest::newRow("in parts") << qint64(21 * MiB + 7) << 5;
}

void CliTest::uploadsAndProves()
{
    QFETCH(qint64, size);
    QFETCH(int, parts);
    const QString file = m_bench->makeFile("a file ü.bin", size);
    const CliRun run = m_bench->run(m_bench->uploadTo("raw") + QStringList{"--part-size", "5MiB", file});
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->object("raw/a file ü.bin"), m_bench->contentOf(file));
    QVERIFY(run.out.contains("ETag "));
    QVERIFY(run.out.contains("proven: "));
    QVERIFY(run.out.contains(m_bench->stateFolder().toUtf8() + "/receipts/1-"));
    QCOMPARE(m_bench->sandbox().requests("UploadPart"), parts == 1 ? 0 : parts);

    const CliRun status = m_bench->run(QStringList{"status", "--json"} + m_bench->store());
    VERIFY_CODE(status, 0);
    const QList<QJsonObject> rows = status.events("transfer");
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().value("phase").toString(), QStringLiteral("finished"));
    QCOMPARE(rows.first().value("parts").toInt(), parts);
    QVERIFY(QFile::exists(m_bench->stateFolder() + "/receipts/1-a_file_.bin.json"));
}

void CliTest::folderKeepsItsStructure()
{
    QStringList names{"tree/one.bin", "tree/deep/er/two.bin", "tree/deep/three.bin"};
    for (const QString& name : names)
        m_bench->makeFile(name, 1000);
    const CliRun run = m_bench->run(m_bench->uploadTo("") + QStringList{m_bench->path("tree")});
    VERIFY_CODE(run, 0);
    for (const QString& name : names)
        QCOMPARE(m_bench->object(name), m_bench->contentOf(m_bench->path(name)));
}

void CliTest::optionsReachTheStore()
{
    const QString file = m_bench->makeFile("clip.bin", 6 * MiB);
    const CliRun run = m_bench->run(
        m_bench->uploadTo("to") +
        QStringList{"--name", "named.mov", "--content-type", "video/quicktime", "--metadata", "Camera=A 1",
                    "--tag", "shoot=day 1", "--storage-class", "STANDARD_IA", "--checksum", "crc32c", file});
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->object("to/named.mov"), m_bench->contentOf(file));
    const QByteArray about =
        m_bench->contentOf(m_bench->objectFile("to/named.mov").replace("/objects/", "/about/") + ".json");
    for (const char* wanted : {"video/quicktime", "A 1", "STANDARD_IA", "day%201", "partway-upload"})
        QVERIFY2(about.contains(wanted), (wanted + QByteArray(" is not in ") + about).constData());
}

void CliTest::ifExists_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("replaced");
    QTest::addColumn<int>("objects");
    QTest::newRow("replace") << "replace" << 0 << true << 1;
    QTest::newRow("skip") << "skip" << 0 << false << 1;
    QTest::newRow("fail") << "fail" << 1 << false << 1;
    QTest::newRow("rename") << "rename" << 0 << false << 2;
}

void CliTest::ifExists()
{
    QFETCH(QString, policy);
    QFETCH(int, code);
    QFETCH(bool, replaced);
    QFETCH(int, objects);
    const QString before = m_bench->makeFile("old/a.bin", 500);
    const QString after = m_bench->makeFile("new/a.bin", 600);
    VERIFY_CODE(m_bench->run(m_bench->uploadTo("x") + QStringList{before}), 0);
    const CliRun run = m_bench->run(m_bench->uploadTo("x") + QStringList{"--if-exists", policy, after});
    VERIFY_CODE(run, code);
    QCOMPARE(m_bench->object("x/a.bin"), m_bench->contentOf(replaced ? after : before));
    QCOMPARE(QDir(m_bench->objectFile("x/a.bin").section('/', 0, -2)).entryList(QDir::Files).size(), objects);
}

void CliTest::jsonIsPure()
{
    const QString file = m_bench->makeFile("big.bin", 12 * MiB);
    const CliRun run =
        m_bench->run(m_bench->uploadTo("j") + QStringList{"--json", "--part-size", "5MiB", "--limit-rate",
                                                          "8MiB", file, m_bench->path("missing")});
    VERIFY_CODE(run, 1);
    QVERIFY2(run.isPureJson(), run.out.constData());
    QCOMPARE(run.events("queued").size(), 1);
    QVERIFY(!run.events("phase").isEmpty());
    QVERIFY(!run.events("part").isEmpty());
    QVERIFY(!run.events("progress").isEmpty());
    QCOMPARE(run.events("failed").size(), 1);
    const QJsonObject error = run.events("failed").first().value("error").toObject();
    QCOMPARE(error.value("code").toString(), QStringLiteral("file-missing"));
    QCOMPARE(error.value("kind").toString(), QStringLiteral("local-file"));
    QCOMPARE(run.events("finished").size(), 1);
    const QJsonObject finished = run.events("finished").first();
    QCOMPARE(finished.value("key").toString(), QStringLiteral("j/big.bin"));
    QVERIFY(finished.value("etag").toString().endsWith(QLatin1String("-3")));
    QVERIFY(QFile::exists(finished.value("receipt").toString()));
    QVERIFY(!finished.value("proof").toArray().isEmpty());
    const QJsonObject summary = run.events().last();
    QCOMPARE(summary.value("event").toString(), QStringLiteral("summary"));
    QCOMPARE(summary.value("exitCode").toInt(), 1);
    QCOMPARE(summary.value("finished").toInt(), 1);
    QCOMPARE(summary.value("failed").toInt(), 1);
    qint64 stored = 0;
    for (const QJsonObject& part : run.events("part")) {
        QVERIFY(part.value("storedBytes").toInteger() > stored);
        stored = part.value("storedBytes").toInteger();
    }
    QCOMPARE(stored, 12 * MiB);
}

void CliTest::quietIsQuiet()
{
    const CliRun run =
        m_bench->run(m_bench->uploadTo("q") + QStringList{"--quiet", m_bench->makeFile("a", 10)});
    VERIFY_CODE(run, 0);
    QCOMPARE(run.all(), QByteArray());
    const CliRun bad =
        m_bench->run(m_bench->uploadTo("q") + QStringList{"--quiet", m_bench->path("missing")});
    VERIFY_CODE(bad, 1);
    QVERIFY(bad.out.isEmpty());
    QCOMPARE(bad.err.count('\n'), 1);
}

void CliTest::dryRunSendsNothing()
{
    const QString big = m_bench->makeFile("plan/big.bin", 21 * MiB);
    m_bench->makeFile("plan/small.bin", 10);
    const QStringList arguments =
        m_bench->uploadTo("p") + QStringList{"--dry-run", "--part-size", "5MiB", m_bench->path("plan")};
    const CliRun run = m_bench->run(arguments);
    VERIFY_CODE(run, 0);
    QVERIFY(run.out.contains("p/plan/big.bin"));
    QVERIFY(run.out.contains("5 parts"));
    const CliRun json = m_bench->run(arguments + QStringList{"--json"});
    VERIFY_CODE(json, 0);
    QVERIFY(json.isPureJson());
    const QJsonObject summary = json.events("summary").first();
    QCOMPARE(summary.value("files").toInt(), 2);
    QCOMPARE(summary.value("parts").toInt(), 6);
    QCOMPARE(summary.value("requests").toInt(), 1 + 7);
    QCOMPARE(summary.value("bytes").toInteger(), 21 * MiB + 10);
    QVERIFY(m_bench->object("p/plan/big.bin").isNull());
    QVERIFY(!QFile::exists(m_bench->stateFolder()));
    QVERIFY(m_bench->sandbox().counters().value("requests").toObject().isEmpty());
}

// The same command again after a pause: the transfer that was there goes on.
void CliTest::sameFileGoesOn()
{
    const QString file = m_bench->makeFile("again.bin", 20 * MiB);
    const QStringList arguments = m_bench->uploadTo("s") + QStringList{"--part-size", "5MiB", file};
    const auto process = m_bench->launch(arguments + QStringList{"--limit-rate", "8MiB"});
    QVERIFY(m_bench->waitForParts(8 * MiB, "s/again.bin"));
    interruptProcess(*process);
    VERIFY_CODE(m_bench->wait(*process), 3);
    const CliRun again = m_bench->run(arguments);
    VERIFY_CODE(again, 0);
    QCOMPARE(m_bench->object("s/again.bin"), m_bench->contentOf(file));
    QCOMPARE(m_bench->sandbox().requests("CreateMultipartUpload"), 1);
}

void CliTest::accountFromTheEnvironment()
{
    const QStringList state{"--state-dir", m_bench->stateFolder()};
    CliRun run = m_bench->run(QStringList{"account", "add", "Box", "--keys", "environment", "--endpoint",
                                          m_bench->sandbox().endpoint(), "--to", "s3://sandbox/usual"} +
                              state);
    VERIFY_CODE(run, 0);
    const QString file = m_bench->makeFile("a.bin", 100);
    VERIFY_CODE(m_bench->run(QStringList{"upload", "--account", "box", file} + state), 0);
    VERIFY_CODE(m_bench->run(QStringList{"upload", file} + state), 0); // the only one there is
    QCOMPARE(m_bench->object("usual/a.bin"), m_bench->contentOf(file));

    run = m_bench->run(QStringList{"account", "list", "--json"} + state);
    VERIFY_CODE(run, 0);
    QCOMPARE(run.events("account").size(), 1);
    QCOMPARE(run.events("account").first().value("keys").toString(), QStringLiteral("environment"));
    VERIFY_CODE(
        m_bench->run(QStringList{"account", "add", "BOX", "--keys", "environment", "--endpoint", "http://x"} +
                     state),
        2);
    VERIFY_CODE(m_bench->run(QStringList{"account", "remove", "Box"} + state), 0);
    VERIFY_CODE(m_bench->run(QStringList{"upload", "--account", "Box", file} + state), 2);
}

// Where there is no keychain the secret is kept nowhere, least of all in a file.
void CliTest::accountNeedsItsKeychain()
{
    QProcessEnvironment environment = m_bench->environment();
    environment.insert("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    const CliRun run =
        m_bench->run({"account", "add", "Box", "--endpoint", "http://127.0.0.1:1", "--access-key-id", "AKID",
                      "--secret-stdin", "--state-dir", m_bench->stateFolder()},
                     environment, "very-hidden-secret\n");
    VERIFY_CODE(run, 4);
    QVERIFY(run.err.contains("keychain"));
    QVERIFY(!run.all().contains("very-hidden-secret"));
    const QDir state(m_bench->stateFolder());
    for (const QString& name : state.entryList(QDir::Files))
        QVERIFY(!m_bench->contentOf(state.filePath(name)).contains("very-hidden-secret"));
    QVERIFY(!m_bench->contentOf(m_bench->stateFolder() + "/accounts.json").contains("Box"));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
