// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sandboxbench.h"
#include "support/sandboxprocess.h"

#include <QDir>
#include <QFile>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace partway;

// How requests reach the sandbox: links, chunks, TLS, its own process.
class TestSandboxWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_bench.start()); }

    void takesPresignedUrls();
    void takesSignedChunks();
    void takesChunksWithTrailer();
    void waitsToContinue();
    void noticesAShortBody();
    void outlivesABodyThatStaysAway_data();
    void outlivesABodyThatStaysAway();
    void servesTls();
    void servesBucketsByHost();
    void refusesASecondOnOneFolder();
    void runsAsAProcess();
    void losesNothingWhenKilled();

private:
    RawReply get(const QByteArray& key) { return m_bench.send("GET", key); }

    SandboxBench m_bench;
};

void TestSandboxWire::takesPresignedUrls()
{
    const auto put = [&](const QByteArray& target, const QByteArray& more = {}) {
        return m_bench.client().sendBytes("PUT " + target +
                                              " HTTP/1.1\r\nHost: " + m_bench.client().origin.hostHeader() +
                                              "\r\nContent-Length: 4\r\n" + more + "\r\n",
                                          "body");
    };
    const QByteArray target = m_bench.client().presigned("PUT", "/sandbox/by link", {}, 60);
    QCOMPARE(put(target).code(), QByteArray());
    QCOMPARE(get("by link").body, QByteArray("body"));
    QByteArray other = target;
    QCOMPARE(put(other.replace("link", "lint")).code(), QByteArray("SignatureDoesNotMatch"));
    QCOMPARE(put(target, "x-amz-meta-a: b\r\n").code(), QByteArray("AccessDenied"));
    QCOMPARE(put(m_bench.client().presigned("PUT", "/sandbox/late", {}, 60, -120)).text("Message"),
             QByteArray("Request has expired"));
    // A clock that is behind does not matter to a link as long as it lasts.
    QCOMPARE(put(m_bench.client().presigned("PUT", "/sandbox/long", {}, 3600, -1800)).code(), QByteArray());
}

