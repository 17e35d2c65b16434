// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clibench.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace partway;

// Upload tickets: the holder of the keys signs, somebody without any sends.
class TestCliTicket : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sendsWithoutKeys_data();
    void sendsWithoutKeys();
    void goesOnAfterAKill();
    void ownerOnly();
    void keepsSecretsOutOfTheState();
    void wrongSize();
    void expired();
    void withdrawn();
    void usedUp();
    void doctored_data();
    void doctored();
    void badOffers_data();
    void badOffers();
    void unwritableTicketLeavesNothing();
    void killedBetweenCreateAndTicket();
    void lostCreateLeavesWord();
    void refusedCreateLeavesNothing();
    void waitingTicketIsNoAccount();
    void forgottenTicketLeavesNoAccount();

private:
    QProcessEnvironment bare() const; // no keys at all
    CliRun offer(const QString& like, const QStringList& more = {});
    QStringList use(const QString& file) const;
    QJsonObject ticket() const;
    void write(const QJsonObject& ticket);
    QString path() const { return m_bench->path(QStringLiteral("film.upload-ticket")); }

    std::unique_ptr<CliBench> m_bench;
};

void TestCliTicket::init()
{
    m_bench = std::make_unique<CliBench>();
    QVERIFY2(m_bench->start(), qPrintable(m_bench->problem()));
}

QProcessEnvironment TestCliTicket::bare() const
{
    QProcessEnvironment environment = m_bench->environment();
    environment.remove(QStringLiteral("AWS_ACCESS_KEY_ID"));
    environment.remove(QStringLiteral("AWS_SECRET_ACCESS_KEY"));
    return environment;
}

CliRun TestCliTicket::offer(const QString& like, const QStringList& more)
{
    return m_bench->run(QStringList{QStringLiteral("ticket"), QStringLiteral("offer")} + m_bench->store() +
                        QStringList{QStringLiteral("--to"), QStringLiteral("s3://sandbox/in box/"),
                                    QStringLiteral("--like"), like} +
                        more + QStringList{path()});
}

// On a state folder of its own: another computer.
QStringList TestCliTicket::use(const QString& file) const
{
    return {QStringLiteral("ticket"),
            QStringLiteral("use"),
            QStringLiteral("--state-dir"),
            m_bench->path(QStringLiteral("elsewhere")),
            path(),
            file};
}

QJsonObject TestCliTicket::ticket() const
{
    return QJsonDocument::fromJson(m_bench->contentOf(path())).object();
}

void TestCliTicket::write(const QJsonObject& ticket)
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(ticket).toJson());
}

void TestCliTicket::sendsWithoutKeys_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("parts");
    QTest::newRow("three parts") << 20 * MiB << 3;
    QTest::newRow("one small part") << qint64(1000) << 1;
    QTest::newRow("empty") << qint64(0) << 1;
}

void TestCliTicket::sendsWithoutKeys()
{
    QFETCH(qint64, size);
    QFETCH(int, parts);
    const QString file = m_bench->makeFile(QStringLiteral("film.mov"), size);
    const CliRun offered = offer(file, {QStringLiteral("--json")});
    QVERIFY2(offered.code == 0, offered.story().constData());
    QVERIFY(offered.isPureJson());
    QCOMPARE(offered.events(QStringLiteral("ticket")).value(0).value(QLatin1String("parts")).toInt(), parts);
    QVERIFY(m_bench->object(QStringLiteral("in box/film.mov")).isNull());
    const CliRun used = m_bench->run(use(file), bare());
    QVERIFY2(used.code == 0, used.story().constData());
    QCOMPARE(m_bench->object(QStringLiteral("in box/film.mov")), m_bench->contentOf(file));
}

