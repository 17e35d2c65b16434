// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include <QElapsedTimer>
#include <QTemporaryFile>
#include <QTest>

#include <atomic>

using namespace partway;
using namespace std::chrono_literals;
using After = ScriptedAnswer::After;

class TestNetworkTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void sendsWhatWasAsked_data();
    void sendsWhatWasAsked();
    void nothingIsRemembered();
    void redirectsAreNotFollowed();
    void windowsArriveWhole_data();
    void windowsArriveWhole();
    void progressIsAbsolute();
    void sixPerManager_data();
    void sixPerManager();
    void otherHostsDoNotWait();
    void repeatsWhatMayBeRepeated();
    void aRepeatThatCannotBeReadMayBeDone();
    void onceMeansOnce_data();
    void onceMeansOnce();
    void earlyAnswerIsDelivered();
    void rateLimitHolds();
    void rateLimitIsNoStall();
    void droppedConnectionsAreNotUsedAgain();
    void runningRequestSurvivesDrop();
};

void TestNetworkTransport::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("repeatable");
    for (const char* method : {"GET", "PUT", "POST", "DELETE"})
        for (const int status : {200, 301, 302, 307, 308, 400, 401, 403, 404, 405,
                                 409, 412, 416, 429, 500, 501, 502, 503, 504, 599})
            for (const bool repeatable : {true, false})
                QTest::addRow("%s %d %s", method, status, repeatable ? "" : "once")
                    << QByteArray(method) << status << repeatable;
}

void TestNetworkTransport::everyStatusIsAnAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(bool, repeatable);
    ScriptedServer server;
    server.play({ScriptedAnswer::http(
        status, "<Error/>",
        {"WWW-Authenticate: Basic", "Location: http://127.0.0.1:1/", "x-amz-request-id: R1"})});
    const auto transport = makeTransport();
    HttpRequest asked = request(server, method, "/b/k?uploads=", method == "PUT" ? "body" : "");
    asked.repeatable = repeatable;
    const AskOutcome outcome = ask(*transport, asked);
    QVERIFY2(outcome.reply.answered(), qPrintable(outcome.code()));
    QCOMPARE(outcome.reply.status, status);
    QCOMPARE(outcome.reply.body, QByteArray("<Error/>"));
    QCOMPARE(outcome.reply.headers.value("X-Amz-Request-Id"), QByteArray("R1"));
    QVERIFY(qAbs(outcome.reply.receivedAt.secsTo(QDateTime::currentDateTimeUtc())) < 5);
    QCOMPARE(outcome.ends, 1);
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkTransport::sendsWhatWasAsked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<bool>("repeatable");
    QTest::newRow("create") << QByteArray("POST") << QByteArray("/b/k?uploads=") << QByteArray()
                            << QByteArray("0") << true;
    QTest::newRow("create once") << QByteArray("POST") << QByteArray("/b/k?uploads=") << QByteArray()
                                 << QByteArray("0") << false;
    QTest::newRow("complete") << QByteArray("POST") << QByteArray("/b/a%20b%2Bc//d?uploadId=x%2Fy")
                              << QByteArray("<X/>") << QByteArray("4") << false;
    QTest::newRow("put") << QByteArray("PUT") << QByteArray("/b/%C3%A4~") << QByteArray("12345")
                         << QByteArray("5") << true;
    QTest::newRow("put nothing") << QByteArray("PUT") << QByteArray("/b/k") << QByteArray() << QByteArray("0")
                                 << true;
    QTest::newRow("get") << QByteArray("GET") << QByteArray("/?list-type=2") << QByteArray() << QByteArray()
                         << true;
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/b/k?uploadId=1") << QByteArray()
                            << QByteArray() << true;
    QTest::newRow("head") << QByteArray("HEAD") << QByteArray("/b") << QByteArray() << QByteArray() << true;
}

