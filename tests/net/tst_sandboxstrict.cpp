// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sandboxbench.h"

#include <QCryptographicHash>
#include <QTest>

using namespace partway;

// What the sandbox refuses, and with which code.
class TestSandboxStrict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesSignatures_data();
    void refusesSignatures();
    void refusesHeaders_data();
    void refusesHeaders();
    void refusesQueries_data();
    void refusesQueries();
    void refusesPartChecksums_data();
    void refusesPartChecksums();
    void refusesToComplete_data();
    void refusesToComplete();
    void judgesConditions_data();
    void judgesConditions();
    void refusesBucketNames_data();
    void refusesBucketNames();
    void wantsALength();
    void keepsOldObjectWhenTheNewOneIsRefused();

private:
    SandboxBench m_bench;
};

void TestSandboxStrict::initTestCase()
{
    QVERIFY(m_bench.start());
    QCOMPARE(m_bench.send("PUT", "there", {}, "object").status, 200);
}

using Change = void (*)(RawRequest&, RawClient&);
Q_DECLARE_METATYPE(Change)

void TestSandboxStrict::refusesSignatures_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, Change change, int status, const char* code) {
        QTest::newRow(name) << change << status << QByteArray(code);
    };
    row(
        "not signed", [](RawRequest& r, RawClient&) { r.isSigned = false; }, 403, "AccessDenied");
    row(
        "wrong secret", [](RawRequest&, RawClient& c) { c.credentials.secretKey = Secret("wrong"); }, 403,
        "SignatureDoesNotMatch");
    row(
        "unknown key", [](RawRequest&, RawClient& c) { c.credentials.accessKeyId = "NOBODY"; }, 403,
        "InvalidAccessKeyId");
    row(
        "wrong region", [](RawRequest&, RawClient& c) { c.region = "eu-west-1"; }, 400,
        "AuthorizationHeaderMalformed");
    row(
        "clock behind", [](RawRequest& r, RawClient&) { r.clockAhead = -16 * 60; }, 403,
        "RequestTimeTooSkewed");
    row(
        "clock ahead", [](RawRequest& r, RawClient&) { r.clockAhead = 16 * 60; }, 403,
        "RequestTimeTooSkewed");
    row(
        "a token nobody gave",
        [](RawRequest&, RawClient& c) { c.credentials.sessionToken = Secret("token"); }, 400, "InvalidToken");
    row(
        "a header added later", [](RawRequest& r, RawClient&) { r.unsignedHeaders.add("x-amz-meta-a", "b"); },
        403, "AccessDenied");
    row(
        "old signature",
        [](RawRequest& r, RawClient&) {
            r.isSigned = false;
            r.unsignedHeaders.add("Authorization", "AWS AKID:signature");
        },
        400, "InvalidRequest");
    row(
        "half a signature",
        [](RawRequest& r, RawClient&) {
            r.isSigned = false;
            r.unsignedHeaders.add("Authorization",
                                  "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c");
        },
        400, "AuthorizationHeaderMalformed");
    row(
        "another body", [](RawRequest& r, RawClient&) { r.payloadHash = QByteArray(64, '0'); }, 400,
        "XAmzContentSHA256Mismatch");
    row(
        "no hash at all", [](RawRequest& r, RawClient&) { r.payloadHash = "nonsense"; }, 400,
        "InvalidArgument");
}

void TestSandboxStrict::refusesSignatures()
{
    QFETCH(Change, change);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    RawClient client(m_bench.sandbox().endpoint(), m_bench.client().credentials);
    RawRequest request;
    request.method = "PUT";
    request.path = "/sandbox/refused";
    request.body = "body";
    change(request, client);
    const RawReply reply = client.send(request);
    QCOMPARE(reply.code(), code);
    QCOMPARE(reply.status, status);
    QCOMPARE(m_bench.send("HEAD", "refused").status, 404);
    if (code == "AuthorizationHeaderMalformed" && client.region != "us-east-1") {
        QCOMPARE(reply.text("Region"), QByteArray("us-east-1"));
        QCOMPARE(reply.headers.value("x-amz-bucket-region"), QByteArray("us-east-1"));
    }
    QVERIFY(!reply.body.contains(m_bench.client().credentials.secretKey.reveal()));
}

