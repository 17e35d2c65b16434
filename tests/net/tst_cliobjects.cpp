// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QUrl>
#include <QtTest>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace partway;

// Objects on the command line: versions, links, deleting with the right question; and aborts that Ctrl+C
// stops.
class CliObjectsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void versionsAreListed();
    void linkWorksWithoutKeys();
    void linkTrouble_data();
    void linkTrouble();
    void deletesWithYes();
    void nobodyToAsk();
    void asksOnTheTerminal_data();
    void asksOnTheTerminal();
    void hidesWhereVersionsAreKept();
    void deletesOneVersion();
    void severalOfWhichOneIsMissing();
    void badInput_data();
    void badInput();

private:
    CliRun cli(const QString& command, const QStringList& arguments)
    {
        return m_bench->run(command.split(' ') + m_bench->store() + arguments);
    }
    void put(const QString& key, const QByteArray& content);
    void keepVersions();
    QStringList versionsOf(const QString& key); // the newest first
    bool isThere(const QString& key) { return !m_bench->object(key).isNull(); }

    std::unique_ptr<CliBench> m_bench;
};

void CliObjectsTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start({"--min-part", "1k"}), qPrintable(m_bench->problem()));
}

void CliObjectsTest::put(const QString& key, const QByteArray& content)
{
    QCOMPARE(m_bench->ask("PUT", "/sandbox/" + key.toUtf8(), {}, content).status, 200);
}

void CliObjectsTest::keepVersions()
{
    const RawReply kept =
        m_bench->ask("PUT", "/sandbox", {{"versioning", ""}},
                     "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    QVERIFY2(kept.status == 200, kept.body.constData());
}

QStringList CliObjectsTest::versionsOf(const QString& key)
{
    QStringList ids;
    for (const QJsonObject& version :
         cli("ls", {"--json", "--versions", QStringLiteral("s3://sandbox/") + key}).events("version"))
        ids.append(version.value("versionId").toString());
    return ids;
}

void CliObjectsTest::versionsAreListed()
{
    keepVersions();
    put("v/a b+ü.txt", "one");
    put("v/a b+ü.txt", "second");
    QCOMPARE(m_bench->ask("DELETE", "/sandbox/v/a b+\xC3\xBC.txt").status, 204);
    put("v/b", "x");
    const CliRun run = cli("ls", {"--versions", "s3://sandbox/v/"});
    VERIFY_CODE(run, 0);
    QVERIFY2(run.out.contains("current: deleted"), run.out.constData());
    const CliRun json = cli("ls", {"--versions", "--json", "s3://sandbox/v/"});
    QVERIFY(json.isPureJson());
    const QList<QJsonObject> versions = json.events("version");
    QCOMPARE(versions.size(), 4);
    QCOMPARE(versions.at(0).value("key").toString(), QStringLiteral("v/a b+ü.txt"));
    QVERIFY(versions.at(0).value("deleteMarker").toBool() && versions.at(0).value("current").toBool());
    QCOMPARE(versions.at(1).value("size").toInteger(), 6);
    QVERIFY(!versions.at(1).value("versionId").toString().isEmpty());
    VERIFY_CODE(cli("ls", {"--versions", "s3://"}), 2);
}

void CliObjectsTest::linkWorksWithoutKeys()
{
    put("l/a b+ü.txt", "what is in it");
    const CliRun run = cli("presign", {"s3://sandbox/l/a b+ü.txt", "--expires", "15m"});
    VERIFY_CODE(run, 0);
    QVERIFY2(run.err.contains("Whoever has the link"), run.err.constData());
    const QUrl link = QUrl::fromEncoded(run.out.trimmed());
    QVERIFY2(link.query().contains("X-Amz-Expires=900"), run.out.constData());
    QVERIFY2(run.out.contains("X-Amz-Signature=") && !run.err.contains("X-Amz-Signature"),
             run.out.constData());

    RawClient anyone(m_bench->sandbox().endpoint(), {});
    const QByteArray target = link.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    const QByteArray host = link.authority().toLatin1();
    const RawReply reply = anyone.sendBytes("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n", {});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray("what is in it"));

    const CliRun json = cli("presign", {"s3://sandbox/l/a b+ü.txt", "--json"});
    QVERIFY(json.isPureJson());
    QVERIFY(json.events("link").value(0).value("url").toString().contains("X-Amz-Expires=3600"));
}