void TestNetworkTransport::sendsWhatWasAsked()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(bool, repeatable);
    ScriptedServer server;
    ScriptedAnswer good = ScriptedAnswer::http(200);
    good.raw.replace("Content-Length: 0", method == "HEAD" ? "Content-Length: 77" : "Content-Length: 0");
    server.play({good});
    const auto transport = makeTransport();
    HttpRequest asked = request(server, method, target, body);
    asked.headers.set("x-amz-date", "20260102T030405Z");
    asked.repeatable = repeatable;
    const AskOutcome outcome = ask(*transport, asked);
    QVERIFY2(outcome.reply.answered(), qPrintable(outcome.code()));
    QCOMPARE(outcome.reply.status, 200);
    QCOMPARE(outcome.ends, 1);
    const SeenRequest seen = server.requests().at(0);
    QCOMPARE(seen.method, method);
    QCOMPARE(seen.target, target);
    QCOMPARE(seen.body, body);
    QCOMPARE(outcome.reply.bytesSent, body.size());
    QTEST(seen.headers.value("Content-Length"), "length");
    QCOMPARE(seen.headers.value("Host"), server.origin().hostHeader());
    QCOMPARE(seen.headers.value("x-amz-date"), QByteArray("20260102T030405Z"));
    QCOMPARE(seen.headers.value("Accept-Encoding"), QByteArray("identity"));
    QVERIFY(!seen.headers.value("Content-Type").contains("form"));
    QVERIFY(!seen.headers.has("Upgrade") && !seen.headers.has("HTTP2-Settings"));
}

void TestNetworkTransport::nothingIsRemembered()
{
    ScriptedServer server;
    const ScriptedAnswer answer = ScriptedAnswer::http(
        200, "x",
        {"Set-Cookie: a=b", "Cache-Control: max-age=1000", "ETag: \"1\"", "Content-Type: text/xml"});
    server.play({answer, answer});
    const auto transport = makeTransport();
    QCOMPARE(ask(*transport, request(server, "GET", "/b/k")).reply.status, 200);
    QCOMPARE(ask(*transport, request(server, "GET", "/b/k")).reply.status, 200);
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().at(1).headers.has("Cookie"));
    QVERIFY(!server.requests().at(1).headers.has("If-None-Match"));
    QCOMPARE(server.connections(), 1);
}

void TestNetworkTransport::redirectsAreNotFollowed()
{
    ScriptedServer other;
    ScriptedServer server;
    const QByteArray location = "Location: http://" + other.origin().hostHeader() + "/b/k";
    server.play({ScriptedAnswer::http(307, {}, {location}), ScriptedAnswer::http(301, {}, {location})});
    const auto transport = makeTransport();
    HttpRequest asked = request(server, "PUT", "/b/k", "secret body");
    asked.headers.set("Authorization", "AWS4-HMAC-SHA256 x");
    QCOMPARE(ask(*transport, asked).reply.status, 307);
    QCOMPARE(ask(*transport, asked).reply.status, 301);
    QTest::qWait(100);
    QCOMPARE(other.connections(), 0);
}

void TestNetworkTransport::windowsArriveWhole_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<qint64>("length");
    for (const bool tls : {false, true})
        for (const qint64 length : {qint64(0), qint64(1), 16 * KiB, 16 * KiB + 1, 5 * MiB + 12'345})
            QTest::addRow("%s %lld", tls ? "https" : "http", length) << tls << length;
}

void TestNetworkTransport::windowsArriveWhole()
{
    QFETCH(bool, tls);
    QFETCH(qint64, length);
    const TestCertificate certificate = makeTestCertificate({"127.0.0.1"});
    QTemporaryFile authority;
    QVERIFY(authority.open());
    authority.write(certificate.authorityPem);
    authority.close();
    ScriptedServer server(tls ? std::optional(certificate) : std::nullopt);
    server.play({ScriptedAnswer::http(200), ScriptedAnswer::http(200)});
    const auto transport = makeTransport(1, nullptr, authority.fileName());
    for (const qint64 offset : {qint64(0), 3 * GiB + 7}) {
        HttpRequest asked = request(server, "PUT", "/b/k");
        asked.body.source = std::make_shared<PatternSource>();
        asked.body.window = {offset, length};
        const AskOutcome outcome = ask(*transport, asked);
        QCOMPARE(outcome.code(), QString());
        QCOMPARE(outcome.reply.status, 200);
        QCOMPARE(outcome.reply.bytesSent, length);
        QVERIFY(server.requests().last().body == PatternSource::bytes({offset, length}));
    }
}

void TestNetworkTransport::progressIsAbsolute()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200)});
    const auto transport = makeTransport();
    const AskOutcome outcome = ask(*transport, request(server, "PUT", "/b/k", QByteArray(3 * MiB, 'p')));
    QVERIFY(!outcome.progress.isEmpty());
    QVERIFY(std::is_sorted(outcome.progress.begin(), outcome.progress.end()));
    QCOMPARE(outcome.progress.last(), 3 * MiB);
}

