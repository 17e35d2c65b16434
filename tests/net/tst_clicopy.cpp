// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QtTest>

using namespace partway;

// Copies on the server and through this computer, and listings; real processes.
class CliCopyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void copiesASmallOne();
    void copiesInParts();
    void copiesAFolder();
    void replacesWhatItCarries();
    void killedAndResumed();
    void noticesAChangedSource();
    void storesWithoutTheCondition_data();
    void storesWithoutTheCondition();
    void throughThisComputer();
    void asksWhereTheStoreCannot();
    void toAnotherService();
    void acrossAccountsAndRegions();
    void tellsWhichTagsAreLost();
    void storesThatRefuseTags_data();
    void storesThatRefuseTags();
    void directoryBuckets();
    void dryRun();
    void badInput_data();
    void badInput();
    void lists();

private:
    void upload(const QString& name, qint64 size, const QStringList& more = {});
    CliRun copy(const QStringList& arguments)
    {
        return m_bench->run(QStringList{"copy"} + store() + arguments);
    }
    // A kind of store with small parts and with tags: small files make many.
    QStringList store() const { return m_bench->store() + QStringList{"--provider", "tencent"}; }
    QByteArray content(const QString& name) { return m_bench->contentOf(m_bench->path(name)); }

    std::unique_ptr<CliBench> m_bench;
};

void CliCopyTest::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start({"--min-part", "1k"}), qPrintable(m_bench->problem()));
}

void CliCopyTest::upload(const QString& name, qint64 size, const QStringList& more)
{
    const QString file = m_bench->makeFile(name, size);
    VERIFY_CODE(m_bench->run(QStringList{"upload"} + store() + QStringList{"--to", "s3://sandbox/from/"} +
                             more + QStringList{file}),
                0);
}

void CliCopyTest::copiesASmallOne()
{
    upload("a b+ü.bin", 1000, {"--metadata", "by=me", "--tag", "t=1", "--content-type", "text/css"});
    const CliRun run = copy({"--json", "s3://sandbox/from/a b+ü.bin", "s3://sandbox/to/"});
    VERIFY_CODE(run, 0);
    QVERIFY(run.isPureJson());
    QCOMPARE(m_bench->object("to/a b+ü.bin"), content("a b+ü.bin"));
    QCOMPARE(m_bench->sandbox().requests("CopyObject"), 1);
    QCOMPARE(m_bench->sandbox().requests("GetObject"), 0);
    const QJsonObject finished = run.events("finished").value(0);
    QCOMPARE(finished.value("path").toString(), QStringLiteral("s3://sandbox/from/a b+ü.bin"));
    QVERIFY2(run.out.contains("etag-equals-computed"), run.out.constData()); // the source's MD5
}

void CliCopyTest::copiesInParts()
{
    upload("big.bin", 8 * MiB);
    const CliRun run = copy({"--json", "--part-size", "1MiB", "s3://sandbox/from/big.bin", "s3://sandbox/b"});
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->object("b"), content("big.bin"));
    QCOMPARE(m_bench->sandbox().requests("UploadPartCopy"), 8);
    VERIFY_CODE(copy({"s3://sandbox/from/big.bin", "s3://sandbox/c"}), 0);
    QCOMPARE(m_bench->sandbox().requests("CopyObject"), 1); // whole, unless somebody wants parts

    QCOMPARE(m_bench->sandbox().requests("GetObject"), 0);
    const CliRun status = m_bench->run(QStringList{"status", "--json"} + store());
    QVERIFY(status.out.contains("s3://sandbox/from/big.bin"));
}

void CliCopyTest::copiesAFolder()
{
    for (const char* name : {"one", "two", "three"})
        upload(QLatin1String(name), 2000);
    VERIFY_CODE(copy({"s3://sandbox/from/", "s3://sandbox/there"}), 0);
    for (const char* name : {"one", "two", "three"})
        QCOMPARE(m_bench->object(QStringLiteral("there/") + QLatin1String(name)),
                 content(QLatin1String(name)));
}

void CliCopyTest::replacesWhatItCarries()
{
    upload("a", 1000, {"--metadata", "by=me", "--tag", "t=1"});
    VERIFY_CODE(copy({"--metadata-replace", "--metadata", "by=you", "s3://sandbox/from/a", "s3://sandbox/b"}),
                0);
    QFile about(m_bench->objectFile("b").replace("/objects/", "/about/") + ".json");
    QVERIFY(about.open(QIODevice::ReadOnly));
    const QByteArray kept = about.readAll();
    QVERIFY2(kept.contains("you") && !kept.contains("\"me\"") && !kept.contains("t=1"), kept.constData());
    VERIFY_CODE(copy({"--metadata", "by=you", "s3://sandbox/from/a", "s3://sandbox/c"}), 2);
}

