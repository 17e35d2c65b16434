// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/endpoint.h"
#include "s3/hash.h"
#include "s3/signature.h"

#include <QTest>

using namespace partway;

namespace {

using Fields = QList<QPair<QByteArray, QByteArray>>;

const QByteArray uploadId = "VXBsb2FkIElE/x+y==";
const QByteArray token = "FwoGZXIvYXdzEXAMPLE//token+value==";
const QByteArray mediaHost = "media-bkt.s3.eu-central-1.amazonaws.com";
const QByteArray regionalHost = "s3.eu-central-1.amazonaws.com";
const QByteArray expressHost = "fastdata--euw1-az1--x-s3.s3express-euw1-az1.eu-west-1.amazonaws.com";

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

QByteArray sha256(const QByteArray& bytes)
{
    return hashOf(HashAlgorithm::Sha256, bytes).toHex();
}

HeaderList headerList(const Fields& fields)
{
    HeaderList headers;
    for (const auto& [name, value] : fields)
        headers.add(name, value);
    return headers;
}

// A signing vector of the reference: the request in its parts, and the two values it must give.
struct Vector
{
    QByteArray method;
    QByteArray host;
    QByteArray path;
    Query query;
    Fields headers; // but for host, date, payload hash and token
    QByteArray payloadHash = emptyPayloadHash;
    SigningScope scope{"eu-central-1", "s3"};
    QByteArray sessionToken;
    QByteArray tokenHeader = "x-amz-security-token";
    QByteArray expectedQuery;
    QByteArray expectedNames;
    QByteArray canonicalSha256;
    QByteArray signature;
};

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

const QByteArray plainNames = "host;x-amz-content-sha256;x-amz-date";
const QByteArray completeBody =
    "<CompleteMultipartUpload "
    "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Part><PartNumber>1</PartNumber>"
    "<ETag>\"25f9e794323b453885f5181f1b624d0b\"</ETag></Part></CompleteMultipartUpload>";
const QByteArray lifecycleBody =
    "<LifecycleConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Rule>"
    "<ID>partway-abort-incomplete</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status>"
    "<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation>"
    "</AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>";
const QByteArray assumeRoleBody =
    "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fuploader"
    "&RoleSessionName=partway&DurationSeconds=3600";

Vector createVector()
{
    Vector v;
    v.method = "POST";
    v.host = mediaHost;
    v.path = encodePath("/photos/My Summer Trip (1).jpg");
    v.query = {{"uploads", ""}};
    v.headers = {{"Content-Type", "image/jpeg"},
                 {"x-amz-storage-class", "STANDARD_IA"},
                 {"x-amz-meta-note", "  two   spaces  "}};
    v.expectedQuery = "uploads=";
    v.expectedNames = "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-meta-note;x-amz-storage-class";
    v.canonicalSha256 = "cf983df8abd4461f00bb8c48dd2a48109ffe93f256f3ca9cdcdbf8ad29e9e000";
    v.signature = "170b9060e43ff23c2dd2d54d9e4029b19746b59285928389f8d1f078c53a2e12";
    return v;
}

Vector pathStylePartVector()
{
    Vector v;
    v.method = "PUT";
    v.host = "127.0.0.1:9000";
    v.path = encodePath(QStringLiteral("/bucket.with.dots/dir//a+b~c/ü€😀.bin").toUtf8());
    v.query = {{"uploadId", uploadId}, {"partNumber", "7"}};
    v.headers = {{"Content-MD5", hashOf(HashAlgorithm::Md5, "hello part").toBase64()}};
    v.payloadHash = sha256("hello part");
    v.scope.region = "us-east-1";
    v.expectedQuery = "partNumber=7&uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D";
    v.expectedNames = "content-md5;host;x-amz-content-sha256;x-amz-date";
    v.canonicalSha256 = "bce7e6aefc37d527decaee16aa77b76ea861e0fcaabbe61c0abee89562fcd5bc";
    v.signature = "07c055fb1495396d8f78159b118b9d45914bce96cd3d86f83e097ee0cb3c0776";
    return v;
}

Vector tokenPartVector()
{
    Vector v;
    v.method = "PUT";
    v.host = mediaHost;
    v.path = "/a%20b.bin";
    v.query = {{"partNumber", "1"}, {"uploadId", "EXAMPLEUPLOADID"}};
    v.headers = {{"x-amz-checksum-crc64nvme", "rosUhgp5mIg="}};
    v.payloadHash = unsignedPayload;
    v.sessionToken = token;
    v.expectedQuery = "partNumber=1&uploadId=EXAMPLEUPLOADID";
    v.expectedNames = "host;x-amz-checksum-crc64nvme;x-amz-content-sha256;x-amz-date;x-amz-security-token";
    v.canonicalSha256 = "2e699c5753e599a4169e051467e90de257a9ac8720b1ac24b8c666aa57bad6f2";
    v.signature = "2bad01de5c443c3e81a7eecf2f7d81f62614cf2518b486ca3c7840a79f574d55";
    return v;
}

Vector completeVector()
{
    Vector v;
    v.method = "POST";
    v.host = mediaHost;
    v.path = "/a%20b.bin";
    v.query = {{"uploadId", "EXAMPLEUPLOADID"}};
    v.headers = {{"Content-Type", "application/xml"},
                 {"If-None-Match", "*"},
                 {"x-amz-mp-object-size", "9"},
                 {"x-amz-checksum-type", "FULL_OBJECT"},
                 {"x-amz-checksum-crc64nvme", "rosUhgp5mIg="}};
    v.payloadHash = sha256(completeBody);
    v.expectedQuery = "uploadId=EXAMPLEUPLOADID";
    v.expectedNames = "content-type;host;if-none-match;x-amz-checksum-crc64nvme;x-amz-checksum-type;"
                      "x-amz-content-sha256;x-amz-date;x-amz-mp-object-size";
    v.canonicalSha256 = "1b9de2ea7f838c3e42b6d7eb7b2fe7d4af04232394fbdf9f353b8eb20f817950";
    v.signature = "c2ecf7ce6131e2b9da9ab5077abf219eb524a5d54afce309772b8fb2df04dc5c";
    return v;
}

Vector listUploadsVector()
{
    Vector v;
    v.method = "GET";
    v.host = mediaHost;
    v.path = "/";
    v.query = {
        {"uploads", ""},          {"prefix", "a b/+\xC3\xBC"},           {"delimiter", "/"},
        {"encoding-type", "url"}, {"key-marker", "a b/+\xC3\xBC/x&y=z"}, {"upload-id-marker", uploadId},
        {"max-uploads", "1000"}};
    v.expectedQuery =
        "delimiter=%2F&encoding-type=url&key-marker=a%20b%2F%2B%C3%BC%2Fx%26y%3Dz&max-uploads=1000"
        "&prefix=a%20b%2F%2B%C3%BC&upload-id-marker=VXBsb2FkIElE%2Fx%2By%3D%3D&uploads=";
    v.expectedNames = plainNames;
    v.canonicalSha256 = "cee2512e4dffd23fd911080e352f9f8fb415c72aef8eb7a5e2c8ad08fb8b8fa8";
    v.signature = "e99cb5c3f18f66e76245e40414c665880bf0b9917caa81abb23e0a3ed3615cb8";
    return v;
}

Vector dotSegmentsVector()
{
    Vector v;
    v.method = "HEAD";
    v.host = regionalHost;
    v.path = "/media-bkt/./a/../b/./c//";
    v.expectedNames = plainNames;
    v.canonicalSha256 = "69796075899d20eeba7bd794e4d5a7811a8a299f8eae07f0567a76685c82cfc9";
    v.signature = "96ebbd130b64a753959e48b128f38b570926dace9d3dfe34d9a6dd545047ee5a";
    return v;
}

Vector lifecycleVector()
{
    Vector v;
    v.method = "PUT";
    v.host = mediaHost;
    v.path = "/";
    v.query = {{"lifecycle", ""}};
    v.headers = {{"content-md5", hashOf(HashAlgorithm::Md5, lifecycleBody).toBase64()},
                 {"content-type", "application/xml"}};
    v.payloadHash = sha256(lifecycleBody);
    v.expectedQuery = "lifecycle=";
    v.expectedNames = "content-md5;content-type;host;x-amz-content-sha256;x-amz-date";
    v.canonicalSha256 = "e9c915def68e020a0bfdb70bf74c38ae0f8103ca808b7fff47b810065e5d1217";
    v.signature = "67eaecf1897c063cc37f49696abf3861ee11a877c64dacce4c4138b6424ea712";
    return v;
}

Vector oddKeyVector()
{
    Vector v;
    v.method = "GET";
    v.host = regionalHost;
    v.path = encodePath("/media-bkt/~!@#$%^&*()_+`-={}[]|\\:\";'<>?,./ \xC3\xA9");
    v.query = {{"uploadId", uploadId}, {"part-number-marker", "0"}, {"max-parts", "1000"}};
    v.expectedQuery = "max-parts=1000&part-number-marker=0&uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D";
    v.expectedNames = plainNames;
    v.canonicalSha256 = "25bd21e4d523884dc4aede04950f8e593b78d2ceaf5403eed53c8560af45cd2d";
    v.signature = "17e09fdedd3cb208460c634def7370aba457fbddbbaae5efb647dd8342584769";
    return v;
}

Vector createSessionVector()
{
    Vector v;
    v.method = "GET";
    v.host = expressHost;
    v.path = "/";
    v.query = {{"session", ""}};
    v.headers = {{"x-amz-create-session-mode", "ReadWrite"}};
    v.scope = {"eu-west-1", "s3express"};
    v.expectedQuery = "session=";
    v.expectedNames = "host;x-amz-content-sha256;x-amz-create-session-mode;x-amz-date";
    v.canonicalSha256 = "dab29323d570b5bb6cca8cce9686c886e69289f9a4ad2dad4987177062fb03cd";
    v.signature = "f76766a766981dbd9f37eede530c05da1bca63758c80275f1ed1853eec0acf43";
    return v;
}

Vector expressPartVector()
{
    Vector v;
    v.method = "PUT";
    v.host = expressHost;
    v.path = "/a%20b.bin";
    v.query = {{"partNumber", "1"}, {"uploadId", "EXAMPLEUPLOADID"}};
    v.headers = {{"x-amz-checksum-crc32", "y/Q5Jg=="}};
    v.payloadHash = unsignedPayload;
    v.scope = {"eu-west-1", "s3express"};
    v.sessionToken = "SESSIONTOKENEXAMPLE";
    v.tokenHeader = "x-amz-s3session-token";
    v.expectedQuery = "partNumber=1&uploadId=EXAMPLEUPLOADID";
    v.expectedNames = "host;x-amz-checksum-crc32;x-amz-content-sha256;x-amz-date;x-amz-s3session-token";
    v.canonicalSha256 = "fecb4b83129b382fb1908dfbaf903ea74fcfb3454e138ea2cde9cca63c454581";
    v.signature = "c7e556c7fbb0be27ca0b0092da8c01cffaac03abfa5249321c2f45e3f7c76e4a";
    return v;
}

Vector trailerVector()
{
    Vector v;
    v.method = "PUT";
    v.host = mediaHost;
    v.path = "/a%20b.bin";
    v.query = {{"partNumber", "1"}, {"uploadId", "EXAMPLEUPLOADID"}};
    v.headers = {{"content-encoding", "aws-chunked"},
                 {"x-amz-decoded-content-length", "27"},
                 {"x-amz-trailer", "x-amz-checksum-crc32"}};
    v.payloadHash = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    v.expectedQuery = "partNumber=1&uploadId=EXAMPLEUPLOADID";
    v.expectedNames = "content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;"
                      "x-amz-trailer";
    v.canonicalSha256 = "492d374aadb15e8141eab99cc2db751565397b269ca06e1391b987f83a47a731";
    v.signature = "b57307fdd75574b78c931f509783960b9e4f381f0aa44116f4baaa6a8e8d0c5d";
    return v;
}

Vector assumeRoleVector()
{
    Vector v;
    v.method = "POST";
    v.host = "sts.eu-central-1.amazonaws.com";
    v.path = "/";
    v.headers = {{"content-type", "application/x-www-form-urlencoded; charset=utf-8"}};
    v.payloadHash = sha256(assumeRoleBody);
    v.scope.service = "sts";
    v.expectedNames = "content-type;host;x-amz-date";
    v.canonicalSha256 = "3fa12b4c753765f5f689cc1bc4e75116abec53972d996085065a90a113837fbe";
    v.signature = "eb628b17d32bea99c803a958eccdc8b6ef5d95753c431b5b01fbac23e4c22222";
    return v;
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
