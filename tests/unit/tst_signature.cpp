// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/endpoint.h"
#include "s3/hash.h"
#include "s3/signature.h"
#include "signaturevectors.h"

#include <QTest>

using namespace partway;
using namespace vectors;

namespace {

QDateTime signingTime()
{
    return QDateTime(QDate(2026, 1, 15), QTime(9, 30), Qt::UTC);
}

Credentials exampleKeys(const QByteArray& sessionToken = {})
{
    Credentials keys;
    keys.accessKeyId = "AKIAIOSFODNN7EXAMPLE";
    keys.secretKey = Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    if (!sessionToken.isEmpty())
        keys.sessionToken = Secret(sessionToken);
    return keys;
}

HeaderList headerList(const QList<QPair<QByteArray, QByteArray>>& fields)
{
    HeaderList headers;
    for (const auto& [name, value] : fields)
        headers.add(name, value);
    return headers;
}

Origin originOf(const QByteArray& host)
{
    Origin origin{QStringLiteral("https"), QString::fromLatin1(host), 0};
    if (host == "127.0.0.1:9000")
        origin = {QStringLiteral("http"), QStringLiteral("127.0.0.1"), 9000};
    return origin;
}

HeaderList everythingSigned(const Vector& vector)
{
    HeaderList headers = headerList(vector.headers);
    headers.set("host", vector.host);
    headers.set("x-amz-date", "20260115T093000Z");
    if (vector.scope.service != "sts")
        headers.set("x-amz-content-sha256", vector.payloadHash);
    if (!vector.sessionToken.isEmpty())
        headers.set(vector.tokenHeader, vector.sessionToken);
    return headers;
}

} // namespace

Q_DECLARE_METATYPE(Vector)

class SignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesOfTheVectors();
    void vectors_data();
    void vectors();
    void wholeRequests_data();
    void wholeRequests();
    void presignedWithToken();
    void presignedWithContentType();
    void presignedLifetimeIsBounded();
    void signingAgainReplacesTheFirst();
    void unsignedHeadersStayOut();
    void repeatedHeaderIsJoined();
    void queryIsSortedByBytes();
    void hmac_data();
    void hmac();
};

// The vectors give the digests of their bodies: they must be those bodies.
void SignatureTest::bodiesOfTheVectors()
{
    QCOMPARE(sha256({}), emptyPayloadHash);
    QCOMPARE(sha256("hello part"), "176e0f4c4b8eeac3b0b9a199fd38d04a0d9c8804e84672e72d66083161bc79ab");
    QCOMPARE(hashOf(HashAlgorithm::Md5, "hello part").toBase64(), "rY4W2T8nFxFs5Uq7m69Z8A==");
    QCOMPARE(completeBody.size(), 185);
    QCOMPARE(sha256(completeBody), "117672f904e3a5db272c4a3c37d40f3f3784f3fe3232fc4e334a505801c83f0d");
    QCOMPARE(lifecycleBody.size(), 310);
    QCOMPARE(sha256(lifecycleBody), "8a61b9ae3744c7c246e41f1a05c418008897e80df0d21eb47ff47a42b2e48418");
    QCOMPARE(hashOf(HashAlgorithm::Md5, lifecycleBody).toBase64(), "WE1zfcGZ7fflugpE/YeuJg==");
    QCOMPARE(sha256(assumeRoleBody), "7a3e27e854edf7fe76ce6d25cb9fa84a013215ebedb327d10e630fff10eb9070");
}

// The requests that Partway makes itself; S1, signed with a content-encoding, is only for test servers.
void SignatureTest::wholeRequests_data()
{
    QTest::addColumn<Vector>("vector");
    QTest::newRow("V1 create, blanks in header and key") << createVector();
    QTest::newRow("V2 part, path style, port, unicode") << pathStylePartVector();
    QTest::newRow("V3 part, token, unsigned payload") << tokenPartVector();
    QTest::newRow("V4 complete, conditional, checksum") << completeVector();
    QTest::newRow("V5 list uploads, markers") << listUploadsVector();
    QTest::newRow("V6 dot segments are kept") << dotSegmentsVector();
    QTest::newRow("V7 lifecycle") << lifecycleVector();
    QTest::newRow("V8 every odd character") << oddKeyVector();
    QTest::newRow("X1 express session") << createSessionVector();
    QTest::newRow("X2 express part") << expressPartVector();
    QTest::newRow("T1 assume role") << assumeRoleVector();
}

