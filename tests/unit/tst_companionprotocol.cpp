// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companionerror.h"
#include "store/companionprotocol.h"
#include "support/scriptedtransport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace partway;

class TestCompanionProtocol : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headers_data();
    void headers();
    void requests();
    void settings();
    void addresses_data();
    void addresses();
    void goodReplies();
    void hostileReplies_data();
    void hostileReplies();
    void errors_data();
    void errors();
    void patience();
};

namespace {

const QByteArray goodUrl = "https://s3.test/b/k%27%28a?X-Amz-Expires=800&X-Amz-Signature=abc&partNumber=1";

CompanionServer server(const QString& endpoint = "https://companion.test/path", const QByteArray& signIn = {})
{
    return *companionServer(endpoint, Secret(signIn));
}

HttpReply reply(int status, const QByteArray& body)
{
    return ScriptedTransport::reply(status, body);
}

UploadRef ref()
{
    return {"b", QByteArray("ke y/\xc3\xbc&1"), "u/1+=?"};
}

} // namespace

void TestCompanionProtocol::headers_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    const QString tls = "https://c.test";
    QTest::newRow("none") << tls << QByteArray("  ") << QByteArray() << QByteArray() << QString();
    QTest::newRow("named") << tls << QByteArray("Cookie:  a=b; c=d") << QByteArray("Cookie")
                           << QByteArray("a=b; c=d") << QString();
    QTest::newRow("token") << tls << QByteArray("abc.def") << QByteArray("Authorization")
                           << QByteArray("Bearer abc.def") << QString();
    QTest::newRow("two lines") << tls << QByteArray("A: b\r\nC: d") << QByteArray() << QByteArray()
                               << "companion-header-invalid";
    QTest::newRow("host") << tls << QByteArray("Host: other") << QByteArray() << QByteArray()
                          << "companion-header-invalid";
    QTest::newRow("no value") << tls << QByteArray("Cookie: ") << QByteArray() << QByteArray()
                              << "companion-header-invalid";
    QTest::newRow("in the clear") << "http://c.test" << QByteArray("abc") << QByteArray() << QByteArray()
                                  << "companion-header-in-clear";
    QTest::newRow("here") << "http://127.0.0.1:1" << QByteArray("abc") << QByteArray("Authorization")
                          << QByteArray("Bearer abc") << QString();
    QTest::newRow("no endpoint") << "" << QByteArray() << QByteArray() << QByteArray() << "endpoint-empty";
}

void TestCompanionProtocol::headers()
{
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QString, code);
    const Result<CompanionServer> made = companionServer(endpoint, Secret(given));
    QCOMPARE(made ? QString() : made.error().code, code);
    if (made) {
        QCOMPARE(made->signInName, name);
        QCOMPARE(made->signInValue.reveal(), value);
    }
}

void TestCompanionProtocol::requests()
{
    CreateUploadInput input;
    input.key = QByteArray("raw/2026/gr\xc3\xbc\xc3\x9f.mov");
    input.object.metadata.insert("partway-upload", "tok");
    const HttpRequest create = companionCreateRequest(server("https://c.test", "tok"), input);
    QCOMPARE(create.method, QByteArray("POST"));
    QCOMPARE(create.target, QByteArray("/s3/multipart"));
    QCOMPARE(create.headers.value("Authorization"), QByteArray("Bearer tok"));
    QVERIFY(!create.repeatable);
    const QJsonObject body = QJsonDocument::fromJson(create.body.bytes).object();
    QCOMPARE(body.value("filename").toString(), QString::fromUtf8("gr\xc3\xbc\xc3\x9f.mov"));
    QCOMPARE(body.value("type").toString(), "application/octet-stream");
    QCOMPARE(body.value("metadata").toObject().value("partway-upload").toString(), "tok");
    QCOMPARE(body.value("metadata").toObject().value("relativePath").toString(),
             QString::fromUtf8(input.key));

    const QByteArray below = "/path/s3/multipart/u%2F1%2B%3D%3F";
    const QByteArray key = "?key=ke%20y%2F%C3%BC%261";
    QCOMPARE(companionSignRequest(server(), ref(), {7}).target, QByteArray(below + "/7" + key));
    QCOMPARE(companionSignRequest(server(), ref(), {7, 9}).target,
             QByteArray(below + "/batch" + key + "&partNumbers=7,9"));
    QCOMPARE(companionListRequest(server(), ref()).target, QByteArray(below + key));
    QCOMPARE(companionAbortRequest(server(), ref()).method, QByteArray("DELETE"));
    QCOMPARE(companionListRequest(server("https://c.test/x/s3"), ref()).target.left(15),
             QByteArray("/x/s3/multipart")); // given with /s3

    CompleteUploadInput all{"b", ref().key, ref().uploadId, {{1, "\"e1\"", {}}, {2, "e2", {}}}};
    const HttpRequest complete = companionCompleteRequest(server(), all);
    QCOMPARE(complete.target, QByteArray(below + "/complete" + key));
    QCOMPARE(complete.body.bytes,
             QByteArray(R"({"parts":[{"ETag":"\"e1\"","PartNumber":1},{"ETag":"e2","PartNumber":2}]})"));
    QVERIFY(!complete.repeatable);
}