// The example of https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html: made by Amazon, in
// 2013.
void TestSandboxWire::takesSignedChunks()
{
    sandbox::Settings settings;
    settings.accessKey = "AKIAIOSFODNN7EXAMPLE";
    settings.secretKey = Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    settings.bucket = "examplebucket";
    QVERIFY(m_bench.start(settings));
    const qint64 back = QDateTime::fromString(QStringLiteral("2013-05-24T00:00:00Z"), Qt::ISODate)
                            .secsTo(QDateTime::currentDateTimeUtc());
    QCOMPARE(m_bench.setFault("*: skew=-" + QByteArray::number(back) + 's'), QByteArray());
    const QByteArray head =
        "PUT /examplebucket/chunkObject.txt HTTP/1.1\r\nHost: s3.amazonaws.com\r\nx-amz-date: "
        "20130524T000000Z\r\n"
        "x-amz-storage-class: REDUCED_REDUNDANCY\r\nContent-Encoding: aws-chunked\r\n"
        "x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD\r\nx-amz-decoded-content-length: 66560\r\n"
        "Content-Length: 66824\r\nAuthorization: AWS4-HMAC-SHA256 "
        "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=content-encoding;"
        "content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-"
        "class, "
        "Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9\r\n\r\n";
    const QByteArray body =
        "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n" +
        QByteArray(65536, 'a') +
        "\r\n400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n" +
        QByteArray(1024, 'a') +
        "\r\n0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";
    QCOMPARE(body.size(), 66824);
    const RawReply reply = m_bench.client().sendBytes(head, body);
    QCOMPARE(reply.code(), QByteArray());
    QCOMPARE(reply.status, 200);
    QByteArray changed = body;
    changed[30'000] = 'b';
    QCOMPARE(m_bench.client().sendBytes(head, changed).code(), QByteArray("SignatureDoesNotMatch"));
    QFile file(sandbox::Sandbox::fileOf(m_bench.root(), "examplebucket", "chunkObject.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == QByteArray(66560, 'a'));
}

void TestSandboxWire::takesChunksWithTrailer()
{
    RawRequest request;
    request.method = "PUT";
    request.path = "/sandbox/trailer";
    request.payloadHash = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    request.headers = headers({{"Content-Encoding", "aws-chunked"},
                               {"x-amz-decoded-content-length", "27"},
                               {"x-amz-trailer", "x-amz-checksum-crc32"}});
    // The body of s3-reference vector S1.
    request.body = "1b\r\n123456789123456789123456789\r\n0\r\nx-amz-checksum-crc32:Td9uWQ==\r\n\r\n";
    QCOMPARE(m_bench.client().send(request).code(), QByteArray());
    QCOMPARE(get("trailer").body, QByteArray("123456789123456789123456789"));
    QVERIFY(!m_bench.send("HEAD", "trailer").headers.has("content-encoding"));
    request.body.replace("Td9u", "Td9v");
    QCOMPARE(m_bench.client().send(request).code(), QByteArray("BadDigest"));
    request.body.replace("1b\r\n", "1c\r\n");
    QCOMPARE(m_bench.client().send(request).code(), QByteArray("InvalidRequest"));
}

void TestSandboxWire::waitsToContinue()
{
    RawRequest request;
    request.method = "PUT";
    request.path = "/sandbox/waits";
    request.body = "body";
    request.headers = headers({{"Expect", "100-continue"}});
    QCOMPARE(m_bench.client().send(request).status, 200);
    // A refusal comes instead of the word, and the connection ends: the body may or may not follow.
    request.path = "/no-such-bucket/waits";
    const RawReply refused = m_bench.client().send(request);
    QCOMPARE(refused.code(), QByteArray("NoSuchBucket"));
    QCOMPARE(refused.headers.value("connection"), QByteArray("close"));
}

void TestSandboxWire::noticesAShortBody()
{
    RawRequest request;
    request.method = "PUT";
    request.path = "/sandbox/short";
    request.body = "a whole body";
    QTcpSocket socket;
    const Origin& origin = m_bench.client().origin;
    socket.connectToHost(origin.host, quint16(origin.port));
    QVERIFY(socket.waitForConnected());
    socket.write(m_bench.client().headOf(request) + "a whole");
    QVERIFY(socket.waitForBytesWritten());
    QTRY_COMPARE(m_bench.sandbox().services().counters.bytes("sandbox/short", 0), 7);
    const QDir incoming(m_bench.root() + QStringLiteral("/buckets/sandbox/incoming"));
    QVERIFY(!incoming.isEmpty());
    socket.abort();
    QTRY_VERIFY(incoming.isEmpty());
    QCOMPARE(m_bench.send("HEAD", "short").status, 404);
}

void TestSandboxWire::outlivesABodyThatStaysAway_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const QByteArray length = "Content-Length: 100000\r\n\r\n";
    const QByteArray chunks = "Transfer-Encoding: chunked\r\n\r\n186a0\r\n";
    QTest::newRow("the answer waits for it") << QByteArray() << length << 400 << QByteArray("RequestTimeout");
    QTest::newRow("after its answer")
        << QByteArray("PutObject: status=503 code=SlowDown") << length << 503 << QByteArray("SlowDown");
    QTest::newRow("after its answer, in chunks")
        << QByteArray("PutObject: status=503 code=SlowDown") << chunks << 503 << QByteArray("SlowDown");
}

// A client sends half a body and then nothing, and keeps its connection. That ends the connection and nothing
// else.
void TestSandboxWire::outlivesABodyThatStaysAway()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const QByteArray, more);
    QFETCH(const int, status);
    QFETCH(const QByteArray, code);
    m_bench.stop();
    sandbox::Settings settings;
    settings.bodyPatience = std::chrono::milliseconds(50);
    QVERIFY(m_bench.start(settings));
    if (!fault.isEmpty())
        QCOMPARE(m_bench.setFault(fault), QByteArray());
    RawClient client(m_bench.sandbox().endpoint(), m_bench.client().credentials);
    const QByteArray target = client.presigned("PUT", "/sandbox/half", {}, 60);
    const RawReply reply = client.sendBytes(
        "PUT " + target + " HTTP/1.1\r\nHost: " + client.origin.hostHeader() + "\r\n" + more, "half a body");
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.code(), code);
    QTRY_VERIFY(!client.isConnected());
    QCOMPARE(m_bench.setFault(QByteArray()), QByteArray());
    QCOMPARE(m_bench.send("HEAD", "half").status, 404);
}

