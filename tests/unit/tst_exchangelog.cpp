// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/exchangelog.h"
#include "support/manualclock.h"
#include "support/scriptedtransport.h"

#include <QTest>

using namespace partway;

// What is kept of requests that went wrong, and that no secret is in it.
class ExchangeLogTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatWentWrong_data();
    void keepsWhatWentWrong();
    void holdsNoSecret();
    void isFoundByIdOrObject();
    void isFoundByError();
    void keepsTheLastOnes();
    void bodyIsShortAndText();

private:
    static HttpRequest request(const QByteArray& target = "/media/raw/a%20b.mov?partNumber=1&uploadId=U")
    {
        HttpRequest request;
        request.method = "PUT";
        request.origin = {QStringLiteral("https"), QStringLiteral("s3.example.test"), 0};
        request.target = target;
        request.headers.set("Host", "s3.example.test");
        return request;
    }
    static Exchange record(const HttpRequest& request, const HttpReply& reply)
    {
        return recordOf(request, reply, QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC));
    }
};

void ExchangeLogTest::keepsWhatWentWrong_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("failure");
    QTest::addColumn<bool>("kept");
    QTest::newRow("fine") << 200 << QByteArray("<Result/>") << "" << false;
    QTest::newRow("refused") << 403 << QByteArray("<Error><Code>AccessDenied</Code></Error>") << "" << true;
    QTest::newRow("error in a 200") << 200 << QByteArray("<?xml?>\n<Error><Code>InternalError</Code></Error>")
                                    << "" << true;
    QTest::newRow("no answer") << 0 << QByteArray() << "connection-lost" << true;
    QTest::newRow("cut by us") << 0 << QByteArray() << "cancelled" << false;
}

void ExchangeLogTest::keepsWhatWentWrong()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, failure);
    auto scripted = std::make_unique<ScriptedTransport>();
    const ErrorKind kind =
        failure == QLatin1String("cancelled") ? ErrorKind::Cancelled : ErrorKind::Transient;
    scripted->setScript([&](const HttpRequest&) -> std::optional<HttpReply> {
        return failure.isEmpty() ? ScriptedTransport::reply(status, body)
                                 : ScriptedTransport::failure(kind, failure);
    });
    ExchangeLog log;
    ManualClock clock;
    const auto transport = makeRecordingTransport(std::move(scripted), log, clock);
    bool done = false;
    transport->send(request(),
                    [&](const HttpReply& reply) {
                        QCOMPARE(reply.status, status); // passed on as it is
                        QCOMPARE(reply.body, body);
                        done = true;
                    },
                    {});
    QTRY_VERIFY(done);
    const auto found = log.find({}, QStringLiteral("media"), "raw/a b.mov");
    QTEST(found.has_value(), "kept");
    if (found)
        QVERIFY(exchangeText(*found).contains(failure.isEmpty() ? QStringLiteral("HTTP %1").arg(status)
                                                                : failure));
}

void ExchangeLogTest::holdsNoSecret()
{
    const QByteArray secret = "s3cr3tWord";
    HttpRequest asked =
        request("/media/a?uploadId=U&X-Amz-Signature=" + secret + "&X-Amz-Credential=" + secret +
                "&X-Amz-Security-Token=" + secret + "&anything=" + secret);
    for (const char* name :
         {"Authorization", "X-Amz-Security-Token", "Cookie", "Uppy-Auth-Token", "X-My-Proxy-Key",
          "x-amz-server-side-encryption-customer-key", "x-amz-s3session-token"})
        asked.headers.add(name, secret);
    asked.headers.add("x-amz-date", "20260102T030405Z");
    HttpReply reply = ScriptedTransport::reply(403,
                                               "<Error><Code>SignatureDoesNotMatch</Code><StringToSign>" +
                                                   secret + "</StringToSign><CanonicalRequest>GET\n" +
                                                   secret + "</CanonicalRequest><AWSAccessKeyId>" + secret +
                                                   "</AWSAccessKeyId></Error>",
                                               {{"Set-Cookie", secret},
                                                {"Location", "https://x.test/?sig=" + secret},
                                                {"x-amz-request-id", "REQ1"}});
    const Exchange exchange = record(asked, reply);
    const QString text = exchangeText(exchange);
    QVERIFY2(!text.contains(QString::fromLatin1(secret)), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("uploadId=U")));
    QVERIFY(text.contains(QLatin1String("20260102T030405Z")));
    QVERIFY(text.contains(QLatin1String("SignatureDoesNotMatch")));
    QCOMPARE(exchange.requestId, QStringLiteral("REQ1"));
    for (const auto& field : exchange.requestHeaders.all() + exchange.replyHeaders.all())
        QVERIFY(!field.second.contains(secret));
}