// Parts that were copied are not copied again.
void CliCopyTest::killedAndResumed()
{
    upload("huge.bin", 8 * MiB);
    QVERIFY(m_bench->sandbox().setFaults("UploadPartCopy : delay=300ms"));
    const QStringList arguments =
        QStringList{"copy"} + store() +
        QStringList{"--part-size", "1MiB", "--parallel", "2", "s3://sandbox/from/huge.bin", "s3://sandbox/h"};
    const auto process = m_bench->launch(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sandbox().requests("UploadPartCopy") >= 4, 60'000);
    process->kill();
    process->waitForFinished();
    const qint64 before = m_bench->sandbox().requests("UploadPartCopy");
    QVERIFY(before < 8);
    QVERIFY(m_bench->sandbox().setFaults(""));
    VERIFY_CODE(m_bench->run(QStringList{"resume"} + store()), 0);
    QCOMPARE(m_bench->object("h"), content("huge.bin"));
    const qint64 all = m_bench->sandbox().requests("UploadPartCopy");
    QVERIFY2(all <= 8 + 4, QByteArray::number(all).constData()); // those on their way, and a late record
    QCOMPARE(m_bench->sandbox().requests("CreateMultipartUpload"), 1); // the file went whole
}

void CliCopyTest::noticesAChangedSource()
{
    upload("huge.bin", 8 * MiB);
    QVERIFY(m_bench->sandbox().setFaults("UploadPartCopy : delay=1s"));
    const auto process = m_bench->launch(QStringList{"copy"} + store() +
                                         QStringList{"--part-size", "1MiB", "--parallel", "2",
                                                     "s3://sandbox/from/huge.bin", "s3://sandbox/h"});
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sandbox().requests("UploadPartCopy") >= 2, 60'000);
    RawRequest other;
    other.method = "PUT";
    other.path = "/sandbox/from/huge.bin";
    other.body = "another";
    QCOMPARE(RawClient(m_bench->sandbox().endpoint(), m_bench->sandbox().credentials()).send(other).status,
             200);
    const CliRun run = m_bench->wait(*process);
    VERIFY_CODE(run, 1);
    QVERIFY2(run.err.contains("changed since the copy began"), run.err.constData());
    QVERIFY(m_bench->object("h").isNull()); // never one of two versions
    QVERIFY(m_bench->sandbox().setFaults(""));
    VERIFY_CODE(m_bench->run(QStringList{"retry", "2"} + store()), 1);
}

void CliCopyTest::storesWithoutTheCondition_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("refuses it") << QByteArray(
        "UploadPartCopy|CopyObject with=x-amz-copy-source-if-match : status=412 code=PreconditionFailed");
    QTest::newRow("lacks it") << QByteArray(
        "UploadPartCopy|CopyObject with=x-amz-copy-source-if-match : status=501 code=NotImplemented");
}

// Swift compares with an ETag that it does not show; R2 has no such header. The source is the same: it goes
// on.
void CliCopyTest::storesWithoutTheCondition()
{
    QFETCH(QByteArray, fault);
    upload("huge.bin", 8 * MiB);
    QVERIFY(m_bench->sandbox().setFaults(fault));
    VERIFY_CODE(copy({"--part-size", "1MiB", "s3://sandbox/from/huge.bin", "s3://sandbox/h"}), 0);
    QCOMPARE(m_bench->object("h"), content("huge.bin"));
    upload("small", 1000);
    QVERIFY(m_bench->sandbox().setFaults(fault));
    VERIFY_CODE(copy({"s3://sandbox/from/small", "s3://sandbox/s"}), 0);
    QCOMPARE(m_bench->object("s"), content("small"));
    QCOMPARE(m_bench->sandbox().requests("GetObject"), 0);
}

void CliCopyTest::throughThisComputer()
{
    upload("huge.bin", 8 * MiB, {"--metadata", "by=me"});
    const CliRun run = copy(
        {"--through-this-computer", "--part-size", "1MiB", "s3://sandbox/from/huge.bin", "s3://sandbox/h"});
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->object("h"), content("huge.bin"));
    QCOMPARE(m_bench->sandbox().requests("UploadPartCopy"), 0);
    QVERIFY(m_bench->sandbox().requests("GetObject") >= 8);
    // Nothing of it stays here.
    QVERIFY(QDir(m_bench->stateFolder() + "/spool").entryList(QDir::Files).isEmpty());
    upload("small", 0);
    VERIFY_CODE(copy({"--through-this-computer", "s3://sandbox/from/small", "s3://sandbox/s"}), 0);
    QVERIFY(QFile::exists(m_bench->objectFile("s")));
    QVERIFY(m_bench->object("s").isEmpty());
}

