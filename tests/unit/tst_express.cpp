// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/express.h"
#include "s3/operations.h"
#include "s3clientbench.h"

#include <QTest>

using namespace partway;

// Sessions of S3 Express, and waiting for keys. The clock stands unless the test moves it.
class ExpressTest : public S3ClientBench
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void profile();
    void whoSigns_data();
    void whoSigns();
    void endpoints();
    void oneSessionForAll();
    void sessionIsRenewedAhead();
    void refusedSessionEndsTheRequest();
    void endedSessionIsMadeAnew();
    void readsSessions_data();
    void readsSessions();
    void otherStoresHaveNone();
    void expiredKeysAreRenewedFirst();
    void oneRenewalIsEnough();
    void failedRenewalIsTold();
    void cancelsWhileWaiting();

private:
    S3Client& express();
    HttpReply session(const QByteArray& id, int seconds = 300) const;
    HttpRequest sent(int index) const { return m_transport->requests().at(index); }
};

namespace {

const QString bucket = QStringLiteral("fast--euw1-az1--x-s3");

S3Request part(const QByteArray& key = "a b.bin")
{
    S3Request request = objectRequest("PUT", "x");
    request.bucket = bucket;
    request.key = key;
    return request;
}

QByteArray keyOf(const HttpRequest& request)
{
    const QByteArray authorization = request.headers.value("Authorization");
    const qsizetype start = authorization.indexOf("Credential=") + 11;
    return authorization.mid(start, authorization.indexOf('/') - start);
}

} // namespace

S3Client& ExpressTest::express()
{
    S3ClientOptions options;
    options.endpoint = *Endpoint::parse(QStringLiteral("https://s3.eu-west-1.amazonaws.com"));
    options.region = QStringLiteral("eu-west-1");
    options.directoryBuckets = true;
    m_client = std::make_unique<S3Client>(
        *m_transport, options, [this] { return m_credentials; }, m_clock);
    return *m_client;
}

HttpReply ExpressTest::session(const QByteArray& id, int seconds) const
{
    const QByteArray until = m_clock.now().addSecs(seconds).toString(Qt::ISODate).toLatin1();
    return ScriptedTransport::reply(
        200, "<CreateSessionResult><Credentials><SessionToken>TOKEN-" + id +
                 "</SessionToken><SecretAccessKey>s</SecretAccessKey><AccessKeyId>" + id +
                 "</AccessKeyId><Expiration>" + until + "</Expiration></Credentials></CreateSessionResult>");
}

void ExpressTest::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("zone");
    QTest::newRow("directory") << "fast--euw1-az1--x-s3"
                               << "euw1-az1";
    QTest::newRow("dashes") << "a--b--usw2-az2--x-s3"
                            << "usw2-az2";
    QTest::newRow("plain") << "media"
                           << "";
    QTest::newRow("no zone") << "media--x-s3"
                             << "";
    QTest::newRow("no name") << "--use1-az4--x-s3"
                             << "";
    QTest::newRow("other end") << "fast--euw1-az1--x-s4"
                               << "";
}

void ExpressTest::names()
{
    QFETCH(QString, name);
    QTEST(zoneOf(name), "zone");
    QCOMPARE(isDirectoryBucket(name), !zoneOf(name).isEmpty());
}

void ExpressTest::profile()
{
    StoreProfile aws;
    aws.checksum = ChecksumMode::Md5;
    aws.directoryBuckets = true;
    QCOMPARE(profileForBucket(aws, bucket).checksum, ChecksumMode::Crc32);
    QVERIFY(profileForBucket(aws, bucket).opaqueEtags && profileForBucket(aws, bucket).folderPrefixes);
    QCOMPARE(profileForBucket(aws, QStringLiteral("media")).checksum, ChecksumMode::Md5);
    aws.directoryBuckets = false;
    QVERIFY(!profileForBucket(aws, bucket).opaqueEtags);
}

void ExpressTest::whoSigns_data()
{
    QTest::addColumn<S3Request>("request");
    QTest::addColumn<bool>("session");
    S3Request copy = part();
    copy.headers.set("x-amz-copy-source", "/a/b");
    S3Request lifecycle = headBucketRequest(bucket);
    lifecycle.method = "PUT";
    lifecycle.query = {{"lifecycle", {}}};
    QTest::newRow("part") << part() << true;
    QTest::newRow("uploads") << listUploadsRequest({bucket, {}, {}, {}, 10}) << true;
    QTest::newRow("objects") << listObjectsRequest({.bucket = bucket}) << true;
    QTest::newRow("copy") << copy << false;
    QTest::newRow("head bucket") << headBucketRequest(bucket) << false;
    QTest::newRow("create bucket") << createBucketRequest(bucket, QStringLiteral("eu-west-1")) << false;
    QTest::newRow("lifecycle") << lifecycle << false;
    QTest::newRow("session") << createSessionRequest(bucket) << false;
}