void TestSandboxStrict::refusesHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* title, const char* name, const QByteArray& value, int status,
                        const char* code) {
        QTest::newRow(title) << QByteArray(name) << value << status << QByteArray(code);
    };
    row("wrong MD5", "Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==", 400, "BadDigest");
    row("no MD5", "Content-MD5", "not base64!", 400, "InvalidDigest");
    row("short MD5", "Content-MD5", "AAAA", 400, "InvalidDigest");
    row("wrong CRC32", "x-amz-checksum-crc32", "AAAAAA==", 400, "BadDigest");
    row("wrong CRC32C", "x-amz-checksum-crc32c", "AAAAAA==", 400, "BadDigest");
    row("wrong CRC64NVME", "x-amz-checksum-crc64nvme", "AAAAAAAAAAA=", 400, "BadDigest");
    row("wrong SHA1", "x-amz-checksum-sha1", QByteArray(20, '\0').toBase64(), 400, "BadDigest");
    row("wrong SHA256", "x-amz-checksum-sha256", QByteArray(32, '\0').toBase64(), 400, "BadDigest");
    row("no CRC32", "x-amz-checksum-crc32", "AAAA", 400, "InvalidRequest");
    row("promised, not sent", "x-amz-sdk-checksum-algorithm", "CRC32", 400, "InvalidRequest");
    row("storage class", "x-amz-storage-class", "SHINY", 400, "InvalidStorageClass");
    row("much metadata", "x-amz-meta-long", QByteArray(2045, 'm'), 400, "MetadataTooLarge");
    row("encryption", "x-amz-server-side-encryption", "aws:kms", 501, "NotImplemented");
    row("customer key", "x-amz-server-side-encryption-customer-algorithm", "AES256", 501, "NotImplemented");
    row("object lock", "x-amz-object-lock-mode", "GOVERNANCE", 501, "NotImplemented");
    row("public", "x-amz-acl", "public-read", 400, "AccessControlListNotSupported");
    row("owner", "x-amz-expected-bucket-owner", "123456789012", 403, "AccessDenied");
    row("condition", "If-None-Match", "\"abc\"", 501, "NotImplemented");
    row("eleven tags", "x-amz-tagging", "a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1", 400, "BadRequest");
}

void TestSandboxStrict::refusesHeaders()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const RawReply reply = m_bench.send("PUT", "refused", {}, "body", headers({{name, value}}));
    QCOMPARE(reply.code(), code);
    QCOMPARE(reply.status, status);
    QCOMPARE(m_bench.send("HEAD", "refused").status, 404);
}

void TestSandboxStrict::refusesQueries_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* method, const QByteArray& key, const char* query, const char* code) {
        QTest::addRow("%s %.20s?%s", method, key.constData(), query)
            << QByteArray(method) << key << QByteArray(query) << QByteArray(code);
    };
    row("DELETE", "", "policy", "NotImplemented");
    row("GET", "", "policy", "NotImplemented");
    row("PUT", "", "policy", "NotImplemented");
    row("GET", "there", "attributes", "NotImplemented");
    row("PUT", "there", "acl", "NotImplemented");
    row("PATCH", "there", "", "NotImplemented");
    row("GET", "none", "uploadId=unknown", "NoSuchUpload");
    row("GET", "", "encoding-type=rot13", "InvalidArgument");
    row("GET", "", "max-keys=many", "InvalidArgument");
    row("PUT", QByteArray(1025, 'k'), "", "KeyTooLongError");
}

void TestSandboxStrict::refusesQueries()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, code);
    const qsizetype equals = query.indexOf('=');
    Query items;
    if (!query.isEmpty())
        items.append({query.left(equals), equals < 0 ? QByteArray() : query.mid(equals + 1)});
    QCOMPARE(m_bench.send(method, key, items).code(), code);
    QCOMPARE(m_bench.send("HEAD", "there").status, 200);
}

void TestSandboxStrict::refusesPartChecksums_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("fine");
    QTest::newRow("undeclared") << QByteArray() << QByteArray() << QByteArray("x-amz-checksum-crc32")
                                << false;
    QTest::newRow("another") << QByteArray("CRC32C") << QByteArray() << QByteArray("x-amz-checksum-crc32")
                             << false;
    QTest::newRow("declared") << QByteArray("CRC32") << QByteArray("FULL_OBJECT")
                              << QByteArray("x-amz-checksum-crc32") << true;
    QTest::newRow("composite, missing") << QByteArray("CRC32") << QByteArray() << QByteArray() << false;
    QTest::newRow("full object, missing")
        << QByteArray("CRC32") << QByteArray("FULL_OBJECT") << QByteArray() << true;
}

