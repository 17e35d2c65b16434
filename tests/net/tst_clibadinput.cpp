// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QFileInfo>
#include <QtTest>

using namespace partway;

// What people get wrong: the exit code that says it, a clear sentence, no secret, no crash.
class CliBadInputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wrongUse_data();
    void wrongUse();
    void wrongStore_data();
    void wrongStore();
    void unreachable_data();
    void unreachable();
    void webPage();
    void unknownCertificate();
    void namedCertificate();
    void files_data();
    void files();
    void keysThatCannotBeSent_data();
    void keysThatCannotBeSent();
    void stateFolderIsAFile();
    void corruptJournal();
    void corruptAccounts();

private:
    QStringList upload(const QString& state) const; // with a state folder of its own

    CliBench m_bench;
    QString m_file;
};

namespace {

// Root may read files of any mode, but not what the kernel takes only for writing.
QString unreadableFile(const QString& closed)
{
    QFile file(closed);
    if (file.open(QIODevice::WriteOnly))
        file.write("closed");
    file.close();
    file.setPermissions({});
    for (const QString& path : {closed, QStringLiteral("/proc/sys/vm/compact_memory")}) {
        if (QFile::exists(path) && !QFile(path).open(QIODevice::ReadOnly))
            return path;
    }
    return {};
}

} // namespace

#define VERIFY_SAYS(run, wanted, words)                                                                      \
    do {                                                                                                     \
        const CliRun verified = (run);                                                                       \
        QVERIFY2(verified.trouble.isEmpty(), qPrintable(verified.trouble));                                  \
        QVERIFY2(verified.code == (wanted), verified.story().constData());                                   \
        QVERIFY2(verified.err.toLower().contains(QByteArray(words).toLower()),                               \
                 verified.story().constData());                                                              \
    } while (false)

void CliBadInputTest::initTestCase()
{
    QVERIFY2(m_bench.start({"--tls"}), qPrintable(m_bench.problem()));
    m_file = m_bench.makeFile("good.bin", 1000);
}

QStringList CliBadInputTest::upload(const QString& state) const
{
    return {"upload",
            "--endpoint",
            const_cast<CliBench&>(m_bench).sandbox().endpoint(),
            "--state-dir",
            m_bench.path("state-" + state),
            "--to",
            "s3://sandbox/bad"};
}

void CliBadInputTest::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing") << QStringList() << QByteArray("--help");
    QTest::newRow("unknown command") << QStringList{"dance"} << QByteArray("dance");
    QTest::newRow("half a command") << QStringList{"incomplete"} << QByteArray("list, abort");
    QTest::newRow("unknown half") << QStringList{"account", "dance"} << QByteArray("list, add, show, rename");
    QTest::newRow("option first") << QStringList{"--json", "status"} << QByteArray("--json");
    QTest::newRow("unknown option") << QStringList{"status", "--sideways"} << QByteArray("sideways");
    QTest::newRow("missing value") << QStringList{"upload", "x", "--to"} << QByteArray("to");
    QTest::newRow("standard input without a name")
        << QStringList{"upload", "-", "--to", "s3://sandbox"} << QByteArray("--name");
    QTest::newRow("standard input and a file")
        << QStringList{"upload", "-", "x", "--name", "a", "--to", "s3://sandbox"} << QByteArray("alone");
    QTest::newRow("standard input that is followed")
        << QStringList{"upload", "-", "--follow", "--name", "a", "--to", "s3://sandbox"}
        << QByteArray("--follow");
    QTest::newRow("idle for nothing")
        << QStringList{"upload", "x", "--follow-idle", "0", "--to", "s3://sandbox"}
        << QByteArray("--follow-idle");
    QTest::newRow("expected size of an ordinary file")
        << QStringList{"upload", "x", "--expected-size", "1GiB", "--to", "s3://sandbox"}
        << QByteArray("--expected-size");
    QTest::newRow("no account") << QStringList{"upload",       "x",           "--to",
                                               "s3://sandbox", "--state-dir", "/nonexistent"}
                                << QByteArray("--account");
    QTest::newRow("no ids") << QStringList{"pause"} << QByteArray("number");
    QTest::newRow("an id in every bucket")
        << QStringList{"incomplete", "abort", "s3://", "--upload-id", "x"} << QByteArray("s3://");
    QTest::newRow("size") << QStringList{"incomplete", "list", "s3://b", "--larger-than", "big"}
                          << QByteArray("--larger-than");
    QTest::newRow("two formats") << QStringList{"incomplete", "list", "s3://b", "--csv", "--json"}
                                 << QByteArray("--csv");
    QTest::newRow("a rule for a folder")
        << QStringList{"lifecycle", "set", "s3://b/raw/"} << QByteArray("--prefix");
    QTest::newRow("no days") << QStringList{"lifecycle", "set", "s3://b", "--days", "0"}
                             << QByteArray("--days");
    QTest::newRow("abort of what") << QStringList{"incomplete", "abort", "s3://b"}
                                   << QByteArray("--upload-id");
    QTest::newRow("age") << QStringList{"incomplete", "abort", "s3://b", "--older-than", "old"}
                         << QByteArray("--older-than");
    QTest::newRow("account without endpoint")
        << QStringList{"account", "add", "x"} << QByteArray("--endpoint");
    const QStringList account{"account", "add", "x", "--endpoint", "http://127.0.0.1:1"};
    QTest::newRow("proxy") << account + QStringList{"--proxy", "ftp://proxy.test"} << QByteArray("proxy");
    QTest::newRow("password in a proxy's address")
        << account + QStringList{"--proxy", "http://ann:secret@proxy.test"} << QByteArray("proxy");
    QTest::newRow("no time to connect")
        << account + QStringList{"--connect-timeout", "0"} << QByteArray("--connect-timeout");
}