void CliCopyTest::asksWhereTheStoreCannot()
{
    upload("huge.bin", 8 * MiB);
    QVERIFY(m_bench->sandbox().setFaults("UploadPartCopy : status=501 code=NotImplemented"));
    const CliRun run = copy({"--part-size", "1MiB", "s3://sandbox/from/huge.bin", "s3://sandbox/h"});
    VERIFY_CODE(run, 1);
    QVERIFY2(run.err.contains("retry --through-this-computer"), run.err.constData());
    QCOMPARE(m_bench->sandbox().requests("GetObject"), 0); // not a byte of it without being asked
    const CliRun status = m_bench->run(QStringList{"status", "--json"} + store());
    QJsonObject row = status.events("transfer").value(0);
    for (const QJsonObject& one : status.events("transfer"))
        row = one.value("key").toString() == "h" ? one : row;
    QCOMPARE(row.value("attention").toString(), QStringLiteral("cannot-copy"));
    const QString id = QString::number(row.value("id").toInteger());
    VERIFY_CODE(m_bench->run(QStringList{"retry", id} + store()), 1);
    VERIFY_CODE(m_bench->run(QStringList{"retry", "--through-this-computer", id} + store()), 0);
    QCOMPARE(m_bench->object("h"), content("huge.bin"));
}

// Two services cannot read one another: only through this computer, and only if that is said.
void CliCopyTest::toAnotherService()
{
    upload("a.bin", 8 * MiB);
    QTemporaryDir folder;
    SandboxProcess other(folder.path());
    QVERIFY(other.start({"--access-key", m_bench->sandbox().value("ACCESS_KEY"), "--secret-key",
                         m_bench->sandbox().value("SECRET_KEY")}));
    const CliRun accounts =
        m_bench->run({"account", "list", "--json", "--state-dir", m_bench->stateFolder()});
    const QString from = accounts.events("account").value(0).value("name").toString();
    QVERIFY2(!from.isEmpty(), accounts.story().constData());
    const QStringList arguments{
        "copy",           "--endpoint", other.endpoint(),          "--state-dir",   m_bench->stateFolder(),
        "--from-account", from,         "s3://sandbox/from/a.bin", "s3://sandbox/b"};
    const CliRun run = m_bench->run(arguments);
    VERIFY_CODE(run, 1);
    QVERIFY2(run.err.contains("through-this-computer"), run.err.constData());
    VERIFY_CODE(m_bench->run(arguments + QStringList{"--through-this-computer"}), 0);
    QFile made(folder.path() + "/buckets/sandbox/objects/b");
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), content("a.bin"));
}

// Two services with keys and regions of their own, each signed for with its own; metadata and tags come
// along.
void CliCopyTest::acrossAccountsAndRegions()
{
    upload("film.mov", 8 * MiB, {"--metadata", "by=me", "--tag", "team=film"});
    QTemporaryDir folder;
    SandboxProcess other(folder.path());
    QVERIFY(other.start({"--region", "eu-other-7", "--bucket", "archive", "--access-key", "OTHERKEY",
                         "--secret-key", "another-secret"}));
    QFile profiles(m_bench->path("credentials"));
    QVERIFY(profiles.open(QIODevice::WriteOnly));
    const auto profile = [&profiles](const char* name, const QString& id, const QString& secret) {
        profiles.write(QStringLiteral("[%1]\naws_access_key_id=%2\naws_secret_access_key=%3\n")
                           .arg(QLatin1String(name), id, secret)
                           .toUtf8());
    };
    profile("here", m_bench->sandbox().value("ACCESS_KEY"), m_bench->sandbox().value("SECRET_KEY"));
    profile("there", "OTHERKEY", "another-secret");
    profiles.close();
    QProcessEnvironment environment = m_bench->environment();
    for (const char* name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"})
        environment.remove(QLatin1String(name));
    environment.insert("AWS_SHARED_CREDENTIALS_FILE", profiles.fileName());
    const auto run = [&](const QStringList& arguments) {
        return m_bench->run(arguments + QStringList{"--state-dir", m_bench->stateFolder()}, environment);
    };
    VERIFY_CODE(
        run({"account", "add", "Here", "--provider", "sandbox", "--endpoint", m_bench->sandbox().endpoint(),
             "--region", m_bench->sandbox().value("REGION"), "--profile", "here"}),
        0);
    VERIFY_CODE(run({"account", "add", "There", "--provider", "sandbox", "--endpoint", other.endpoint(),
                     "--region", "eu-other-7", "--profile", "there"}),
                0);
    const QStringList copy{"copy",           "--account", "There",
                           "--from-account", "Here",      "s3://sandbox/from/film.mov",
                           "s3://archive/"};
    VERIFY_CODE(run(copy), 1); // not without being asked
    VERIFY_CODE(run(copy + QStringList{"--through-this-computer"}), 0);
    QFile made(folder.path() + "/buckets/archive/objects/film.mov");
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), content("film.mov"));
    const QByteArray about = m_bench->contentOf(folder.path() + "/buckets/archive/about/film.mov.json");
    QVERIFY2(about.contains("\"me\"") && about.contains("team=film"), about.constData());
    VERIFY_CODE(
        run(copy + QStringList{"--through-this-computer", "--metadata-replace", "--metadata", "by=you"}), 0);
    const QByteArray replaced = m_bench->contentOf(folder.path() + "/buckets/archive/about/film.mov.json");
    QVERIFY2(replaced.contains("\"you\"") && !replaced.contains("team=film"), replaced.constData());
}

