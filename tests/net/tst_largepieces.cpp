// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"
#include "http/pieceprobe.h"

#include <QTemporaryFile>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;
using After = ScriptedAnswer::After;

// Bodies in large pieces: whatever the network does, what arrives is the file's window.
class TestLargePieces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void windowsArriveWhole_data();
    void windowsArriveWhole();
    void manyAtOnceArriveWhole();
    void slowReceiverGetsEverything();
    void progressIsAbsoluteAndEnds();
    void cutRequestsAreSentAgainWhole_data();
    void cutRequestsAreSentAgainWhole();
    void earlyAnswerIsDelivered();
    void failingSourceEndsTheRequest_data();
    void failingSourceEndsTheRequest();
    void limitTakesOverAndLetsGo();
    void onceStaysOnce();
    void probeProves();
    void probeNeedsTheSignal();

private:
    std::unique_ptr<Transport> transport(RateLimit* limit = nullptr, const QString& caFile = {})
    {
        return makeTransport(1, limit, caFile, LargePieces::On);
    }
    static HttpRequest part(const ScriptedServer& server, ByteRange window)
    {
        HttpRequest asked = request(server, "PUT", "/b/k");
        asked.body.source = std::make_shared<PatternSource>();
        asked.body.window = window;
        return asked;
    }
};

void TestLargePieces::initTestCase()
{
    if (!largepieces::isSupported())
        QSKIP("this Qt was not tried with large pieces");
}

void TestLargePieces::windowsArriveWhole_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<qint64>("length");
    for (const bool tls : {false, true})
        for (const qint64 length :
             {64 * KiB + 1, 256 * KiB, 256 * KiB + 16 * KiB, 300'000 + qint64(0), 5 * MiB + 12'345, 16 * MiB})
            QTest::addRow("%s %lld", tls ? "https" : "http", length) << tls << length;
}

void TestLargePieces::windowsArriveWhole()
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
    const auto sender = transport(nullptr, authority.fileName());
    for (const qint64 offset : {qint64(0), 3 * GiB + 7}) {
        const AskOutcome outcome = ask(*sender, part(server, {offset, length}));
        QCOMPARE(outcome.code(), QString());
        QCOMPARE(outcome.reply.status, 200);
        QCOMPARE(outcome.reply.bytesSent, length);
        QVERIFY(server.requests().last().body == PatternSource::bytes({offset, length}));
    }
}

void TestLargePieces::manyAtOnceArriveWhole()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::http(200); });
    const auto sender = transport();
    QList<OutcomePtr> outcomes;
    for (int i = 0; i < 20; ++i) {
        HttpRequest asked = part(server, {i * MiB, MiB + i});
        asked.target = "/" + QByteArray::number(i);
        outcomes.append(start(*sender, asked));
    }
    for (const OutcomePtr& outcome : outcomes)
        QVERIFY(waitFor(outcome));
    QCOMPARE(server.requests().size(), 20);
    for (const SeenRequest& seen : server.requests()) {
        const int i = seen.target.mid(1).toInt();
        QVERIFY(seen.body == PatternSource::bytes({i * MiB, MiB + i}));
    }
}

void TestLargePieces::slowReceiverGetsEverything()
{
    ScriptedServer server;
    server.setReadDelay(2ms);
    server.play({ScriptedAnswer::http(200)});
    const auto sender = transport();
    const AskOutcome outcome = ask(*sender, part(server, {0, 8 * MiB}));
    QCOMPARE(outcome.reply.status, 200);
    QVERIFY(server.requests().last().body == PatternSource::bytes({0, 8 * MiB}));
}

void TestLargePieces::progressIsAbsoluteAndEnds()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200)});
    const auto sender = transport();
    const AskOutcome outcome = ask(*sender, part(server, {0, 3 * MiB}));
    QVERIFY(outcome.progress.size() >= 3);
    QVERIFY(std::is_sorted(outcome.progress.begin(), outcome.progress.end()));
    QCOMPARE(outcome.progress.last(), 3 * MiB);
}