void CliBadInputTest::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const CliRun run = m_bench.run(arguments);
    VERIFY_SAYS(run, 2, words);
    QVERIFY(run.out.isEmpty());
}

void CliBadInputTest::wrongStore_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    const qint64 small = 1000;
    const qint64 large = 20 * MiB;
    const QByteArray good; // the sandbox's
    QTest::newRow("wrong key") << QByteArray("AKNOBODY") << good << "sandbox" << small << 4
                               << QByteArray("access key");
    QTest::newRow("wrong key, parts")
        << QByteArray("AKNOBODY") << good << "sandbox" << large << 4 << QByteArray("access key");
    QTest::newRow("wrong secret") << good << QByteArray("not-the-secret-0123456789") << "sandbox" << small
                                  << 4 << QByteArray("secret key");
    QTest::newRow("wrong secret, parts") << good << QByteArray("not-the-secret-0123456789") << "sandbox"
                                         << large << 4 << QByteArray("secret key");
    QTest::newRow("no bucket") << good << good << "nobody-made-this" << small << 1 << QByteArray("bucket");
    QTest::newRow("no bucket, parts")
        << good << good << "nobody-made-this" << large << 1 << QByteArray("bucket");
}

void CliBadInputTest::wrongStore()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, secret);
    QFETCH(QString, bucket);
    QFETCH(qint64, size);
    QFETCH(int, code);
    QFETCH(QByteArray, words);
    QProcessEnvironment environment = m_bench.environment();
    if (!key.isEmpty())
        environment.insert("AWS_ACCESS_KEY_ID", QString::fromUtf8(key));
    if (!secret.isEmpty())
        environment.insert("AWS_SECRET_ACCESS_KEY", QString::fromUtf8(secret));
    const QString tag = QString::fromUtf8(QTest::currentDataTag()).replace(' ', '-');
    const QString file = m_bench.makeFile(QString::number(size) + ".bin", size);
    const CliRun run = m_bench.run({"upload", "--endpoint", m_bench.sandbox().endpoint(), "--state-dir",
                                    m_bench.path("state-" + tag), "--to", "s3://" + bucket, file},
                                   environment);
    VERIFY_SAYS(run, code, words);
    QVERIFY(secret.isEmpty() || !run.all().contains(secret));
    const CliRun list =
        m_bench.run({"incomplete", "list", "s3://" + bucket, "--endpoint", m_bench.sandbox().endpoint(),
                     "--state-dir", m_bench.path("state-" + tag)},
                    environment);
    VERIFY_SAYS(list, code, words);
}

void CliBadInputTest::unreachable_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("no host") << "http://no-such-host.invalid" << QByteArray("no-such-host.invalid");
    QTest::newRow("nobody listens") << "http://127.0.0.1:1" << QByteArray("refuses");
}

// Nothing fails for that: it is paused, and resumable once the store is there.
void CliBadInputTest::unreachable()
{
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, words);
    const QString state =
        m_bench.path("state-" + QString::fromUtf8(QTest::currentDataTag()).replace(' ', '-'));
    const CliRun run =
        m_bench.run({"upload", "--endpoint", endpoint, "--state-dir", state, "--to", "s3://sandbox", m_file});
    VERIFY_SAYS(run, 3, words);
    QVERIFY(run.err.contains("partway-cli resume"));
}

void CliBadInputTest::webPage()
{
    QVERIFY(m_bench.sandbox().setFaults("* : html"));
    const CliRun run = m_bench.run(upload("html") + QStringList{m_file});
    const CliRun list =
        m_bench.run({"incomplete", "list", "s3://sandbox", "--endpoint", m_bench.sandbox().endpoint(),
                     "--state-dir", m_bench.path("state-html")});
    QVERIFY(m_bench.sandbox().setFaults(""));
    VERIFY_SAYS(run, 1, "S3 store");
    VERIFY_SAYS(list, 1, "S3 store");
}