void ExpressTest::whoSigns()
{
    QFETCH(S3Request, request);
    QTEST(wantsSession(request), "session");
}

void ExpressTest::endpoints()
{
    const Endpoint aws = *Endpoint::parse(QStringLiteral("https://s3.us-east-1.amazonaws.com"));
    const QString region = QStringLiteral("eu-west-1");
    QCOMPARE(expressEndpoint(aws, part(), region).origin.host,
             QStringLiteral("s3express-euw1-az1.eu-west-1.amazonaws.com"));
    QCOMPARE(expressEndpoint(aws, listBucketsRequest(), region).origin.host,
             QStringLiteral("s3express-control.eu-west-1.amazonaws.com"));
    QCOMPARE(expressEndpoint(aws, createBucketRequest(bucket, region), region).origin.host,
             QStringLiteral("s3express-control.eu-west-1.amazonaws.com"));
    const Endpoint other = *Endpoint::parse(QStringLiteral("http://127.0.0.1:9000"));
    QVERIFY(expressEndpoint(other, part(), region) == other);
}

// X1 and X2 of s3-reference §1.12 are rows of tst_signature: here the client makes such requests.
void ExpressTest::oneSessionForAll()
{
    express();
    m_transport->play({session("SESSION1"), ScriptedTransport::reply(200), ScriptedTransport::reply(200)});
    const OutcomePtr first = start(part("1"));
    const OutcomePtr second = start(part("2"));
    QTRY_COMPARE(first->ends + second->ends, 2);
    QCOMPARE(m_transport->requests().size(), 3);
    const HttpRequest create = sent(0);
    QCOMPARE(create.target, QByteArray("/?session="));
    QCOMPARE(create.origin.host, bucket + QStringLiteral(".s3express-euw1-az1.eu-west-1.amazonaws.com"));
    QCOMPARE(keyOf(create), QByteArray("AKID"));
    QVERIFY(create.headers.value("Authorization").contains("/eu-west-1/s3express/aws4_request"));
    QCOMPARE(create.headers.value("x-amz-create-session-mode"), QByteArray("ReadWrite"));
    for (int i : {1, 2}) {
        QCOMPARE(keyOf(sent(i)), QByteArray("SESSION1"));
        QCOMPARE(sent(i).headers.value("x-amz-s3session-token"), QByteArray("TOKEN-SESSION1"));
        QVERIFY(!sent(i).headers.has("x-amz-security-token"));
    }
}

void ExpressTest::sessionIsRenewedAhead()
{
    express();
    m_transport->play({session("ONE"), ScriptedTransport::reply(200), session("TWO"),
                       ScriptedTransport::reply(200), ScriptedTransport::reply(200)});
    QCOMPARE(ask(part()).status, 200);
    m_clock.advance(std::chrono::seconds(239));
    QCOMPARE(m_transport->requests().size(), 2);
    m_clock.advance(std::chrono::seconds(2)); // 59 seconds are left
    QCOMPARE(ask(part()).status, 200);        // with the old one, while the new one is fetched
    QTRY_COMPARE(m_transport->requests().size(), 4);
    QByteArrayList keys;
    for (int i : {2, 3})
        keys.append(keyOf(sent(i)));
    QVERIFY(keys.contains("ONE") && keys.contains("AKID"));
    QCOMPARE(ask(part()).status, 200);
    QCOMPARE(keyOf(sent(4)), QByteArray("TWO"));
}

void ExpressTest::refusedSessionEndsTheRequest()
{
    express();
    m_transport->play({ScriptedTransport::reply(403, errorXml("AccessDenied"))});
    const HttpReply reply = ask(part());
    QVERIFY(reply.failure.has_value());
    QCOMPARE(reply.failure->code, QStringLiteral("AccessDenied"));
    QCOMPARE(m_transport->requests().size(), 1);
}

void ExpressTest::endedSessionIsMadeAnew()
{
    express();
    m_transport->play({session("ONE"), ScriptedTransport::reply(400, errorXml("ExpiredToken")),
                       session("TWO"), ScriptedTransport::reply(200)});
    QCOMPARE(ask(part()).status, 200);
    QCOMPARE(keyOf(sent(3)), QByteArray("TWO"));
}

void ExpressTest::readsSessions_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray good = session("A").body;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << good.chopped(20);
    QTest::newRow("other document") << QByteArray("<ListPartsResult/>");
    QTest::newRow("no token") << QByteArray(good).replace("TOKEN-A", "");
    QTest::newRow("no secret") << QByteArray(good).replace(">s<", "><");
    QTest::newRow("no end") << QByteArray(good).replace("Expiration", "Expirations");
    QTest::newRow("entity") << "<!DOCTYPE a [<!ENTITY b 'c'>]>" + good;
}