void SignatureTest::vectors_data()
{
    wholeRequests_data();
    QTest::newRow("S1 trailer form") << trailerVector();
}

void SignatureTest::vectors()
{
    QFETCH(Vector, vector);
    QCOMPARE(canonicalQuery(vector.query), vector.expectedQuery);
    const SignatureParts parts =
        signCanonical(vector.method, vector.path, canonicalQuery(vector.query), everythingSigned(vector),
                      vector.payloadHash, exampleKeys(vector.sessionToken), vector.scope, signingTime());
    QCOMPARE(parts.signedHeaders, vector.expectedNames);
    QCOMPARE(sha256(parts.canonicalRequest), vector.canonicalSha256);
    QCOMPARE(parts.signature, vector.signature);
}

void SignatureTest::wholeRequests()
{
    QFETCH(Vector, vector);
    HttpRequest request;
    request.method = vector.method;
    request.origin = originOf(vector.host);
    request.headers = headerList(vector.headers);
    signRequest(request, vector.path, vector.query, vector.payloadHash, exampleKeys(vector.sessionToken),
                vector.scope, signingTime());

    const QByteArray target =
        vector.expectedQuery.isEmpty() ? vector.path : vector.path + '?' + vector.expectedQuery;
    QCOMPARE(request.target, target);
    QCOMPARE(request.headers.value("Authorization"),
             "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260115/" + vector.scope.region + '/' +
                 vector.scope.service + "/aws4_request, SignedHeaders=" + vector.expectedNames +
                 ", Signature=" + vector.signature);
    QCOMPARE(request.headers.value("host"), vector.host);
    QCOMPARE(request.headers.value("x-amz-date"), "20260115T093000Z");
    QCOMPARE(request.headers.has("x-amz-content-sha256"), vector.scope.service != "sts");
    QCOMPARE(request.headers.value(vector.tokenHeader), vector.sessionToken);
}

void SignatureTest::presignedWithToken()
{
    const QByteArray path = encodePath(QStringLiteral("/in box/ü+1.bin").toUtf8());
    QCOMPARE(path, "/in%20box/%C3%BC%2B1.bin");
    const QByteArray target =
        presignTarget("PUT", originOf(mediaHost), path, {{"uploadId", uploadId}, {"partNumber", "3"}}, {},
                      exampleKeys(token), {"eu-central-1", "s3"}, signingTime(), 900);
    const QByteArray query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260115%2Feu-central-1%"
        "2Fs3"
        "%2Faws4_request&X-Amz-Date=20260115T093000Z&X-Amz-Expires=900&X-Amz-Security-Token="
        "FwoGZXIvYXdzEXAMPLE"
        "%2F%2Ftoken%2Bvalue%3D%3D&X-Amz-SignedHeaders=host&partNumber=3&uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D";
    QCOMPARE(target, path + '?' + query +
                         "&X-Amz-Signature=b71868b35f0e27d1ed64b3f49101512d25c256e879eecb9e470aa6b89d3e9ba0");
    HeaderList host;
    host.set("host", mediaHost);
    const SignatureParts parts = signCanonical("PUT", path, query, host, unsignedPayload, exampleKeys(token),
                                               {"eu-central-1", "s3"}, signingTime());
    QCOMPARE(sha256(parts.canonicalRequest),
             "0f0b1325706f8d1c4db5c00d7065a13a19b181f4251f22086cb6cdce55ba47fc");
}

void SignatureTest::presignedWithContentType()
{
    HeaderList headers;
    headers.set("Content-Type", "video/mp4");
    const QByteArray target = presignTarget("PUT", originOf("127.0.0.1:9000"), "/data/x//y%20z",
                                            {{"partNumber", "1"}, {"uploadId", "EXAMPLEUPLOADID"}}, headers,
                                            exampleKeys(), {"us-east-1", "s3"}, signingTime(), 3600);
    const QByteArray query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260115%2Fus-east-1%2Fs3"
        "%2Faws4_request&X-Amz-Date=20260115T093000Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=content-type%"
        "3Bhost"
        "&partNumber=1&uploadId=EXAMPLEUPLOADID";
    QCOMPARE(target, "/data/x//y%20z?" + query +
                         "&X-Amz-Signature=0c144591ae1479431450f505de6e952eb6120b54e9ddda16505a60154ad061ef");
    headers.set("Host", "127.0.0.1:9000");
    const SignatureParts parts = signCanonical("PUT", "/data/x//y%20z", query, headers, unsignedPayload,
                                               exampleKeys(), {"us-east-1", "s3"}, signingTime());
    QCOMPARE(sha256(parts.canonicalRequest),
             "d568568808faae7c41e8120c35a858a14980d501ff4511780ed681f4c2e56300");
}

