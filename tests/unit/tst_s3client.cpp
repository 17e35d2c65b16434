// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3clientbench.h"

#include <QTest>

using namespace partway;

class TestS3Client : public S3ClientBench
{
    Q_OBJECT

private Q_SLOTS:
    void payloadHash_data();
    void payloadHash();
    void windowOverHttpNeedsHash();
    void signInErrorEndsTheRequest();
    void credentialsAreAskedEachTime();
    void learnsTheClock();
    void skewSignsAgainOnce_data();
    void skewSignsAgainOnce();
    void accessDeniedAloneIsFinal();
    void portalsDoNotTellTheTime();
    void cancels();
    void cancelBeatsSecondTry();
    void goneClientIsSilent();
    void bytesSentAddUp();
    void presigns();
};

namespace {

const QByteArray emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

class Zeros final : public ByteSource
{
    Result<qint64> readAt(qint64, char* data, qint64 max) const override
    {
        std::fill_n(data, max, '\0');
        return max;
    }
};

} // namespace

void TestS3Client::payloadHash_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("window");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray abcHash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    for (const bool tls : {true, false}) {
        const char* scheme = tls ? "https" : "http";
        QTest::addRow("empty %s", scheme) << tls << false << qint64(0) << QByteArray() << emptyHash;
        QTest::addRow("small %s", scheme) << tls << false << qint64(3) << QByteArray() << abcHash;
        QTest::addRow("window, given %s", scheme)
            << tls << true << MiB << QByteArray("0a0b") << QByteArray("0a0b");
        QTest::addRow("empty window %s", scheme) << tls << true << qint64(0) << QByteArray() << emptyHash;
    }
    QTest::newRow("window https") << true << true << MiB << QByteArray() << QByteArray("UNSIGNED-PAYLOAD");
}

void TestS3Client::payloadHash()
{
    QFETCH(bool, tls);
    QFETCH(bool, window);
    QFETCH(qint64, length);
    QFETCH(QByteArray, given);
    client(tls ? QStringLiteral("https://s.example") : QStringLiteral("http://s.example"));
    QCOMPARE(m_client->usesTls(), tls);
    m_transport->play({ScriptedTransport::reply(200)});
    S3Request request = objectRequest("PUT", window || length == 0 ? QByteArray() : QByteArray("abc"));
    request.payloadHash = given;
    if (window) {
        request.body.source = std::make_shared<Zeros>();
        request.body.window = {0, length};
    }
    QCOMPARE(ask(request).status, 200);
    const HttpRequest sent = m_transport->requests().value(0);
    QTEST(sent.headers.value("x-amz-content-sha256"), "expected");
    QCOMPARE(sent.body.size(), length);
    QVERIFY(sent.headers.value("Authorization")
                .startsWith("AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/s3/"));
    QCOMPARE(sent.headers.value("x-amz-date"), QByteArray("20260102T030405Z"));
}

void TestS3Client::windowOverHttpNeedsHash()
{
    client(QStringLiteral("http://s.example"));
    S3Request request = objectRequest("PUT");
    request.body.source = std::make_shared<Zeros>();
    request.body.window = {0, MiB};
    const HttpReply reply = ask(request);
    QCOMPARE(reply.failure->kind, ErrorKind::Bug);
    QCOMPARE(reply.failure->code, QStringLiteral("payload-hash-missing"));
    QCOMPARE(m_transport->requests().size(), 0);
}

void TestS3Client::signInErrorEndsTheRequest()
{
    client(QStringLiteral("https://s.example"));
    Error error;
    error.kind = ErrorKind::SignIn;
    error.code = QStringLiteral("no-keys");
    m_credentials = error;
    const HttpReply reply = ask(objectRequest("GET"));
    QCOMPARE(reply.failure->kind, ErrorKind::SignIn);
    QCOMPARE(reply.failure->code, QStringLiteral("no-keys"));
    QVERIFY(!reply.failure->maybeDone);
    QCOMPARE(m_transport->requests().size(), 0);
}

void TestS3Client::credentialsAreAskedEachTime()
{
    client(QStringLiteral("https://s.example"));
    m_transport->play({dated(ScriptedTransport::reply(403, errorXml("RequestTimeTooSkewed")), 7200),
                       ScriptedTransport::reply(200), ScriptedTransport::reply(200)});
    QCOMPARE(ask(objectRequest("GET")).status, 200);
    QCOMPARE(m_asked, 2);
    m_credentials = Credentials{"NEW", Secret("other"), Secret("token"), {}};
    QCOMPARE(ask(objectRequest("GET")).status, 200);
    const HttpRequest sent = m_transport->requests().last();
    QVERIFY(sent.headers.value("Authorization").contains("Credential=NEW/"));
    QCOMPARE(sent.headers.value("x-amz-security-token"), QByteArray("token"));
}

void TestS3Client::learnsTheClock()
{
    client(QStringLiteral("https://s.example"));
    m_transport->play({dated(ScriptedTransport::reply(200), 3600), dated(ScriptedTransport::reply(200), 3601),
                       ScriptedTransport::reply(200)});
    QCOMPARE(m_client->clockOffsetSeconds(), 0);
    ask(objectRequest("GET"));
    QCOMPARE(m_client->clockOffsetSeconds(), 3600);
    ask(objectRequest("GET"));
    QCOMPARE(m_client->clockOffsetSeconds(), 3600); // a second is noise
    QCOMPARE(m_transport->requests().last().headers.value("x-amz-date"), QByteArray("20260102T040405Z"));
}