void TestNetworkTransport::sixPerManager_data()
{
    QTest::addColumn<int>("managers");
    QTest::newRow("one") << 1;
    QTest::newRow("two") << 2;
    QTest::newRow("three") << 3;
}

void TestNetworkTransport::sixPerManager()
{
    QFETCH(int, managers);
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::http(200).late(50ms); });
    const auto transport = makeTransport(managers);
    QList<OutcomePtr> outcomes;
    for (int i = 0; i < 40; ++i)
        outcomes.append(start(*transport, request(server, "PUT", "/b/k", "x")));
    for (const OutcomePtr& outcome : outcomes) {
        QVERIFY(waitFor(outcome));
        QCOMPARE(outcome->reply.status, 200);
        QCOMPARE(outcome->ends, 1);
    }
    QCOMPARE(server.mostAtOnce(), 6 * managers);
    QCOMPARE(server.connections(), 6 * managers);
}

void TestNetworkTransport::otherHostsDoNotWait()
{
    ScriptedServer busy;
    busy.setScript([](const SeenRequest&) { return ScriptedAnswer::silence(); });
    ScriptedServer free;
    free.play({ScriptedAnswer::http(200)});
    const auto transport = makeTransport();
    for (int i = 0; i < 20; ++i)
        start(*transport, request(busy, "GET", "/"));
    QCOMPARE(ask(*transport, request(free, "GET", "/")).reply.status, 200);
}

// A dropped connection is repeated by Qt, from the first byte: right for parts.
void TestNetworkTransport::repeatsWhatMayBeRepeated()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200), ScriptedAnswer::end(After::Close).early(100'000),
                 ScriptedAnswer::http(200)});
    const auto transport = makeTransport();
    QCOMPARE(ask(*transport, request(server, "GET", "/b")).reply.status, 200);
    HttpRequest part = request(server, "PUT", "/b/k");
    part.body.source = std::make_shared<PatternSource>();
    part.body.window = {1000, 300'000};
    const AskOutcome outcome = ask(*transport, part);
    QCOMPARE(outcome.reply.status, 200);
    QCOMPARE(server.requests().size(), 3);
    QVERIFY(server.requests().last().body == PatternSource::bytes(part.body.window));
    QVERIFY(outcome.reply.bytesSent > 300'000);
}

// It was out whole before its connection was lost, and only then the file became shorter.
void TestNetworkTransport::aRepeatThatCannotBeReadMayBeDone()
{
    class Shrinking final : public ByteSource
    {
    public:
        Result<qint64> readAt(qint64 offset, char* data, qint64 max) const override
        {
            passes += offset == 0 ? 1 : 0;
            return passes > 1 ? Result<qint64>(0) : PatternSource().readAt(offset, data, max);
        }
        mutable std::atomic<int> passes = 0;
    };
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200), ScriptedAnswer::end(After::Close)});
    const auto transport = makeTransport();
    QCOMPARE(ask(*transport, request(server, "GET", "/b")).reply.status, 200);
    HttpRequest small = request(server, "PUT", "/b/k");
    const auto source = std::make_shared<Shrinking>();
    small.body.source = source;
    small.body.window = {0, 1000};
    const AskOutcome outcome = ask(*transport, small);
    QCOMPARE(source->passes, 2);
    QCOMPARE(outcome.code(), QStringLiteral("source-shorter"));
    QVERIFY(outcome.reply.failure->maybeDone);
    QCOMPARE(server.requests().at(1).body.size(), 1000);
}

void TestNetworkTransport::onceMeansOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("reused");
    for (const char* method : {"POST", "PUT", "DELETE"})
        for (const qint64 size : {qint64(0), qint64(10), 200 * KiB})
            for (const After after : {After::Close, After::Reset})
                for (const bool reused : {true, false})
                    QTest::addRow("%s %lld %s %s", method, size, after == After::Close ? "close" : "reset",
                                  reused ? "reused" : "new")
                        << QByteArray(method) << size << int(after) << reused;
}