void ExchangeLogTest::isFoundByIdOrObject()
{
    ExchangeLog log;
    const auto refuse = [&](const HttpRequest& request, const QByteArray& id) {
        log.note(record(request, ScriptedTransport::reply(500, {}, {{"x-amz-request-id", id}})));
    };
    refuse(request(), "A");
    refuse(request("/other/raw/a%20b.mov"), "B");
    HttpRequest virtualHost = request("/raw/c.mov");
    virtualHost.origin.host = QStringLiteral("media.s3.example.test");
    refuse(virtualHost, "C");
    refuse(request(), "D");
    const auto idOf = [&](const QString& id, const QString& bucket, const QByteArray& key) {
        const auto found = log.find(id, bucket, key);
        return found ? found->requestId : QStringLiteral("-");
    };
    QCOMPARE(idOf(QStringLiteral("A"), {}, {}), QStringLiteral("A"));
    QCOMPARE(idOf({}, QStringLiteral("media"), "raw/a b.mov"), QStringLiteral("D")); // the newest
    QCOMPARE(idOf(QStringLiteral("gone"), QStringLiteral("other"), "raw/a b.mov"), QStringLiteral("B"));
    QCOMPARE(idOf({}, QStringLiteral("media"), "raw/c.mov"), QStringLiteral("C"));
    QCOMPARE(idOf({}, QStringLiteral("media"), "b.mov"), QStringLiteral("-"));
    QCOMPARE(idOf({}, QStringLiteral("media"), {}), QStringLiteral("-"));
}

void ExchangeLogTest::isFoundByError()
{
    ExchangeLog log;
    HttpRequest list = request("/");
    log.note(record(list, ScriptedTransport::reply(403, {}, {{"x-amz-request-id", "A"}})));
    log.note(record(list, ScriptedTransport::reply(403)));
    log.note(
        record(list, ScriptedTransport::failure(ErrorKind::Transient, QStringLiteral("connection-lost"))));
    list.origin.host = QStringLiteral("other.test");
    log.note(record(list, ScriptedTransport::reply(403)));
    const auto found = [&log](int status, const char* code, const char* id, const char* endpoint) {
        Error error;
        error.httpStatus = status;
        error.code = QString::fromLatin1(code);
        error.requestId = QString::fromLatin1(id);
        return log.findFor(error, QString::fromLatin1(endpoint));
    };
    const char* here = "https://s3.example.test";
    QCOMPARE(found(403, "AccessDenied", "A", "")->requestId, QStringLiteral("A"));
    QVERIFY(!found(403, "AccessDenied", "B", here)); // another request of the same kind is not it
    QCOMPARE(found(403, "AccessDenied", "", here)->requestId, QString());
    QVERIFY(found(403, "AccessDenied", "", here)->url.contains(QLatin1String("s3.example.test")));
    QVERIFY(found(0, "connection-lost", "", here)->failure.startsWith(QLatin1String("connection-lost")));
    QVERIFY(!found(0, "host-not-found", "", here));
    QVERIFY(!found(403, "AccessDenied", "", "https://third.test"));
}

void ExchangeLogTest::keepsTheLastOnes()
{
    ExchangeLog log;
    for (int i = 0; i < 1'000; ++i)
        log.note(record(request("/media/" + QByteArray::number(i)), ScriptedTransport::reply(500)));
    QVERIFY(!log.find({}, QStringLiteral("media"), "0"));
    QVERIFY(log.find({}, QStringLiteral("media"), "999"));
}

void ExchangeLogTest::bodyIsShortAndText()
{
    QCOMPARE(record(request(), ScriptedTransport::reply(500, QByteArray(100'000, 'x'))).replyBody.size(),
             1024);
    QVERIFY(record(request(), ScriptedTransport::reply(500, QByteArray(10, '\0'))).replyBody.isEmpty());
}

QTEST_GUILESS_MAIN(ExchangeLogTest)
#include "tst_exchangelog.moc"
