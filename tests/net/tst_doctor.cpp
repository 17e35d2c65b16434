// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keylessstore.h"
#include "doctor/doctor.h"
#include "doctor/learnt.h"
#include "doctor/visit.h"
#include "net/examined.h"
#include "net/sandboxbench.h"
#include "support/scriptedserver.h"

#include <QDir>
#include <QTest>

using namespace partway;

// The doctor against the sandbox and against servers that are none.
class TestDoctor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bench = std::make_unique<SandboxBench>(); }
    void healthyStore();
    void missingRights_data();
    void missingRights();
    void onlyPut();
    void wrongSecret();
    void unknownBucket();
    void wrongRegion();
    void skewedClock_data();
    void skewedClock();
    void privateCa();
    void notS3_data();
    void notS3();
    void nobodyThere();
    void ignoredCondition();
    void ignoredChecksums();
    void cancelCleansUp_data();
    void cancelCleansUp();
    void lostCreateIsFound();

private:
    Account account() const;
    Credentials keys() const;
    Examined examine(const Account& account, const Credentials& keys, int cancelAfter = -1,
                     const QString& bucket = QStringLiteral("sandbox"));
    Examined examine() { return examine(account(), keys()); }
    QStringList leftOnStore() const; // objects and uploads

    SystemClock m_clock;
    std::unique_ptr<SandboxBench> m_bench;
};

Account TestDoctor::account() const
{
    Account account;
    account.id = QStringLiteral("a");
    account.name = QStringLiteral("Sandbox");
    account.endpoint = m_bench->sandbox().endpoint();
    return account;
}

Credentials TestDoctor::keys() const
{
    const sandbox::Settings& settings = m_bench->sandbox().settings();
    return {.accessKeyId = settings.accessKey, .secretKey = settings.secretKey};
}

Examined TestDoctor::examine(const Account& account, const Credentials& keys, int cancelAfter,
                             const QString& bucket)
{
    const Result<Visit> visit = prepareVisit(account, keys, {}, bucket, QStringLiteral("in box"));
    if (!visit)
        return {{Finding{.step = QStringLiteral("visit"), .verdict = visit.error().code, .facts = {}}}};
    return partway::examine(*visit, [cancelAfter](Doctor& doctor, int number) {
        if (number == cancelAfter)
            doctor.cancel();
    });
}