void TestCompanionProtocol::settings()
{
    ObjectOptions object;
    object.contentType = "text/plain";
    object.metadata.insert("a", "b");
    QVERIFY(companionTakes(object));
    object.storageClass = "GLACIER";
    QCOMPARE(companionTakes(object).error().code, "companion-setting");
    QCOMPARE(companionTakes(object).error().resource, "storage class");
}

void TestCompanionProtocol::addresses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << goodUrl << true << QString();
    QTest::newRow("http") << QByteArray("http://127.0.0.1:9/b?X-Amz-Expires=1") << false << QString();
    QTest::newRow("ipv6") << QByteArray("http://[::1]:9/b?X-Amz-Expires=1") << false << QString();
    QTest::newRow("down from tls") << QByteArray("http://127.0.0.1:9/b?a=b") << true << "signed-url-in-clear";
    QTest::newRow("empty") << QByteArray() << false << "signed-url-invalid";
    QTest::newRow("file") << QByteArray("file:///etc/passwd?a=b") << false << "signed-url-invalid";
    QTest::newRow("user") << QByteArray("https://u:p@s3.test/b?a=b") << true << "signed-url-invalid";
    QTest::newRow("not signed") << QByteArray("https://s3.test/b") << true << "signed-url-invalid";
    QTest::newRow("fragment") << QByteArray("https://s3.test/b?a=b#c") << true << "signed-url-invalid";
    QTest::newRow("line") << QByteArray("https://s3.test/b?a=b\r\nX: y") << true << "signed-url-invalid";
    QTest::newRow("dots") << QByteArray("https://s3.test/a/../b?a=b") << true << "signed-url-invalid";
    QTest::newRow("long") << goodUrl + QByteArray(9000, 'x') << true << "signed-url-invalid";
    QTest::newRow("no host") << QByteArray("https:///b?a=b") << true << "signed-url-invalid";
}

void TestCompanionProtocol::addresses()
{
    QFETCH(QByteArray, url);
    QFETCH(bool, tls);
    QFETCH(QString, code);
    const Result<SignedUrl> parsed = parseSignedUrl(url, tls);
    QCOMPARE(parsed ? QString() : parsed.error().code, code);
    if (!parsed) {
        QVERIFY(parsed.error().resource.isEmpty() && parsed.error().message.isEmpty()); // it is a secret
        return;
    }
    QCOMPARE(parsed->target, url.mid(url.indexOf('/', 8)));
    QVERIFY(!parsed->emptyChecksum);
    QVERIFY(parseSignedUrl(url + "&x-amz-checksum-crc32=AAAAAA%3D%3D", tls)->emptyChecksum);
}