// Keys that may not read tags, and a kind of store that has none.
void CliCopyTest::tellsWhichTagsAreLost()
{
    upload("a.bin", 8 * MiB, {"--tag", "team=film"});
    QVERIFY(m_bench->sandbox().setFaults("GetObjectTagging : denied"));
    const QStringList parts{"--part-size", "1MiB", "s3://sandbox/from/a.bin", "s3://sandbox/b"};
    const CliRun unread = copy(QStringList{"--through-this-computer"} + parts);
    VERIFY_CODE(unread, 0);
    QVERIFY2(unread.err.contains("its tags cannot be read, so the copy has none"), unread.err.constData());
    QVERIFY(m_bench->sandbox().setFaults({}));
    const CliRun planned = copy(QStringList{"--dry-run", "--json"} + parts); // by the store
    QCOMPARE(planned.events("planned").value(0).value("losesTags").toBool(true), false);
}

void CliCopyTest::storesThatRefuseTags_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("how");
    for (const char* kind : {"unknown", "denied"}) {
        const auto row = [kind](const char* way) -> QTestData& {
            return QTest::addRow("%s, %s", kind, way) << QString::fromLatin1(kind);
        };
        row("whole") << QStringList{};
        row("parts") << QStringList{"--part-size", "1MiB"};
        row("whole through here") << QStringList{"--through-this-computer", "--part-size", "16MiB"};
        row("parts through here") << QStringList{"--through-this-computer", "--part-size", "1MiB"};
    }
}

// What is known of the kind of store does not say it: the copy is made without the tags, and it is told; but
// tags that somebody asked for are never left out.
void CliCopyTest::storesThatRefuseTags()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, how);
    upload("a.bin", 6 * MiB, {"--tag", "team=film", "--metadata", "by=me"});
    QVERIFY(m_bench->start({"--min-part", "1k", "--tags", kind}));
    const QStringList places{"s3://sandbox/from/a.bin", "s3://sandbox/b"};
    const CliRun run = copy(QStringList{"--json"} + how + places);
    VERIFY_CODE(run, 0);
    QCOMPARE(m_bench->object("b"), content("a.bin"));
    const QByteArray about =
        m_bench->contentOf(m_bench->objectFile("b").replace("/objects/", "/about/") + ".json");
    QVERIFY2(about.contains("\"me\""), about.constData());
    QVERIFY2(!about.contains("team=film"), about.constData());
    const QJsonObject finished = run.events("finished").value(0);
    QVERIFY2(finished.value("losesTags").toBool(), run.out.constData());
    const QString id = QString::number(finished.value("id").toInteger());
    const CliRun status = m_bench->run(QStringList{"status", id} + store());
    QVERIFY2(status.out.contains("refused the tags"), status.out.constData());
    const CliRun asked = copy(QStringList{"--metadata-replace", "--tag", "a=b"} + how + places);
    VERIFY_CODE(asked, kind == "unknown" ? 1 : 4);
}