void CliObjectsTest::linkTrouble_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("no object") << QStringList{"s3://sandbox/none"} << 1;
    QTest::newRow("no bucket") << QStringList{"s3://missing-bucket/a"} << 1;
    QTest::newRow("a bucket") << QStringList{"s3://sandbox"} << 2;
    QTest::newRow("two") << QStringList{"s3://sandbox/a", "s3://sandbox/b"} << 2;
    QTest::newRow("too long") << QStringList{"s3://sandbox/a", "--expires", "8d"} << 2;
    QTest::newRow("no time") << QStringList{"s3://sandbox/a", "--expires", "soon"} << 2;
    QTest::newRow("at once") << QStringList{"s3://sandbox/a", "--expires", "0s"} << 2;
}

void CliObjectsTest::linkTrouble()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    const CliRun run = cli("presign", arguments);
    VERIFY_CODE(run, code);
    QVERIFY(run.out.isEmpty() && !run.err.trimmed().isEmpty());
}

// --- deleting -------------------------------------------------------------------------------------------

void CliObjectsTest::deletesWithYes()
{
    put("d/a b+ü.txt", "x");
    put("d/a b+ü.txt2", "x");
    const CliRun dry = cli("delete", {"--dry-run", "s3://sandbox/d/a b+ü.txt"});
    VERIFY_CODE(dry, 0);
    QVERIFY2(dry.out.contains("would delete") && dry.err.contains("keeps no versions"),
             dry.story().constData());
    QVERIFY(isThere("d/a b+ü.txt"));
    const CliRun run = cli("delete", {"--yes", "--json", "s3://sandbox/d/a b+ü.txt"});
    VERIFY_CODE(run, 0);
    QVERIFY(run.isPureJson());
    QCOMPARE(run.events("deleted").value(0).value("hidden").toBool(), false);
    QCOMPARE(run.events("summary").value(0).value("deleted").toInt(), 1);
    QVERIFY(!isThere("d/a b+ü.txt"));
    QVERIFY(isThere("d/a b+ü.txt2"));
    VERIFY_CODE(cli("delete", {"--yes", "s3://sandbox/d/a b+ü.txt"}),
                1); // a store says "deleted" of nothing, too
}

void CliObjectsTest::nobodyToAsk()
{
    put("d/a", "x");
    const CliRun run = cli("delete", {"s3://sandbox/d/a"});
    VERIFY_CODE(run, 2);
    QVERIFY2(run.err.contains("--yes"), run.err.constData());
    QVERIFY(isThere("d/a"));
}

void CliObjectsTest::asksOnTheTerminal_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("goes");
    QTest::newRow("yes") << QByteArray("y\n") << true;
    QTest::newRow("no") << QByteArray("n\n") << false;
    QTest::newRow("nothing") << QByteArray("\n") << false;
    QTest::newRow("the end") << QByteArray("\x04") << false;
}