void TestLargePieces::cutRequestsAreSentAgainWhole_data()
{
    QTest::addColumn<qint64>("after");
    QTest::addColumn<int>("how");
    for (const qint64 after : {qint64(1), 100'000 + qint64(0), MiB, 3 * MiB - 1})
        for (const After how : {After::Close, After::Reset})
            QTest::addRow("%lld %s", after, how == After::Close ? "close" : "reset") << after << int(how);
}

// Qt repeats them by itself, or the failure comes up and the caller repeats: both ways the body is whole.
void TestLargePieces::cutRequestsAreSentAgainWhole()
{
    QFETCH(qint64, after);
    QFETCH(int, how);
    ScriptedServer server;
    server.play(
        {ScriptedAnswer::http(200), ScriptedAnswer::end(After(how)).early(after), ScriptedAnswer::http(200)});
    const auto sender = transport();
    QCOMPARE(ask(*sender, request(server, "GET", "/b")).reply.status, 200);
    const HttpRequest asked = part(server, {1000, 3 * MiB});
    AskOutcome outcome = ask(*sender, asked);
    if (!outcome.reply.answered()) {
        QCOMPARE(outcome.reply.failure->kind, ErrorKind::Transient);
        outcome = ask(*sender, asked);
    }
    QCOMPARE(outcome.reply.status, 200);
    QVERIFY(server.requests().last().body == PatternSource::bytes(asked.body.window));
    QCOMPARE(outcome.progress.last(), 3 * MiB);
}

void TestLargePieces::earlyAnswerIsDelivered()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(503, "<Error><Code>SlowDown</Code></Error>").early(1)});
    const auto sender = transport();
    const AskOutcome outcome = ask(*sender, part(server, {0, 20 * MiB}));
    QCOMPARE(outcome.reply.status, 503);
    QVERIFY(outcome.reply.body.contains("SlowDown"));
}

void TestLargePieces::failingSourceEndsTheRequest_data()
{
    QTest::addColumn<qint64>("failsAt");
    QTest::addColumn<qint64>("endsAt");
    QTest::addColumn<QString>("code");
    for (const qint64 at : {qint64(1000), 256 * KiB + 5, 2 * MiB}) {
        QTest::addRow("fails at %lld", at) << at << qint64(-1) << QStringLiteral("test-disk-gone");
        QTest::addRow("ends at %lld", at) << qint64(-1) << at << QStringLiteral("source-shorter");
    }
}

void TestLargePieces::failingSourceEndsTheRequest()
{
    QFETCH(qint64, failsAt);
    QFETCH(qint64, endsAt);
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::http(200); });
    auto source = std::make_shared<PatternSource>();
    source->failsAt = failsAt;
    source->endsAt = endsAt;
    HttpRequest asked = part(server, {0, 3 * MiB});
    asked.body.source = source;
    const auto sender = transport();
    const AskOutcome outcome = ask(*sender, asked);
    QTEST(outcome.code(), "code");
    QCOMPARE(outcome.ends, 1);
    QVERIFY(server.requests().isEmpty() || !server.requests().last().complete);
}

void TestLargePieces::limitTakesOverAndLetsGo()
{
    const SystemClock clock;
    RateLimit limit(clock);
    ScriptedServer server;
    server.setReadDelay(1ms);
    server.play({ScriptedAnswer::http(200)});
    const auto sender = transport(&limit);
    const OutcomePtr outcome = start(*sender, part(server, {0, 12 * MiB}));
    for (const qint64 rate : {2'000'000, 0, 4'000'000, 100'000, 0}) {
        QTest::qWait(60);
        limit.setBytesPerSecond(rate);
    }
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->reply.status, 200);
    QVERIFY(server.requests().last().body == PatternSource::bytes({0, 12 * MiB}));
}

void TestLargePieces::onceStaysOnce()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200), ScriptedAnswer::end(After::Close), ScriptedAnswer::http(200)});
    const auto sender = transport();
    QCOMPARE(ask(*sender, request(server, "GET", "/b")).reply.status, 200);
    HttpRequest once = part(server, {0, MiB});
    once.repeatable = false;
    QCOMPARE(ask(*sender, once).code(), QStringLiteral("connection-lost"));
    QTest::qWait(50);
    QCOMPARE(server.requests().size(), 2);
}

void TestLargePieces::probeProves()
{
    const SystemClock clock;
    std::optional<bool> verdict;
    PieceProbe probe(clock, [&](bool proven) { verdict = proven; });
    probe.start();
    QVERIFY(!verdict); // from the event loop
    QTRY_VERIFY(verdict.has_value());
    QVERIFY(*verdict);
}

void TestLargePieces::probeNeedsTheSignal()
{
    class Reply : public QNetworkReply
    {
        void abort() override {}
        qint64 readData(char*, qint64) override { return -1; }
    };
    QVERIFY(!largepieces::signalOf(Reply()).isValid());
}

QTEST_GUILESS_MAIN(TestLargePieces)
#include "tst_largepieces.moc"