void TestS3Client::skewSignsAgainOnce_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<int>("tries");
    QTest::newRow("too skewed") << QByteArray("RequestTimeTooSkewed") << qint64(7200) << 2;
    QTest::newRow("too skewed, behind") << QByteArray("RequestTimeTooSkewed") << qint64(-86'400) << 2;
    QTest::newRow("aged in a queue") << QByteArray("RequestTimeTooSkewed") << qint64(0) << 2;
    QTest::newRow("hidden in a signature") << QByteArray("SignatureDoesNotMatch") << qint64(301) << 2;
    QTest::newRow("hidden in a refusal") << QByteArray("AccessDenied") << qint64(-301) << 2;
    QTest::newRow("small difference") << QByteArray("SignatureDoesNotMatch") << qint64(299) << 1;
}

void TestS3Client::skewSignsAgainOnce()
{
    QFETCH(QByteArray, code);
    QFETCH(qint64, ahead);
    client(QStringLiteral("https://s.example"));
    m_transport->setScript(
        [&](const HttpRequest&) { return dated(ScriptedTransport::reply(403, errorXml(code)), ahead); });
    S3Request once = objectRequest("POST", "x");
    once.repeatable = false;
    QCOMPARE(ask(once).status, 403);
    QTEST(int(m_transport->requests().size()), "tries");
    QTest::qWait(10);
}

void TestS3Client::accessDeniedAloneIsFinal()
{
    client(QStringLiteral("https://s.example"));
    m_transport->play({ScriptedTransport::reply(403, errorXml("AccessDenied"))});
    QCOMPARE(ask(objectRequest("GET")).status, 403);
    QCOMPARE(m_transport->requests().size(), 1);
}

void TestS3Client::portalsDoNotTellTheTime()
{
    client(QStringLiteral("http://s.example"));
    m_transport->play({dated(ScriptedTransport::reply(200, "<!DOCTYPE html><html><body>Welcome</body></html>",
                                                      {{"Content-Type", "text/html"}}),
                             99'999)});
    ask(objectRequest("GET"));
    QCOMPARE(m_client->clockOffsetSeconds(), 0);
}

void TestS3Client::cancels()
{
    client(QStringLiteral("https://s.example"));
    m_transport->setScript([](const HttpRequest&) { return std::nullopt; });
    S3Client::CallId id = 0;
    const OutcomePtr outcome = start(objectRequest("GET"), &id);
    m_client->cancel(id);
    QCOMPARE(outcome->ends, 0);
    QTRY_COMPARE(outcome->ends, 1);
    QCOMPARE(outcome->reply.failure->kind, ErrorKind::Cancelled);
    m_client->cancel(id);
    m_client->cancel(77);
    QTest::qWait(10);
    QCOMPARE(outcome->ends, 1);
}

// The transport had its answer before cancel() came; what follows from it is not begun.
void TestS3Client::cancelBeatsSecondTry()
{
    client(QStringLiteral("https://s.example"));
    m_transport->play({dated(ScriptedTransport::reply(403, errorXml("RequestTimeTooSkewed")), 7200)});
    S3Client::CallId id = 0;
    const OutcomePtr outcome = start(objectRequest("GET"), &id);
    m_client->cancel(id);
    QTRY_COMPARE(outcome->ends, 1);
    QCOMPARE(outcome->reply.failure->kind, ErrorKind::Cancelled);
    QCOMPARE(m_transport->requests().size(), 1);
}

void TestS3Client::goneClientIsSilent()
{
    client(QStringLiteral("https://s.example"));
    m_transport->play({ScriptedTransport::reply(200)});
    const OutcomePtr answered = start(objectRequest("GET"));
    Error error;
    error.kind = ErrorKind::SignIn;
    m_credentials = error;
    const OutcomePtr failed = start(objectRequest("GET"));
    m_client.reset();
    QTest::qWait(10);
    QCOMPARE(answered->ends, 0);
    QCOMPARE(failed->ends, 0);
}

void TestS3Client::bytesSentAddUp()
{
    client(QStringLiteral("https://s.example"));
    m_transport->play({dated(ScriptedTransport::reply(403, errorXml("RequestTimeTooSkewed")), 7200),
                       ScriptedTransport::reply(200)});
    QCOMPARE(ask(objectRequest("PUT", "12345")).bytesSent, 10);
}

void TestS3Client::presigns()
{
    client(QStringLiteral("https://s3.eu-west-1.amazonaws.com"), QStringLiteral("eu-west-1"));
    const Result<QByteArray> url = m_client->presignedUrl("GET", QStringLiteral("bkt"), "a b/ä", 600);
    QVERIFY(url.ok());
    QVERIFY(url->startsWith(
        "https://bkt.s3.eu-west-1.amazonaws.com/a%20b/%C3%A4?X-Amz-Algorithm=AWS4-HMAC-SHA256&"));
    QVERIFY(url->contains("&X-Amz-Expires=600&"));
    QVERIFY(url->contains("AKID%2F20260102%2Feu-west-1%2Fs3%2Faws4_request"));
    QVERIFY(!url->contains("secret"));
    m_credentials = Error{};
    QVERIFY(!m_client->presignedUrl("GET", QStringLiteral("bkt"), "k", 600).ok());
}

QTEST_GUILESS_MAIN(TestS3Client)
#include "tst_s3client.moc"