void CliBadInputTest::unknownCertificate()
{
    const CliRun run = m_bench.run({"upload", "--endpoint", m_bench.sandbox().tlsEndpoint(), "--state-dir",
                                    m_bench.path("state-tls"), "--to", "s3://sandbox", m_file});
    VERIFY_SAYS(run, 1, "certificate");
    QVERIFY(m_bench.object("good.bin").isNull());
}

void CliBadInputTest::namedCertificate()
{
    const QStringList arguments{"upload",
                                "--endpoint",
                                m_bench.sandbox().tlsEndpoint(),
                                "--state-dir",
                                m_bench.path("state-ca"),
                                "--to",
                                "s3://sandbox/tls",
                                m_file};
    const CliRun good = m_bench.run(arguments + QStringList{"--ca-file", m_bench.sandbox().caFile()});
    VERIFY_SAYS(good, 0, "");
    QCOMPARE(m_bench.object("tls/good.bin"), m_bench.contentOf(m_file));
    const CliRun missing = m_bench.run(arguments + QStringList{"--ca-file", m_bench.path("none.pem")});
    VERIFY_SAYS(missing, 1, "none.pem");
}

void CliBadInputTest::files_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("missing") << m_bench.path("gone.bin") << QByteArray("does not exist");
    QTest::newRow("device") << "/dev/null" << QByteArray("not an ordinary file");
    QTest::newRow("unreadable") << unreadableFile(m_bench.path("closed.bin")) << QByteArray("cannot be read");
}

void CliBadInputTest::files()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, words);
    if (path.isEmpty())
        QSKIP("every file can be read here");
    const QString tag = QString::fromUtf8(QTest::currentDataTag());
    const CliRun run = m_bench.run(upload("file-" + tag) + QStringList{path, m_file});
    VERIFY_SAYS(run, 1, words);
    QCOMPARE(m_bench.object("bad/good.bin"), m_bench.contentOf(m_file)); // the rest went on
}

void CliBadInputTest::keysThatCannotBeSent_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("two dots in the prefix")
        << QStringList{"--to", "s3://sandbox/a/../b"} << QByteArray("name");
    QTest::newRow("two dots as a name") << QStringList{"--name", "../x"} << QByteArray("name");
    QTest::newRow("one dot") << QStringList{"--name", "a/./b"} << QByteArray("name");
    QTest::newRow("too long") << QStringList{"--name", QString(1100, 'k')} << QByteArray("too long");
}

void CliBadInputTest::keysThatCannotBeSent()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, words);
    const CliRun run = m_bench.run(upload("key") + options + QStringList{m_file});
    VERIFY_SAYS(run, 1, words);
}

void CliBadInputTest::stateFolderIsAFile()
{
    const QString state = m_bench.makeFile("state-file", 10);
    for (const QStringList& command :
         {QStringList{"upload", "--to", "s3://sandbox", m_file}, QStringList{"status"}}) {
        const CliRun run = m_bench.run(
            command + QStringList{"--endpoint", m_bench.sandbox().endpoint(), "--state-dir", state});
        VERIFY_SAYS(run, 1, "state-file");
    }
    QCOMPARE(QFileInfo(state).size(), 10);
}

void CliBadInputTest::corruptJournal()
{
    VERIFY_SAYS(m_bench.run(upload("journal") + QStringList{m_file}), 0, "");
    const QString journal = m_bench.path("state-journal/journal.sqlite");
    for (const char* beside : {"-wal", "-shm"})
        QFile::remove(journal + QLatin1String(beside));
    m_bench.makeFile("state-journal/journal.sqlite", 20'000);
    const QByteArray damaged = m_bench.contentOf(journal);
    const CliRun run = m_bench.run(upload("journal") + QStringList{m_file});
    VERIFY_SAYS(run, 1, "damaged");
    const QStringList aside =
        QDir(m_bench.path("state-journal")).entryList({"journal.sqlite.bad-*"}, QDir::Files);
    QCOMPARE(aside.size(), 1);
    QCOMPARE(m_bench.contentOf(m_bench.path("state-journal/") + aside.first()), damaged);
    VERIFY_SAYS(m_bench.run(upload("journal") + QStringList{m_file}), 0, "");
}

void CliBadInputTest::corruptAccounts()
{
    m_bench.makeFile("state-accounts/accounts.json", 500);
    const CliRun run = m_bench.run(upload("accounts") + QStringList{m_file});
    VERIFY_SAYS(run, 1, "accounts");
    VERIFY_SAYS(m_bench.run(upload("accounts") + QStringList{m_file}), 0, "");
}

QTEST_GUILESS_MAIN(CliBadInputTest)
#include "tst_clibadinput.moc"