void TestCliTicket::goesOnAfterAKill()
{
    const qint64 size = 96 * MiB;
    const QString file = m_bench->makeFile(QStringLiteral("film.mov"), size);
    QCOMPARE(offer(file, {QStringLiteral("--part-size"), QStringLiteral("5MiB")}).code, 0);
    QVERIFY(m_bench->sandbox().setFaults("UploadPart: rate=8M"));
    const auto process = m_bench->launch(use(file), bare());
    // More than can be on its way at once: some parts are whole.
    QVERIFY(m_bench->waitForParts(60 * MiB, QStringLiteral("in box/film.mov")));
    process->kill();
    process->waitForFinished();
    QVERIFY(m_bench->sandbox().setFaults(""));
    const qint64 before = m_bench->sandbox().bytesReceived(QStringLiteral("sandbox/in box/film.mov"));
    const CliRun resumed = m_bench->run(
        {QStringLiteral("resume"), QStringLiteral("--state-dir"), m_bench->path(QStringLiteral("elsewhere"))},
        bare());
    QVERIFY2(resumed.code == 0, resumed.story().constData());
    QCOMPARE(m_bench->object(QStringLiteral("in box/film.mov")), m_bench->contentOf(file));
    const qint64 after = m_bench->sandbox().bytesReceived(QStringLiteral("sandbox/in box/film.mov"));
    QVERIFY2(after - before < size - 10 * MiB, "what was stored is not sent again");
}

void TestCliTicket::ownerOnly()
{
    QCOMPARE(offer(m_bench->makeFile(QStringLiteral("a.bin"), 1000)).code, 0);
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(path()).permissions() & others));
}

void TestCliTicket::keepsSecretsOutOfTheState()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 9 * MiB);
    QCOMPARE(offer(file).code, 0);
    QVERIFY(m_bench->sandbox().setFaults("CompleteMultipartUpload: status=403 code=AccessDenied"));
    const CliRun failed = m_bench->run(use(file), bare());
    QVERIFY(failed.code != 0);
    QVERIFY2(!failed.all().contains("X-Amz-Signature"), failed.story().constData());
    QDirIterator files(m_bench->path(QStringLiteral("elsewhere")), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        const QString state = files.next();
        QVERIFY2(!m_bench->contentOf(state).contains("X-Amz-Signature"), qPrintable(state));
        ++read;
    }
    QVERIFY(read > 1);
}

void TestCliTicket::wrongSize()
{
    QCOMPARE(offer(m_bench->makeFile(QStringLiteral("a.bin"), 1000)).code, 0);
    const CliRun used = m_bench->run(use(m_bench->makeFile(QStringLiteral("b.bin"), 1001)), bare());
    QCOMPARE(used.code, 1);
    QVERIFY2(used.err.contains("size"), used.story().constData());
}

void TestCliTicket::expired()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QCOMPARE(offer(file).code, 0);
    // By the store's clock, whatever this computer's says.
    QVERIFY(m_bench->sandbox().setFaults("* : skew=5000m"));
    const CliRun used = m_bench->run(use(file), bare());
    QVERIFY2(used.code != 0 && used.err.contains("expired"), used.story().constData());
    // And by the ticket's own word nothing is asked at all.
    QJsonObject old = ticket();
    old.insert(QStringLiteral("expiresAt"), QStringLiteral("2020-01-01T00:00:00Z"));
    write(old);
    const CliRun again = m_bench->run(use(file), bare());
    QVERIFY2(again.code == 1 && again.err.contains("expired"), again.story().constData());
}

void TestCliTicket::withdrawn()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QCOMPARE(offer(file).code, 0);
    QVERIFY(m_bench->sandbox().setFaults("* : status=403 code=InvalidAccessKeyId"));
    const CliRun used = m_bench->run(use(file), bare());
    QVERIFY2(used.code != 0 && used.err.contains("does not accept the ticket"), used.story().constData());
}

void TestCliTicket::usedUp()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QCOMPARE(offer(file).code, 0);
    QCOMPARE(m_bench->run(use(file), bare()).code, 0);
    // The account that stood for the ticket went with the upload.
    const QByteArray accounts = m_bench->contentOf(m_bench->path(QStringLiteral("elsewhere/accounts.json")));
    QVERIFY(!accounts.isEmpty() && !accounts.contains("ticket-"));
    const CliRun again = m_bench->run(use(file), bare());
    QVERIFY2(again.code != 0 && again.err.contains("gone"), again.story().constData());
    QCOMPARE(m_bench->object(QStringLiteral("in box/a.bin")), m_bench->contentOf(file));
}