void ExpressTest::readsSessions()
{
    QFETCH(QByteArray, body);
    QVERIFY(createSessionReply(session("A")).ok());
    QVERIFY(!createSessionReply(ScriptedTransport::reply(200, body)).ok());
}

void ExpressTest::otherStoresHaveNone()
{
    client(QStringLiteral("https://minio.example"));
    m_transport->play({ScriptedTransport::reply(200)});
    QCOMPARE(ask(part()).status, 200);
    QCOMPARE(m_transport->requests().size(), 1);
    QVERIFY(sent(0).headers.value("Authorization").contains("/s3/aws4_request"));
}

void ExpressTest::expiredKeysAreRenewedFirst()
{
    S3ClientOptions options;
    options.endpoint = *Endpoint::parse(QStringLiteral("https://s3.example"));
    SigningKeys::Ready ready;
    options.renew = [&](const Credentials& old, SigningKeys::Ready then) {
        QCOMPARE(old.accessKeyId, QByteArray("OLD"));
        ready = std::move(then);
    };
    m_credentials = Credentials{"OLD", Secret("s"), Secret("t"), m_clock.now().addSecs(1)};
    m_client = std::make_unique<S3Client>(
        *m_transport, options, [this] { return m_credentials; }, m_clock);
    m_transport->play({ScriptedTransport::reply(200)});
    const OutcomePtr outcome = start(objectRequest("GET"));
    QVERIFY(ready && m_transport->requests().isEmpty());
    m_credentials = Credentials{"NEW", Secret("s"), Secret("t2"), m_clock.now().addSecs(900)};
    ready(m_credentials);
    QTRY_COMPARE(outcome->ends, 1);
    QCOMPARE(keyOf(sent(0)), QByteArray("NEW"));
}

void ExpressTest::oneRenewalIsEnough()
{
    S3ClientOptions options;
    options.endpoint = *Endpoint::parse(QStringLiteral("https://s3.example"));
    int renewals = 0;
    options.renew = [&](const Credentials&, const SigningKeys::Ready& then) {
        ++renewals;
        QMetaObject::invokeMethod(
            this, [then, this] { then(m_credentials); }, Qt::QueuedConnection);
    };
    m_credentials = Credentials{"KEY", Secret("s"), Secret("t"), m_clock.now().addSecs(900)};
    m_client = std::make_unique<S3Client>(
        *m_transport, options, [this] { return m_credentials; }, m_clock);
    m_transport->play({ScriptedTransport::reply(400, errorXml("ExpiredToken")),
                       ScriptedTransport::reply(400, errorXml("ExpiredToken"))});
    QCOMPARE(ask(objectRequest("GET")).status, 400); // whose keys are refused twice is told so
    QCOMPARE(renewals, 1);
}

void ExpressTest::failedRenewalIsTold()
{
    S3ClientOptions options;
    options.endpoint = *Endpoint::parse(QStringLiteral("https://s3.example"));
    options.renew = [this](const Credentials&, const SigningKeys::Ready& then) {
        QMetaObject::invokeMethod(
            this,
            [then] { then(Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("sign-in-declined")}); },
            Qt::QueuedConnection);
    };
    m_credentials = Credentials{"OLD", Secret("s"), Secret("t"), m_clock.now()};
    m_client = std::make_unique<S3Client>(
        *m_transport, options, [this] { return m_credentials; }, m_clock);
    const HttpReply reply = ask(objectRequest("GET"));
    QVERIFY(reply.failure && reply.failure->code == QLatin1String("sign-in-declined"));
}

void ExpressTest::cancelsWhileWaiting()
{
    S3ClientOptions options;
    options.endpoint = *Endpoint::parse(QStringLiteral("https://s3.example"));
    SigningKeys::Ready ready;
    options.renew = [&](const Credentials&, SigningKeys::Ready then) { ready = std::move(then); };
    m_credentials = Credentials{"OLD", Secret("s"), Secret("t"), m_clock.now()};
    m_client = std::make_unique<S3Client>(
        *m_transport, options, [this] { return m_credentials; }, m_clock);
    S3Client::CallId id = 0;
    const OutcomePtr outcome = start(objectRequest("GET"), &id);
    m_client->cancel(id);
    QCOMPARE(outcome->ends, 0);
    QTRY_COMPARE(outcome->ends, 1);
    QCOMPARE(outcome->reply.failure->kind, ErrorKind::Cancelled);
    ready(Credentials{"NEW", Secret("s"), Secret("t"), {}});
    QCoreApplication::processEvents();
    QCOMPARE(outcome->ends, 1);
    QVERIFY(m_transport->requests().isEmpty());
}

QTEST_GUILESS_MAIN(ExpressTest)
#include "tst_express.moc"