void TestCompanionProtocol::goodReplies()
{
    const auto created = companionCreateReply(reply(200, R"({"key":"k/1","uploadId":"u","bucket":"b"})"));
    QVERIFY(created);
    QCOMPARE(created->key, QByteArray("k/1"));
    QCOMPARE(created->bucket, "b");
    const auto one =
        companionSignReply(reply(200, R"({"url":")" + goodUrl + R"(","expires":60})"), {1}, true);
    QVERIFY(one && *one->constFind(1));
    QCOMPARE((*one->constFind(1))->holds, std::chrono::seconds(60));
    const auto two = companionSignReply(
        reply(200, R"({"presignedUrls":{"1":")" + goodUrl + R"(","3":"http://x"}})"), {1, 2, 3}, true);
    QVERIFY(two && *two->constFind(1));
    QCOMPARE((*two->constFind(1))->holds, std::chrono::seconds(800));
    QVERIFY(!*two->constFind(2) && !*two->constFind(3)); // left out; no address
    const auto page = companionListReply(reply(
        200, R"([{"PartNumber":2,"ETag":"\"e\"","Size":5,"LastModified":"2026-01-02T03:04:05.000Z"}])"));
    QVERIFY(page && page->parts.size() == 1 && !page->truncated);
    QCOMPARE(page->parts.first().etag, QByteArray("\"e\""));
    QVERIFY(page->parts.first().modified.isValid());
    const auto done = companionCompleteReply(reply(200, R"({"location":"l","key":"k","bucket":"b"})"));
    QVERIFY(done && done->etag.isEmpty());
    QVERIFY(companionAbortReply(reply(200, "{}")) && companionAbortReply(reply(204, "")));
}

void TestCompanionProtocol::hostileReplies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("page") << QByteArray("<html><title>Sign in</title></html>");
    QTest::newRow("cut") << QByteArray(R"({"key":"k","uploadId":"u)");
    QTest::newRow("types") << QByteArray(R"({"key":1,"uploadId":[],"presignedUrls":[],"url":{}})");
    QTest::newRow("control") << QByteArray(R"({"key":"k\n","uploadId":"u\u0000"})");
    QTest::newRow("long") << R"({"key":"k","uploadId":")" + QByteArray(5000, 'u') + R"("})";
    QTest::newRow("part 0") << QByteArray(R"([{"PartNumber":0,"ETag":"e","Size":5}])");
    QTest::newRow("part 10001") << QByteArray(R"([{"PartNumber":10001,"ETag":"e","Size":5}])");
    QTest::newRow("size") << QByteArray(R"([{"PartNumber":1,"ETag":"e","Size":-5}])");
    QTest::newRow("no etag") << QByteArray(R"([{"PartNumber":1,"Size":5}])");
    QTest::newRow("many") << '[' + QByteArray("{},").repeated(10'000) + "{}]";
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void TestCompanionProtocol::hostileReplies()
{
    QFETCH(QByteArray, body);
    const HttpReply answer = reply(200, body);
    const auto created = companionCreateReply(answer);
    const bool isKeyOnly = QByteArray(QTest::currentDataTag()) == "types";
    QVERIFY(!created && created.error().code == "not-companion" && created.error().maybeDone);
    QVERIFY(!companionSignReply(answer, {1}, true) && !companionSignReply(answer, {1, 2}, true));
    QVERIFY(!companionListReply(answer));
    const auto done = companionCompleteReply(answer);
    if (!isKeyOnly && !body.contains("\"key\":\"k"))
        QVERIFY(!done && done.error().kind == ErrorKind::Transient && done.error().maybeDone);
}

void TestCompanionProtocol::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("silent") << 500 << QByteArray(R"({"message":"Something went wrong","requestId":"r"})")
                            << "transient"
                            << "companion-failed";
    QTest::newRow("page") << 500 << QByteArray("<html>") << "transient"
                          << "companion-failed";
    QTest::newRow("no upload")
        << 500
        << QByteArray(R"({"message":"m","error":{"name":"NoSuchUpload","$metadata":{"httpStatusCode":404}}})")
        << "not-found"
        << "NoSuchUpload";
    QTest::newRow("denied") << 500 << QByteArray(R"({"error":{"Code":"AccessDenied"}})") << "refused"
                            << "AccessDenied";
    QTest::newRow("its keys") << 500 << QByteArray(R"({"error":{"Code":"SignatureDoesNotMatch"}})")
                              << "refused"
                              << "companion-store-refused";
    QTest::newRow("busy") << 500 << QByteArray(R"({"error":{"Code":"SlowDown"}})") << "throttled"
                          << "SlowDown";
    QTest::newRow("bad") << 400 << QByteArray(R"({"error":"s3: no"})") << "refused"
                         << "companion-bad-request";
    QTest::newRow("sign in") << 401 << QByteArray() << "sign-in"
                             << "companion-sign-in";
    QTest::newRow("not here") << 404 << QByteArray(R"({"message":"Not Found"})") << "refused"
                              << "companion-not-found";
    QTest::newRow("elsewhere") << 302 << QByteArray() << "refused"
                               << "companion-redirects";
    QTest::newRow("proxy") << 502 << QByteArray("<html>") << "transient"
                           << "";
    QTest::newRow("proxy busy") << 503 << QByteArray() << "throttled"
                                << "";
    QTest::newRow("too often") << 429 << QByteArray() << "throttled"
                               << "";
}

void TestCompanionProtocol::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QFETCH(QString, code);
    const Error error = companionError(reply(status, body));
    QCOMPARE(errorKindName(error.kind), kind);
    QCOMPARE(error.code, code);
}

void TestCompanionProtocol::patience()
{
    CompanionPatience patience;
    const Error silent = companionError(reply(500, "{}"));
    for (int i = 1; i < 6; ++i)
        QCOMPARE(patience.judge("a", silent).kind, ErrorKind::Transient);
    QCOMPARE(patience.judge("b", silent).kind, ErrorKind::Transient);
    QCOMPARE(patience.judge("a", silent).kind, ErrorKind::Refused);
    QCOMPARE(patience.judge("a", silent).kind, ErrorKind::Transient); // a person said: again
    patience.succeeded("b");
    QCOMPARE(patience.failures("b"), 0);
    const Error lost = companionError(ScriptedTransport::failure(ErrorKind::Transient, "connection-lost"));
    for (int i = 0; i < 20; ++i) // the network may be away as long as it likes
        QCOMPARE(patience.judge("c", lost).kind, ErrorKind::Transient);
}

QTEST_GUILESS_MAIN(TestCompanionProtocol)
#include "tst_companionprotocol.moc"