// Into one, out of one and within: small ones and parts.
void CliCopyTest::directoryBuckets()
{
    const QString fast = QStringLiteral("fast--euw1-az1--x-s3");
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start({"--bucket", fast, "--min-part", "1k"}), qPrintable(m_bench->problem()));
    QCOMPARE(m_bench->ask("PUT", "/sandbox").status, 200);
    const QStringList store = m_bench->store() + QStringList{"--provider", "sandbox", "--part-size", "5MiB"};
    const auto objectOf = [this](const QString& bucket, QString key) {
        key.replace('/', "%2F");
        return m_bench->contentOf(m_bench->path("store/buckets/" + bucket + "/objects/" + key));
    };
    for (const char* name : {"small", "large"}) {
        const QString file = m_bench->makeFile(name, QByteArray(name) == "small" ? 2000 : 11 * MiB);
        const QByteArray bytes = m_bench->contentOf(file);
        VERIFY_CODE(m_bench->run(QStringList{"upload"} + store +
                                 QStringList{"--to", "s3://sandbox/from/", "--tag", "t=1", "--metadata",
                                             "by=me", file}),
                    0);
        const QString from = QStringLiteral("s3://sandbox/from/") + name;
        const QString there = QStringLiteral("s3://%1/in/%2").arg(fast, name);
        const CliRun in = m_bench->run(QStringList{"copy"} + store + QStringList{from, there});
        VERIFY_CODE(in, 0);
        QVERIFY2(in.err.contains("have no tags"), in.err.constData());
        QCOMPARE(objectOf(fast, QStringLiteral("in/") + name), bytes);
        VERIFY_CODE(m_bench->run(QStringList{"copy"} + store + QStringList{there, "s3://sandbox/back/"}), 0);
        QCOMPARE(objectOf("sandbox", QStringLiteral("back/") + name), bytes);
        VERIFY_CODE(m_bench->run(QStringList{"copy"} + store +
                                 QStringList{there, QStringLiteral("s3://%1/again/").arg(fast)}),
                    0);
        QCOMPARE(objectOf(fast, QStringLiteral("again/") + name), bytes);
    }
    QCOMPARE(m_bench->sandbox().requests("GetObject"), 0); // nothing passed here
}

void CliCopyTest::dryRun()
{
    upload("huge.bin", 8 * MiB);
    const CliRun run = copy({"--dry-run", "--json", "s3://sandbox/from/huge.bin", "s3://sandbox/h"});
    VERIFY_CODE(run, 0);
    const QJsonObject planned = run.events("planned").value(0);
    QCOMPARE(planned.value("size").toInteger(), 8 * MiB);
    QVERIFY(!planned.value("throughThisComputer").toBool());
    QVERIFY(m_bench->object("h").isNull());
}

void CliCopyTest::badInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("one place") << QStringList{"s3://sandbox/a"} << 2;
    QTest::newRow("a file") << QStringList{"/etc/passwd", "s3://sandbox/a"} << 2;
    QTest::newRow("no bucket") << QStringList{"s3://", "s3://sandbox/a"} << 2;
    QTest::newRow("nobody knows the account")
        << QStringList{"--from-account", "none", "s3://sandbox/a", "s3://sandbox/b"} << 2;
    QTest::newRow("missing source") << QStringList{"s3://sandbox/none", "s3://sandbox/b"} << 1;
    QTest::newRow("missing bucket") << QStringList{"s3://missing-bucket/", "s3://sandbox/b/"} << 1;
    QTest::newRow("onto itself") << QStringList{"s3://sandbox/from/a", "s3://sandbox/from/a"} << 1;
}

void CliCopyTest::badInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    upload("a", 10);
    const CliRun run = copy(arguments);
    VERIFY_CODE(run, code);
    QVERIFY(!run.err.trimmed().isEmpty());
}

void CliCopyTest::lists()
{
    upload("one", 10);
    const auto ls = [this](const QStringList& arguments) {
        return m_bench->run(QStringList{"ls"} + store() + arguments);
    };
    VERIFY_CODE(ls({}), 0);
    QVERIFY(ls({"s3://"}).out.contains("sandbox"));
    QVERIFY(ls({"s3://sandbox"}).out.contains("from/"));
    QVERIFY(!ls({"s3://sandbox"}).out.contains("from/one"));
    QVERIFY(ls({"--recursive", "s3://sandbox"}).out.contains("from/one"));
    const CliRun json = ls({"--json", "s3://sandbox/from/"});
    QVERIFY(json.isPureJson());
    QCOMPARE(json.events("object").value(0).value("size").toInteger(), 10);
    VERIFY_CODE(ls({"s3://missing-bucket"}), 1);
    VERIFY_CODE(ls({"what"}), 2);
}

QTEST_GUILESS_MAIN(CliCopyTest)
#include "tst_clicopy.moc"