void TestCliTicket::doctored_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("another server in a request")
        << "complete" << QJsonValue(QStringLiteral("//elsewhere.test/b/k?uploadId=1"));
    QTest::newRow("no query") << "abort" << QJsonValue(QStringLiteral("/b/k"));
    QTest::newRow("size") << "size" << QJsonValue(-1);
    QTest::newRow("more parts than signed") << "size" << QJsonValue(999'999'999);
    QTest::newRow("file name with a path") << "fileName" << QJsonValue(QStringLiteral("../x"));
    QTest::newRow("no server") << "server" << QJsonValue(QStringLiteral("ftp://x"));
    QTest::newRow("kind") << "partway" << QJsonValue(QStringLiteral("resume-ticket"));
    QTest::newRow("line in the name of the bucket") << "bucket" << QJsonValue(QStringLiteral("a\r\nb"));
}

void TestCliTicket::doctored()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QCOMPARE(offer(file).code, 0);
    QJsonObject changed = ticket();
    QVERIFY(changed.contains(field));
    changed.insert(field, value);
    write(changed);
    const CliRun used = m_bench->run(use(file), bare());
    QVERIFY2(used.code == 1 && used.err.contains("no upload ticket"), used.story().constData());
}

void TestCliTicket::badOffers_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString to = QStringLiteral("--to"), place = QStringLiteral("s3://sandbox/k");
    const QString size = QStringLiteral("--size"), file = QStringLiteral("x.upload-ticket");
    QTest::newRow("no size") << QStringList{to, place, file};
    QTest::newRow("no place") << QStringList{size, QStringLiteral("5"), file};
    QTest::newRow("no key") << QStringList{to, QStringLiteral("s3://sandbox"), size, QStringLiteral("5"),
                                           file};
    QTest::newRow("too long") << QStringList{
        to, place, size, QStringLiteral("5"), QStringLiteral("--expires"), QStringLiteral("8d"), file};
    QTest::newRow("no file") << QStringList{to, place, size, QStringLiteral("5")};
    QTest::newRow("no number") << QStringList{to, place, size, QStringLiteral("many"), file};
}

void TestCliTicket::badOffers()
{
    QFETCH(QStringList, arguments);
    const CliRun run = m_bench->run(QStringList{QStringLiteral("ticket"), QStringLiteral("offer")} +
                                    m_bench->store() + arguments);
    QVERIFY2(run.code == 2 && !run.err.isEmpty(), run.story().constData());
}

void TestCliTicket::unwritableTicketLeavesNothing()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    const CliRun run = m_bench->run(
        QStringList{QStringLiteral("ticket"), QStringLiteral("offer")} + m_bench->store() +
        QStringList{QStringLiteral("--to"), QStringLiteral("s3://sandbox/k"), QStringLiteral("--like"), file,
                    m_bench->path(QStringLiteral("no/such/folder/t"))});
    QVERIFY2(run.code == 1, run.story().constData());
    const QDir uploads(m_bench->path(QStringLiteral("store/buckets/sandbox/uploads")));
    QCOMPARE(uploads.entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
}

// The upload is on the store and its ticket was never written: the file says where to look, and there it is.
void TestCliTicket::killedBetweenCreateAndTicket()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QVERIFY(m_bench->sandbox().setFaults("CreateMultipartUpload: delay=600s"));
    const std::unique_ptr<QProcess> offering =
        m_bench->launch(QStringList{QStringLiteral("ticket"), QStringLiteral("offer")} + m_bench->store() +
                        QStringList{QStringLiteral("--to"), QStringLiteral("s3://sandbox/in box/k"),
                                    QStringLiteral("--like"), file, path()});
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->sandbox().requests(QStringLiteral("CreateMultipartUpload")), 1,
                              20'000);
    offering->kill();
    QVERIFY(offering->waitForFinished());
    const CliRun used = m_bench->run(use(file), bare());
    QVERIFY2(used.code == 1 && used.err.contains("was cut short"), used.story().constData());
    QVERIFY2(used.err.contains("s3://sandbox/in box/k"), used.story().constData());
    QVERIFY(!m_bench->contentOf(path()).contains("X-Amz")); // nothing is signed yet
    const CliRun again = offer(file);
    QVERIFY2(again.code == 2 && again.err.contains("incomplete list s3://sandbox/in box/k"),
             again.story().constData());
}