void TestNetworkTransport::onceMeansOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(qint64, size);
    QFETCH(int, after);
    QFETCH(bool, reused);
    ScriptedServer server;
    QList<ScriptedAnswer> script{ScriptedAnswer::end(After(after))};
    if (reused)
        script.prepend(ScriptedAnswer::http(200));
    server.play(script);
    const auto transport = makeTransport();
    if (reused)
        QCOMPARE(ask(*transport, request(server, "GET", "/b")).reply.status, 200);
    HttpRequest once = request(server, method, "/b/k?uploads=", QByteArray(size, 'x'));
    once.repeatable = false;
    const AskOutcome outcome = ask(*transport, once);
    QVERIFY(!outcome.reply.answered());
    QCOMPARE(outcome.code(), QStringLiteral("connection-lost"));
    QCOMPARE(outcome.reply.failure->kind, ErrorKind::Transient);
    QVERIFY(outcome.reply.failure->maybeDone);
    QTest::qWait(50);
    QCOMPARE(server.requests().size(), script.size());
}

void TestNetworkTransport::earlyAnswerIsDelivered()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(403, "<Error><Code>AccessDenied</Code></Error>").early(1)});
    const auto transport = makeTransport();
    const AskOutcome outcome = ask(*transport, request(server, "PUT", "/b/k", QByteArray(20 * MiB, 'x')));
    QCOMPARE(outcome.reply.status, 403);
    QVERIFY(outcome.reply.body.contains("AccessDenied"));
}

void TestNetworkTransport::rateLimitHolds()
{
    const SystemClock clock;
    RateLimit limit(clock);
    limit.setBytesPerSecond(400'000);
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::http(200); });
    const auto transport = makeTransport(1, &limit);
    QElapsedTimer timer;
    timer.start();
    QList<OutcomePtr> outcomes;
    for (int i = 0; i < 4; ++i)
        outcomes.append(start(*transport, request(server, "PUT", "/b/k", QByteArray(100'000, 'x'))));
    for (const OutcomePtr& outcome : outcomes)
        QVERIFY(waitFor(outcome));
    QVERIFY2(timer.elapsed() >= 900, qPrintable(QString::number(timer.elapsed())));
    for (const SeenRequest& seen : server.requests())
        QCOMPARE(seen.body, QByteArray(100'000, 'x'));
}

void TestNetworkTransport::rateLimitIsNoStall()
{
    const SystemClock clock;
    RateLimit limit(clock);
    limit.setBytesPerSecond(100);
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200)});
    const auto transport = makeTransport(1, &limit);
    HttpRequest asked = request(server, "PUT", "/b/k", QByteArray(16 * KiB + 1'000, 'x'));
    asked.stallTimeout = 500ms;
    const OutcomePtr outcome = start(*transport, asked);
    QTest::qWait(2'600);
    QCOMPARE(outcome->ends, 0);
    limit.setBytesPerSecond(0); // from any thread, counts at once
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->reply.status, 200);
}

void TestNetworkTransport::droppedConnectionsAreNotUsedAgain()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::http(200); });
    const auto transport = makeTransport(2);
    QCOMPARE(ask(*transport, request(server, "GET", "/")).reply.status, 200);
    QCOMPARE(ask(*transport, request(server, "GET", "/")).reply.status, 200);
    QCOMPARE(server.connections(), 1);
    transport->dropConnections();
    QCOMPARE(ask(*transport, request(server, "GET", "/")).reply.status, 200);
    QCOMPARE(server.connections(), 2);
    QTRY_COMPARE(server.openConnections(), 1);
}

void TestNetworkTransport::runningRequestSurvivesDrop()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::http(200).late(300ms); });
    const auto transport = makeTransport();
    const OutcomePtr running = start(*transport, request(server, "GET", "/"));
    QTRY_COMPARE(server.requests().size(), 1);
    transport->dropConnections();
    QCOMPARE(ask(*transport, request(server, "GET", "/")).reply.status, 200);
    QVERIFY(waitFor(running));
    QCOMPARE(running->reply.status, 200);
    QTRY_COMPARE(server.openConnections(), 1); // the retired manager has gone with its connection
}

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_networktransport.moc"