void TestSandboxStrict::refusesPartChecksums()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, header);
    QFETCH(bool, fine);
    HeaderList create, part;
    if (!algorithm.isEmpty())
        create.add("x-amz-checksum-algorithm", algorithm);
    if (!type.isEmpty())
        create.add("x-amz-checksum-type", type);
    if (!header.isEmpty())
        part.add(header, "y/Q5Jg=="); // of "123456789", s3-reference §4.1
    const QByteArray id = m_bench.createUpload("checked", create);
    QVERIFY(!id.isEmpty());
    const RawReply reply = m_bench.sendPart("checked", id, 1, "123456789", part);
    QCOMPARE(reply.code(), fine ? QByteArray() : QByteArray("InvalidRequest"));
    if (!fine)
        QVERIFY(
            reply.text("Message").startsWith("Checksum Type mismatch occurred, expected checksum Type: "));
    QCOMPARE(
        m_bench
            .send("POST", "x", {{"uploads", ""}}, {},
                  headers({{"x-amz-checksum-algorithm", "SHA256"}, {"x-amz-checksum-type", "FULL_OBJECT"}}))
            .code(),
        QByteArray("InvalidRequest"));
}

void TestSandboxStrict::refusesToComplete_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("code");
    const QByteArray big =
        QCryptographicHash::hash(QByteArray(5 * MiB, 'b'), QCryptographicHash::Md5).toHex();
    const QByteArray small = QCryptographicHash::hash("small", QCryptographicHash::Md5).toHex();
    const QByteArray right = partElement(1, big) + partElement(2, small);
    const auto row = [](const char* name, const QByteArray& document, const char* header, const char* code) {
        QTest::newRow(name) << document << QByteArray(header) << QByteArray(code);
    };
    row("small part first", partElement(2, small) + partElement(3, small), "", "EntityTooSmall");
    row("wrong order", partElement(2, small) + partElement(1, big), "", "InvalidPartOrder");
    row("twice the same", partElement(1, big) + partElement(1, big), "", "InvalidPartOrder");
    row("wrong ETag", partElement(1, small), "", "InvalidPart");
    row("no such part", partElement(1, big) + partElement(9, small), "", "InvalidPart");
    row("nothing", "", "", "MalformedXML");
    row("no number", "<Part><ETag>a</ETag></Part>", "", "MalformedXML");
    row("unknown element", "<Piece/>", "", "MalformedXML");
    row("not closed", "<Part>", "", "MalformedXML");
    row("undeclared checksum", partElement(1, big, "<ChecksumCRC32>AAAAAA==</ChecksumCRC32>"), "",
        "InvalidPart");
    row("wrong size", right, "x-amz-mp-object-size: 5", "InvalidRequest");
    row("wrong checksum", right, "x-amz-checksum-crc64nvme: AAAAAAAAAAA=", "BadDigest");
    row("other checksum", right, "x-amz-checksum-crc32: AAAAAA==", "InvalidRequest");
    row("other type", right, "x-amz-checksum-type: COMPOSITE", "InvalidRequest");
    row("as a form", right, "Content-Type: application/x-www-form-urlencoded", "InvalidRequest");
    row("right after all", right, "x-amz-mp-object-size: 5242885", "");
}

void TestSandboxStrict::refusesToComplete()
{
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, code);
    const QByteArray id = m_bench.createUpload("completed");
    m_bench.sendPart("completed", id, 1, QByteArray(5 * MiB, 'b'));
    m_bench.sendPart("completed", id, 2, "small");
    m_bench.sendPart("completed", id, 3, "small");
    HeaderList fields;
    if (!header.isEmpty())
        fields.add(header.left(header.indexOf(':')), header.mid(header.indexOf(':') + 2));
    const RawReply reply = m_bench.complete("completed", id, document, fields);
    QCOMPARE(reply.code(), code);
    // The upload survives every refusal.
    const RawReply parts = m_bench.send("GET", "completed", {{"uploadId", id}});
    QCOMPARE(parts.status, code.isEmpty() ? 404 : 200);
}