void TestCliTicket::lostCreateLeavesWord()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QVERIFY(m_bench->sandbox().setFaults("CreateMultipartUpload: cut-after"));
    const CliRun lost = offer(file);
    QVERIFY2(lost.code != 0, lost.story().constData());
    QVERIFY(ticket().value(QLatin1String("unfinished")).toBool());
    QVERIFY(m_bench->sandbox().setFaults(""));
    const CliRun listed =
        m_bench->run(QStringList{QStringLiteral("incomplete"), QStringLiteral("list")} + m_bench->store() +
                     QStringList{QStringLiteral("s3://sandbox/in box/a.bin")});
    QVERIFY2(listed.code == 0 && listed.out.contains("in box/a.bin"), listed.story().constData());
}

void TestCliTicket::refusedCreateLeavesNothing()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QVERIFY(m_bench->sandbox().setFaults("CreateMultipartUpload: denied"));
    QVERIFY(offer(file).code != 0);
    QVERIFY(!QFile::exists(path()));
}

// A row that was given up and forgotten takes the account of its ticket along, at the next occasion.
void TestCliTicket::forgottenTicketLeavesNoAccount()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QCOMPARE(offer(file).code, 0);
    QVERIFY(m_bench->sandbox().setFaults("CompleteMultipartUpload: status=403 code=AccessDenied"));
    QVERIFY(m_bench->run(use(file), bare()).code != 0);
    const QString accounts = m_bench->path(QStringLiteral("elsewhere/accounts.json"));
    QByteArray kept = m_bench->contentOf(accounts);
    QVERIFY2(kept.contains("\"ticket-"), kept.constData());
    QVERIFY2(kept.contains("madeAt"), kept.constData());
    // As a crash at the wrong moment leaves it: without its row, and a while ago.
    QVERIFY(QFile::remove(m_bench->path(QStringLiteral("elsewhere/journal.sqlite"))));
    QFile::remove(m_bench->path(QStringLiteral("elsewhere/journal.sqlite-wal")));
    QFile::remove(m_bench->path(QStringLiteral("elsewhere/journal.sqlite-shm")));
    const QStringList resume{QStringLiteral("resume"), QStringLiteral("--state-dir"),
                             m_bench->path(QStringLiteral("elsewhere"))};
    m_bench->run(resume, bare());
    QVERIFY(m_bench->contentOf(accounts).contains("\"ticket-")); // a moment ago: it may be about to begin
    kept.replace("\"madeAt\": \"20", "\"madeAt\": \"19");
    QFile rewritten(accounts);
    QVERIFY(rewritten.open(QIODevice::WriteOnly | QIODevice::Truncate));
    rewritten.write(kept);
    rewritten.close();
    m_bench->run(resume, bare());
    QVERIFY2(!m_bench->contentOf(accounts).contains("\"ticket-"), m_bench->contentOf(accounts).constData());
}

// Whoever has one account and a ticket that is still being used has one account.
void TestCliTicket::waitingTicketIsNoAccount()
{
    const QString file = m_bench->makeFile(QStringLiteral("a.bin"), 1000);
    QCOMPARE(offer(file).code, 0);
    QVERIFY(m_bench->sandbox().setFaults("CompleteMultipartUpload: status=403 code=AccessDenied"));
    const CliRun failed = m_bench->run(use(file), bare());
    QVERIFY2(failed.code != 0, failed.story().constData());
    const QStringList where{QStringLiteral("--state-dir"), m_bench->path(QStringLiteral("elsewhere"))};
    const CliRun listed =
        m_bench->run(QStringList{QStringLiteral("account"), QStringLiteral("list")} + where, bare());
    QVERIFY2(listed.code == 0 && !listed.all().contains("upload-ticket"), listed.story().constData());
    const CliRun upload = m_bench->run(QStringList{QStringLiteral("upload"), file} + where, bare());
    QVERIFY2(upload.code == 2 && upload.err.contains("no account yet"), upload.story().constData());
}

QTEST_GUILESS_MAIN(TestCliTicket)
#include "tst_cliticket.moc"