void CliObjectsTest::asksOnTheTerminal()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, goes);
    put("d/a", "four");
    const int person = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(person >= 0 && ::grantpt(person) == 0 && ::unlockpt(person) == 0);
    const QByteArray terminal = ::ptsname(person);
    QProcess process;
    process.setProcessEnvironment(m_bench->environment());
    process.setChildProcessModifier(
        [terminal] { ::dup2(::open(terminal.constData(), O_RDWR | O_NOCTTY), 0); });
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.start(QStringLiteral(PARTWAY_CLI_PROGRAM),
                  QStringList{"delete"} + m_bench->store() + QStringList{"s3://sandbox/d/a"});
    QVERIFY(process.waitForStarted());
    QCOMPARE(::write(person, answer.constData(), size_t(answer.size())), answer.size());
    const CliRun run = m_bench->wait(process);
    ::close(person);
    VERIFY_CODE(run, goes ? 0 : 1);
    QVERIFY2(run.err.contains("Delete s3://sandbox/d/a (4 bytes) for good?") &&
                 run.err.contains("cannot be brought back"),
             run.err.constData());
    QCOMPARE(isThere("d/a"), !goes);
}

void CliObjectsTest::hidesWhereVersionsAreKept()
{
    keepVersions();
    put("h/a", "one");
    const CliRun run = cli("delete", {"--yes", "s3://sandbox/h/a"});
    VERIFY_CODE(run, 0);
    QVERIFY2(run.out.startsWith("hidden"), run.out.constData());
    QVERIFY(!isThere("h/a"));
    const QStringList versions = versionsOf("h/a");
    QCOMPARE(versions.size(), 2);

    const CliRun back =
        cli("delete", {"--yes", "--json", "--version-id", versions.first(), "s3://sandbox/h/a"});
    VERIFY_CODE(back, 0); // the marker goes: what it hid is shown again
    QVERIFY(isThere("h/a"));
    QVERIFY(!back.events("deleted").value(0).value("hidden").toBool());
}

void CliObjectsTest::deletesOneVersion()
{
    keepVersions();
    put("h/a", "one");
    put("h/a", "second");
    put("h/a longer name", "other");
    const QString older = versionsOf("h/a").value(1);
    VERIFY_CODE(cli("delete", {"--yes", "--version-id", "none-of-these", "s3://sandbox/h/a"}), 1);
    const QString other = versionsOf("h/a longer name").value(0);
    VERIFY_CODE(cli("delete", {"--yes", "--version-id", other, "s3://sandbox/h/a"}), 1); // another object's
    QCOMPARE(versionsOf("h/a").size(), 3);                                               // of both names
    VERIFY_CODE(cli("delete", {"--yes", "--version-id", older, "s3://sandbox/h/a"}), 0);
    QCOMPARE(versionsOf("h/a").size(), 2);
    QCOMPARE(m_bench->object("h/a"), QByteArray("second"));
}

void CliObjectsTest::severalOfWhichOneIsMissing()
{
    put("s/a", "x");
    put("s/b", "x");
    const CliRun run =
        cli("delete", {"--yes", "--json", "s3://sandbox/s/a", "s3://sandbox/s/none", "s3://sandbox/s/b"});
    VERIFY_CODE(run, 1);
    QCOMPARE(run.events("deleted").size(), 2);
    QCOMPARE(run.events("failed").size(), 1);
    QVERIFY(!isThere("s/a") && !isThere("s/b"));
}

void CliObjectsTest::badInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{"--yes"};
    QTest::newRow("a bucket") << QStringList{"--yes", "s3://sandbox"};
    QTest::newRow("a file") << QStringList{"--yes", "/etc/hosts"};
    QTest::newRow("a version of two")
        << QStringList{"--yes", "--version-id", "1", "s3://sandbox/a", "s3://sandbox/b"};
    QTest::newRow("a version without id") << QStringList{"--yes", "--version-id", "", "s3://sandbox/a"};
}

void CliObjectsTest::badInput()
{
    QFETCH(const QStringList, arguments);
    put("a", "x");
    const CliRun run = cli("delete", arguments);
    VERIFY_CODE(run, 2);
    QVERIFY(run.out.isEmpty() && !run.err.trimmed().isEmpty());
    QVERIFY(isThere("a"));
}

QTEST_GUILESS_MAIN(CliObjectsTest)
#include "tst_cliobjects.moc"