void TestSandboxStrict::judgesConditions_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("code");
    const QByteArray etag = '"' + QCryptographicHash::hash("object", QCryptographicHash::Md5).toHex() + '"';
    const auto row = [](const char* name, const char* key, const char* header, const QByteArray& value,
                        const char* code) {
        QTest::newRow(name) << QByteArray(key) << QByteArray(header) << value << QByteArray(code);
    };
    row("none-match, there", "there", "If-None-Match", "*", "PreconditionFailed");
    row("none-match, not there", "fresh", "If-None-Match", "*", "");
    row("match, other", "there", "If-Match", "\"d41d8cd98f00b204e9800998ecf8427e\"", "PreconditionFailed");
    row("match, not there", "nowhere", "If-Match", etag, "NoSuchKey");
    row("match", "there", "If-Match", etag, "");
}

void TestSandboxStrict::judgesConditions()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, code);
    QCOMPARE(m_bench.send("PUT", "there", {}, "object").status, 200);
    const QByteArray id = m_bench.createUpload(key);
    const QByteArray etag = m_bench.sendPart(key, id, 1, "object").headers.value("etag");
    const RawReply completed = m_bench.complete(key, id, partElement(1, etag), headers({{name, value}}));
    QCOMPARE(completed.code(), code);
    m_bench.send("DELETE", "fresh");
    QCOMPARE(m_bench.send("PUT", "there", {}, "object").status, 200);
    QCOMPARE(m_bench.send("PUT", key, {}, "object", headers({{name, value}})).code(), code);
}

void TestSandboxStrict::refusesBucketNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    const QByteArray none;
    QTest::newRow("short") << QByteArray("ab") << none << QByteArray("InvalidBucketName");
    QTest::newRow("upper case") << QByteArray("Bucket") << none << QByteArray("InvalidBucketName");
    QTest::newRow("underscore") << QByteArray("a_bucket") << none << QByteArray("InvalidBucketName");
    QTest::newRow("address") << QByteArray("10.0.0.1") << none << QByteArray("InvalidBucketName");
    QTest::newRow("dots") << QByteArray("..") << none << QByteArray("InvalidBucketName");
    QTest::newRow("there already") << QByteArray("sandbox") << none << QByteArray("BucketAlreadyOwnedByYou");
    QTest::newRow("elsewhere") << QByteArray("elsewhere")
                               << QByteArray("<CreateBucketConfiguration><LocationConstraint>eu-west-1"
                                             "</LocationConstraint></CreateBucketConfiguration>")
                               << QByteArray("IllegalLocationConstraintException");
    QTest::newRow("fine") << QByteArray("a-bucket.of-mine") << none << QByteArray();
}

void TestSandboxStrict::refusesBucketNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    RawRequest request;
    request.method = "PUT";
    request.path = '/' + name;
    request.body = body;
    QCOMPARE(m_bench.client().send(request).code(), code);
    request.method = "DELETE";
    request.body.clear();
    if (code.isEmpty())
        QCOMPARE(m_bench.client().send(request).status, 204);
}

void TestSandboxStrict::wantsALength()
{
    RawRequest request;
    request.method = "PUT";
    request.path = "/sandbox/length";
    request.withLength = false;
    QCOMPARE(m_bench.client().send(request).code(), QByteArray("MissingContentLength"));
    request.payloadHash = "UNSIGNED-PAYLOAD";
    request.unsignedHeaders.add("Transfer-Encoding", "chunked");
    request.body = "4\r\nbody\r\n0\r\n\r\n";
    const RawReply reply = m_bench.client().send(request);
    QCOMPARE(reply.code(), QByteArray("MissingContentLength"));
    QCOMPARE(reply.status, 411);
}

void TestSandboxStrict::keepsOldObjectWhenTheNewOneIsRefused()
{
    m_bench.send("PUT", "kept", {}, "old");
    const RawReply refused =
        m_bench.send("PUT", "kept", {}, "new", headers({{"Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="}}));
    QCOMPARE(refused.code(), QByteArray("BadDigest"));
    QCOMPARE(m_bench.send("GET", "kept").body, QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestSandboxStrict)
#include "tst_sandboxstrict.moc"