void TestSandboxWire::servesTls()
{
    sandbox::Settings settings;
    settings.tls = true;
    QVERIFY(m_bench.start(settings));
    QSslSocket socket;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(m_bench.sandbox().caFile()));
    socket.setSslConfiguration(configuration);
    const QUrl url(m_bench.sandbox().tlsEndpoint());
    socket.connectToHostEncrypted(url.host(), quint16(url.port()));
    QVERIFY2(socket.waitForEncrypted(), qPrintable(socket.errorString()));
    socket.write("GET / HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead())
        answer += socket.readAll();
    QVERIFY(answer.startsWith("HTTP/1.1 403"));
}

void TestSandboxWire::refusesASecondOnOneFolder()
{
    sandbox::Settings settings;
    settings.root = m_bench.root();
    sandbox::Sandbox second;
    const Result<void> started = second.start(settings);
    QVERIFY(!started);
    QCOMPARE(started.error().code, QStringLiteral("sandbox-locked"));
}

void TestSandboxWire::servesBucketsByHost()
{
    m_bench.send("PUT", "by-host", {}, "object");
    RawClient client(m_bench.sandbox().endpoint(), m_bench.client().credentials);
    client.origin.host = QStringLiteral("sandbox.s3.localhost"); // signed like this …
    RawRequest request;
    request.path = "/by-host";
    const QByteArray head = client.headOf(request);
    client.origin.host = QStringLiteral("127.0.0.1"); // … and sent here, whatever the resolver knows
    QCOMPARE(client.sendBytes(head, {}).body, QByteArray("object"));
}

void TestSandboxWire::runsAsAProcess()
{
    QTemporaryDir folder;
    SandboxProcess process(folder.path());
    QVERIFY2(process.start({QStringLiteral("--tls")}), qPrintable(process.problem()));
    QVERIFY(process.tlsEndpoint().startsWith(QStringLiteral("https://127.0.0.1:")));
    QVERIFY(QFile::exists(process.caFile()));
    const QByteArray secret = process.value("SECRET_KEY");
    RawClient client(process.endpoint(), process.credentials());
    RawRequest request;
    request.method = "PUT";
    request.path = "/sandbox/key";
    request.body = "body";
    QVERIFY(process.setFaults("PutObject times=1: status=503"));
    QCOMPARE(client.send(request).code(), QByteArray("SlowDown"));
    QCOMPARE(client.send(request).status, 200);
    QCOMPARE(process.requests(QStringLiteral("PutObject")), 2);
    QCOMPARE(process.bytesReceived(QStringLiteral("sandbox/key")), 8);
    process.resetCounters();
    QCOMPARE(process.bytesReceived(QStringLiteral("sandbox/key")), 0);
    QVERIFY(!process.setFaults("PutObject: explode"));
    QVERIFY(process.problem().contains(QStringLiteral("explode")));

    const QString endpoint = process.endpoint();
    QVERIFY2(process.restart(), qPrintable(process.problem()));
    QCOMPARE(process.endpoint(), endpoint);
    QCOMPARE(process.value("SECRET_KEY"), secret);
    request.method = "GET";
    request.body.clear();
    client.disconnect();
    QCOMPARE(client.send(request).body, QByteArray("body"));
    process.terminate();
    QVERIFY(!process.isRunning());
}

void TestSandboxWire::losesNothingWhenKilled()
{
    QTemporaryDir folder;
    SandboxProcess process(folder.path());
    QVERIFY2(process.start(), qPrintable(process.problem()));
    RawClient client(process.endpoint(), process.credentials());
    RawRequest request;
    request.method = "POST";
    request.path = "/sandbox/killed";
    request.query = {{"uploads", ""}};
    const QByteArray id = client.send(request).text("UploadId");
    QVERIFY(!id.isEmpty());
    request.method = "PUT";
    request.query = {{"partNumber", "1"}, {"uploadId", id}};
    request.body = QByteArray(MiB, 'x');
    const QByteArray etag = client.send(request).headers.value("etag");
    process.kill();
    QVERIFY2(process.restart(), qPrintable(process.problem()));
    client.disconnect();
    request.method = "GET";
    request.query = {{"uploadId", id}};
    request.body.clear();
    QCOMPARE(client.send(request).text("ETag"), etag);
}

QTEST_GUILESS_MAIN(TestSandboxWire)
#include "tst_sandboxwire.moc"