void SignatureTest::presignedLifetimeIsBounded()
{
    const auto presign = [](int seconds) {
        return presignTarget("GET", originOf(mediaHost), "/k", {}, {}, exampleKeys(), {"eu-central-1", "s3"},
                             signingTime(), seconds);
    };
    QVERIFY(presign(0).contains("&X-Amz-Expires=1&"));
    QVERIFY(presign(10'000'000).contains("&X-Amz-Expires=604800&"));
}

// A retry is signed anew on the same request: nothing of the first signature, nor a token that the renewed
// credentials no longer have, may stay.
void SignatureTest::signingAgainReplacesTheFirst()
{
    const SigningScope scope{"eu-central-1", "s3"};
    HttpRequest first;
    first.method = "GET";
    first.origin = originOf(mediaHost);
    HttpRequest again = first;
    signRequest(first, "/k", {}, emptyPayloadHash, exampleKeys(), scope, signingTime());

    signRequest(again, "/k", {}, emptyPayloadHash, exampleKeys(token), {"us-east-1", "s3"},
                signingTime().addSecs(-3600));
    signRequest(again, "/k", {}, emptyPayloadHash, exampleKeys(), scope, signingTime());
    QCOMPARE(again.headers.all(), first.headers.all());
    QCOMPARE(again.target, first.target);
}

void SignatureTest::unsignedHeadersStayOut()
{
    HttpRequest request;
    request.method = "PUT";
    request.origin = originOf(mediaHost);
    for (const char* name :
         {"User-Agent", "Accept-Encoding", "Content-Length", "Cache-Control", "Connection"})
        request.headers.set(name, "1");
    signRequest(request, "/k", {}, emptyPayloadHash, exampleKeys(), {"eu-central-1", "s3"}, signingTime());
    QVERIFY(request.headers.value("Authorization").contains("SignedHeaders=" + plainNames + ", "));
    QCOMPARE(request.headers.value("Cache-Control"), "1");
}

void SignatureTest::repeatedHeaderIsJoined()
{
    HeaderList headers;
    headers.add("host", "h");
    headers.add("X-Amz-Meta-A", "one");
    headers.add("x-amz-meta-a", " two ");
    const SignatureParts parts =
        signCanonical("GET", {}, {}, headers, emptyPayloadHash, exampleKeys(), {"r", "s3"}, signingTime());
    QCOMPARE(parts.canonicalRequest,
             "GET\n/\n\nhost:h\nx-amz-meta-a:one,two\n\nhost;x-amz-meta-a\n" + emptyPayloadHash);
    QVERIFY(
        parts.stringToSign.startsWith("AWS4-HMAC-SHA256\n20260115T093000Z\n20260115/r/s3/aws4_request\n"));
}

void SignatureTest::queryIsSortedByBytes()
{
    QCOMPARE(canonicalQuery({{"b", "2"}, {"a", "z"}, {"B", "1"}, {"a", "%"}, {"\xC3\xA9", " +"}}),
             "%C3%A9=%20%2B&B=1&a=%25&a=z&b=2");
}

// The signing keys of the reference, by the four steps that make them.
void SignatureTest::hmac_data()
{
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("eu-central-1") << QByteArray("eu-central-1") << QByteArray("s3")
                                  << QByteArray(
                                         "c47ad3485aa08cbfff5628652baa4000a394fd621f27615f7218e62ae5e52bb8");
    QTest::newRow("us-east-1") << QByteArray("us-east-1") << QByteArray("s3")
                               << QByteArray(
                                      "035fb924ff261ca5eeb51be7191bb7da32ed5732caa778ccacf4eb16af7f5bbd");
    QTest::newRow("express") << QByteArray("eu-west-1") << QByteArray("s3express")
                             << QByteArray(
                                    "55eb05dea4c9c58a948f7e72c71361831bea1b087c931c52a285ee2e36a42a71");
}

void SignatureTest::hmac()
{
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, service);
    QFETCH(QByteArray, key);
    QByteArray made = hmacSha256("AWS4wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "20260115");
    for (const QByteArray& step : {region, service, QByteArray("aws4_request")})
        made = hmacSha256(made, step);
    QCOMPARE(made.toHex(), key);
}

QTEST_GUILESS_MAIN(SignatureTest)
#include "tst_signature.moc"