QStringList TestDoctor::leftOnStore() const
{
    const QDir bucket(m_bench->root() + QStringLiteral("/buckets/sandbox"));
    QStringList left =
        QDir(bucket.filePath(QStringLiteral("objects"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    left +=
        QDir(bucket.filePath(QStringLiteral("uploads"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    return left;
}

void TestDoctor::healthyStore()
{
    QVERIFY(m_bench->start());
    const Examined examined = examine();
    for (const Finding& finding : examined.findings)
        QVERIFY2(finding.outcome == Outcome::Ok || finding.step == "tls" || finding.step == "name",
                 examined.story().constData());
    for (const QString& right : examinedRights())
        QCOMPARE(examined.verdict(QStringLiteral("right-") + right), QStringLiteral("given"));
    for (const char* kind : {"md5", "crc32", "crc32c", "crc64nvme", "sha256"})
        QCOMPARE(examined.verdict(QLatin1String("checksum-") + QLatin1String(kind)),
                 QStringLiteral("honoured"));
    QCOMPARE(examined.verdict(QStringLiteral("condition-put")), QStringLiteral("honoured"));
    QCOMPARE(examined.verdict(QStringLiteral("condition-complete")), QStringLiteral("honoured"));
    QCOMPARE(examined.verdict(QStringLiteral("cleanup")), QStringLiteral("clean"));
    QCOMPARE(leftOnStore(), QStringList());
    const Learnt learnt = learntFrom(examined.findings);
    QCOMPARE(learnt.facts.addressing, Addressing::Path);
    QCOMPARE(learnt.facts.conditionalPut, Treatment::Honoured);
    QCOMPARE(learnt.facts.conditionalComplete, Treatment::Honoured);
    QCOMPARE(learnt.facts.checksums.size(), 5);
    Account known = account();
    keepFindings(examined.findings, m_clock.now(), &known);
    QVERIFY(known.facts.isTested());
    QCOMPARE(profileOf(known).checksum, ChecksumMode::Crc64Nvme);
    QVERIFY(!ignoredBy(known).put && !ignoredBy(known).complete);
    keepFindings({}, m_clock.now(), &known); // a test that did not get there
    QCOMPARE(known.facts.checksums.size(), 5);
    QCOMPARE(known.facts.conditionalPut, Treatment::Honoured);
}

void TestDoctor::missingRights_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QString>("right");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("create") << QByteArray("CreateMultipartUpload") << "create" << Outcome::Fail
                            << QByteArray("s3:PutObject");
    QTest::newRow("part") << QByteArray("UploadPart") << "part" << Outcome::Fail
                          << QByteArray("s3:PutObject");
    QTest::newRow("complete") << QByteArray("CompleteMultipartUpload") << "complete" << Outcome::Fail
                              << QByteArray("s3:PutObject");
    QTest::newRow("put") << QByteArray("PutObject") << "put" << Outcome::Fail << QByteArray("s3:PutObject");
    QTest::newRow("list parts") << QByteArray("ListParts") << "list-parts" << Outcome::Warn
                                << QByteArray("s3:ListMultipartUploadParts");
    QTest::newRow("list uploads") << QByteArray("ListMultipartUploads") << "list-uploads" << Outcome::Warn
                                  << QByteArray("s3:ListBucketMultipartUploads");
    QTest::newRow("abort") << QByteArray("AbortMultipartUpload") << "abort" << Outcome::Warn
                           << QByteArray("s3:AbortMultipartUpload");
    QTest::newRow("head") << QByteArray("HeadObject") << "head" << Outcome::Warn
                          << QByteArray("s3:GetObject");
    QTest::newRow("copy") << QByteArray("UploadPartCopy") << "copy-part" << Outcome::Warn
                          << QByteArray("s3:GetObject");
}

void TestDoctor::missingRights()
{
    QFETCH(QByteArray, operation);
    QFETCH(QString, right);
    QFETCH(Outcome, outcome);
    QFETCH(QByteArray, action);
    QVERIFY(m_bench->start());
    QCOMPARE(m_bench->setFault(operation + ": denied"), QByteArray());
    const Examined examined = examine();
    const Finding* finding = examined.of(QStringLiteral("right-") + right);
    QVERIFY2(finding, examined.story().constData());
    QCOMPARE(finding->verdict, QStringLiteral("denied"));
    QCOMPARE(finding->outcome, outcome);
    QCOMPARE(finding->error->httpStatus, 403);
    QCOMPARE(deniedRights(examined.findings), QStringList{right});
    const QByteArray policy = uploadPolicy(QStringLiteral("sandbox"), QStringLiteral("in box/"), {right});
    QVERIFY2(policy.contains(action), policy.constData());
    QVERIFY2(policy.count("s3:") == 2, policy.constData()); // the action and the resource
    QCOMPARE(examined.verdict(QStringLiteral("signature")), QStringLiteral("accepted"));
    // Whatever is missing, nothing is left behind: what cannot be aborted is completed and deleted.
    if (right != QLatin1String("part") && right != QLatin1String("complete"))
        QCOMPARE(leftOnStore(), QStringList());
    QVERIFY2(!examined.verdict(QStringLiteral("cleanup")).isEmpty(), examined.story().constData());
}

void TestDoctor::onlyPut()
{
    QVERIFY(m_bench->start());
    QCOMPARE(m_bench->setFault("DeleteObject: denied"), QByteArray());
    const Examined examined = examine();
    QCOMPARE(examined.verdict(QStringLiteral("right-delete")), QStringLiteral("denied"));
    QCOMPARE(examined.verdict(QStringLiteral("cleanup")), QStringLiteral("left"));
    const Finding* left = examined.of(QStringLiteral("cleanup"));
    QCOMPARE(left->facts.value(QStringLiteral("left")), QStringLiteral("object"));
    QVERIFY(left->facts.value(QStringLiteral("key")).startsWith(QLatin1String("in box/partway-test-")));
    QCOMPARE(leftOnStore().size(), 1); // one key, however often it was written
}

void TestDoctor::wrongSecret()
{
    QVERIFY(m_bench->start());
    Credentials wrong = keys();
    wrong.secretKey = Secret("not/the+secret");
    const Examined examined = examine(account(), wrong);
    QCOMPARE(examined.verdict(QStringLiteral("signature")), QStringLiteral("refused"));
    QCOMPARE(examined.of(QStringLiteral("signature"))->error->code, QStringLiteral("SignatureDoesNotMatch"));
    QCOMPARE(worstOf(examined.findings), Outcome::Fail);
    QVERIFY(!examined.of(QStringLiteral("right-create"))); // nobody goes on with keys that are refused
}

void TestDoctor::unknownBucket()
{
    QVERIFY(m_bench->start());
    const Examined examined = examine(account(), keys(), -1, QStringLiteral("elsewhere"));
    QCOMPARE(examined.verdict(QStringLiteral("bucket")), QStringLiteral("missing"));
    QVERIFY(!examined.of(QStringLiteral("right-create")));
    QVERIFY(examine(account(), keys(), -1, QString()).verdict(QStringLiteral("bucket")) ==
            QLatin1String("none"));
}

void TestDoctor::wrongRegion()
{
    QVERIFY(m_bench->start({.region = "eu-central-9"}));
    const Examined examined = examine();
    const Finding* region = examined.of(QStringLiteral("region"));
    QVERIFY2(region, examined.story().constData());
    QCOMPARE(region->verdict, QStringLiteral("other"));
    QCOMPARE(region->facts.value(QStringLiteral("region")), QStringLiteral("eu-central-9"));
    QCOMPARE(examined.verdict(QStringLiteral("right-complete")), QStringLiteral("given"));
    QCOMPARE(learntFrom(examined.findings).facts.region, QStringLiteral("eu-central-9"));
}

void TestDoctor::skewedClock_data()
{
    QTest::addColumn<QByteArray>("skew");
    QTest::addColumn<int>("sign");
    QTest::newRow("behind") << QByteArray("20m") << 1;
    QTest::newRow("ahead") << QByteArray("-20m") << -1;
}

void TestDoctor::skewedClock()
{
    QFETCH(QByteArray, skew);
    QFETCH(int, sign);
    QVERIFY(m_bench->start());
    QCOMPARE(m_bench->setFault("* : skew=" + skew), QByteArray());
    const Examined examined = examine();
    const Finding* clock = examined.of(QStringLiteral("clock"));
    QVERIFY2(clock, examined.story().constData());
    QCOMPARE(clock->verdict, QStringLiteral("off"));
    const qint64 seconds = clock->facts.value(QStringLiteral("seconds")).toLongLong() * sign;
    QVERIFY(seconds > 1190 && seconds < 1210);
    QCOMPARE(examined.verdict(QStringLiteral("right-complete")), QStringLiteral("given"));
}

void TestDoctor::privateCa()
{
    QVERIFY(m_bench->start({.tls = true}));
    Account secure = account();
    secure.endpoint = m_bench->sandbox().tlsEndpoint();
    const Examined unknown = examine(secure, keys());
    const Finding* tls = unknown.of(QStringLiteral("tls"));
    QVERIFY2(tls, unknown.story().constData());
    QCOMPARE(tls->outcome, Outcome::Fail);
    QCOMPARE(tls->error->code, QStringLiteral("tls-unknown-ca"));
    QVERIFY2(!tls->chain.isEmpty(), "the certificate must be shown to be judged");
    QVERIFY(!tls->chain.first().subject.isEmpty() && tls->chain.first().fingerprint.size() == 64);
    QVERIFY(!unknown.of(QStringLiteral("answer"))); // nothing is sent to a server nobody vouches for

    secure.caFile = m_bench->sandbox().caFile();
    const Examined known = examine(secure, keys());
    QCOMPARE(known.verdict(QStringLiteral("tls")), QStringLiteral("trusted"));
    QVERIFY(!known.of(QStringLiteral("tls"))->chain.isEmpty());
    QCOMPARE(known.verdict(QStringLiteral("right-complete")), QStringLiteral("given"));
    secure.caFile = QStringLiteral("/nonexistent.pem");
    QCOMPARE(examine(secure, keys()).findings.first().verdict, QStringLiteral("ca-file-unreadable"));
}

void TestDoctor::notS3_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<QString>("verdict");
    const QByteArray page = "<!DOCTYPE html><html><head><title>Hotel</title></head></html>";
    QTest::newRow("portal") << ScriptedAnswer::http(200, page, {"Content-Type: text/html"}) << "portal";
    QTest::newRow("portal by redirect")
        << ScriptedAnswer::http(302, page, {"Content-Type: text/html", "Location: http://login.invalid/"})
        << "portal";
    QTest::newRow("another server") << ScriptedAnswer::http(404, page, {"Content-Type: text/html"})
                                    << "not-s3";
    QTest::newRow("JSON") << ScriptedAnswer::http(200, "{\"hello\": 1}", {"Content-Type: application/json"})
                          << "not-s3";
    QTest::newRow("in trouble") << ScriptedAnswer::http(500, page, {"Content-Type: text/html"}) << "failed";
    QTest::newRow("says nothing") << ScriptedAnswer::end(ScriptedAnswer::After::Close) << "failed";
}

void TestDoctor::notS3()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(QString, verdict);
    ScriptedServer server;
    server.setScript([answer](const SeenRequest&) { return answer; });
    Account elsewhere;
    elsewhere.endpoint = QStringLiteral("http://127.0.0.1:%1").arg(server.origin().port);
    const Examined examined = examine(elsewhere, {.accessKeyId = "A", .secretKey = Secret("S")});
    QCOMPARE(examined.verdict(QStringLiteral("answer")), verdict);
    QCOMPARE(examined.findings.last().step, QStringLiteral("answer"));
    for (const SeenRequest& request : server.requests())
        QVERIFY2(request.method == "GET" || request.method == "HEAD", request.method.constData());
}

void TestDoctor::nobodyThere()
{
    Account nowhere;
    nowhere.endpoint = QStringLiteral("http://127.0.0.1:9"); // discard: nobody listens
    const Examined examined = examine(nowhere, {.accessKeyId = "A", .secretKey = Secret("S")});
    QCOMPARE(examined.verdict(QStringLiteral("connect")), QStringLiteral("failed"));
    QCOMPARE(examined.of(QStringLiteral("connect"))->error->code, QStringLiteral("refused"));
    nowhere.endpoint = QStringLiteral("http://nobody.invalid");
    const Examined unnamed = examine(nowhere, {.accessKeyId = "A", .secretKey = Secret("S")});
    QCOMPARE(unnamed.of(QStringLiteral("name"))->error->code, QStringLiteral("host-not-found"));
}

void TestDoctor::ignoredCondition()
{
    QVERIFY(m_bench->start());
    QCOMPARE(m_bench->setFault("* : unconditional"), QByteArray());
    const Examined examined = examine();
    QCOMPARE(examined.verdict(QStringLiteral("condition-put")), QStringLiteral("ignored"));
    QCOMPARE(examined.verdict(QStringLiteral("condition-complete")), QStringLiteral("ignored"));
    const Learnt learnt = learntFrom(examined.findings);
    QCOMPARE(learnt.facts.conditionalPut, Treatment::Ignored);
    QCOMPARE(learnt.facts.conditionalComplete, Treatment::Ignored);
    Account known = account();
    keepFindings(examined.findings, m_clock.now(), &known);
    QVERIFY(ignoredBy(known).put && ignoredBy(known).complete);
    QCOMPARE(leftOnStore(), QStringList());
}

void TestDoctor::ignoredChecksums()
{
    QVERIFY(m_bench->start());
    QCOMPARE(m_bench->setFault("UploadPart: corrupt"), QByteArray()); // compares none
    const Examined examined = examine();
    for (const char* kind : {"md5", "crc32", "crc32c", "crc64nvme", "sha256"})
        QVERIFY2(examined.verdict(QLatin1String("checksum-") + QLatin1String(kind)) ==
                     QLatin1String("ignored"),
                 examined.story().constData());
    QCOMPARE(leftOnStore(), QStringList());
}

void TestDoctor::cancelCleansUp_data()
{
    QTest::addColumn<int>("after");
    for (const int after : {1, 4, 8, 10, 12, 14, 17, 20, 23, 25, 27, 29})
        QTest::addRow("after %d findings", after) << after;
}

void TestDoctor::cancelCleansUp()
{
    QFETCH(int, after);
    QVERIFY(m_bench->start());
    const Examined examined = examine(account(), keys(), after);
    QVERIFY(examined.cancelled || examined.verdict(QStringLiteral("cleanup")) == QLatin1String("clean"));
    QVERIFY2(examined.verdict(QStringLiteral("cleanup")) != QLatin1String("left"),
             examined.story().constData());
    QTRY_COMPARE(leftOnStore(), QStringList());
}

// The store made the upload and its answer was lost: the listing finds it.
void TestDoctor::lostCreateIsFound()
{
    QVERIFY(m_bench->start());
    QCOMPARE(m_bench->setFault("CreateMultipartUpload times=1: cut-after"), QByteArray());
    const Examined examined = examine();
    QCOMPARE(examined.verdict(QStringLiteral("right-create")), QStringLiteral("failed"));
    QCOMPARE(leftOnStore(), QStringList());
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
