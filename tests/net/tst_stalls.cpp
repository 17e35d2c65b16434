// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include "http/socketprogress.h"
#include "support/manualclock.h"

#include <QTcpSocket>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

// Connections that stand still, and those that only seem to. The test's clock decides how long.
namespace {

// The whole body of 4 bytes has gone, and this side knows.
bool isOut(const ScriptedServer& server, const OutcomePtr& outcome)
{
    return !server.requests().isEmpty() && server.requests().first().complete &&
           outcome->progress.value(outcome->progress.size() - 1) == 4;
}

} // namespace

class StallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = ManualClock();
        auto made = makeNetworkTransport({.managers = 1, .pieces = LargePieces::Off}, m_clock);
        QVERIFY(made.ok());
        m_transport = std::move(made).value();
    }
    void cleanup() { m_transport.reset(); }
    void silenceIsCut();
    void deadAfterAChangeIsCutAtOnce();
    void aliveAfterAChangeIsKept();
    void noConnectionInTime();
    void whatThePeerTakes();
    void slowLineIsSpared();
    void aLossUnderALargeBodyIsTold();

private:
    ManualClock m_clock;
    std::unique_ptr<Transport> m_transport;
};

void StallsTest::silenceIsCut()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::silence(); });
    const OutcomePtr outcome = start(*m_transport, request(server, "PUT", "/b/k", "body"));
    QTRY_VERIFY(isOut(server, outcome));
    m_clock.advance(61s);
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->code(), QStringLiteral("stalled"));
    QVERIFY(outcome->reply.failure->maybeDone);
}

void StallsTest::deadAfterAChangeIsCutAtOnce()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::silence(); });
    const OutcomePtr outcome = start(*m_transport, request(server, "PUT", "/b/k", "body"));
    QTRY_VERIFY(isOut(server, outcome));
    m_transport->dropConnections(); // the computer woke
    m_clock.advance(4s);
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->code(), QStringLiteral("connection-lost"));
    QCOMPARE(outcome->reply.failure->kind, ErrorKind::Transient);
}

void StallsTest::aliveAfterAChangeIsKept()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::http(200).late(2'500ms); });
    const OutcomePtr outcome = start(*m_transport, request(server, "PUT", "/b/k", "body"));
    QTRY_VERIFY(isOut(server, outcome));
    m_transport->dropConnections();
    m_clock.advance(2s); // short of what is too long
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->reply.status, 200);
    QCOMPARE(server.requests().size(), 1);
}

// A server whose queue of connections is full lets new ones hang, as a network does that swallows packets.
void StallsTest::noConnectionInTime()
{
#ifdef Q_OS_LINUX
    QTcpServer full;
    full.setListenBacklogSize(0);
    full.setMaxPendingConnections(0);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> others;
    for (int i = 0; i < 4; ++i) {
        others.push_back(std::make_unique<QTcpSocket>());
        others.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
        others.back()->waitForConnected(50);
    }
    HttpRequest asked;
    asked.method = "GET";
    asked.origin = {QStringLiteral("http"), QStringLiteral("127.0.0.1"), full.serverPort()};
    asked.target = "/";
    const OutcomePtr outcome = start(*m_transport, asked);
    for (int i = 0; i < 100 && outcome->ends == 0; ++i) { // it may begin to connect later than it was asked
        QTest::qWait(50);
        m_clock.advance(16s);
    }
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->code(), QStringLiteral("unreachable"));
    QVERIFY(!outcome->reply.failure->maybeDone);
#endif
}

void StallsTest::whatThePeerTakes()
{
#ifndef Q_OS_LINUX
    QSKIP("not known on this system");
#endif
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QVERIFY(socket.waitForConnected() && server.waitForNewConnection(5'000));
    SocketProgress progress;
    progress.look(1s);
    QCOMPARE(progress.moving(1s, 60s), 0);
    socket.write("bytes");
    socket.flush();
    QTRY_VERIFY((progress.look(10s), progress.moving(10s, 60s) == 1));
    progress.look(60s);
    QCOMPARE(progress.moving(60s, 60s), 1); // fifty seconds ago
    progress.look(80s);
    QCOMPARE(progress.moving(80s, 60s), 0);
}

// The peer takes a little now and then; the network stack's own view stands still for more than a minute.
void StallsTest::slowLineIsSpared()
{
#ifndef Q_OS_LINUX
    QSKIP("not known on this system");
#endif
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::silence(); });
    QTcpServer other; // stands for the rest of the line: a connection whose peer takes bytes
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, other.serverPort());
    QVERIFY(socket.waitForConnected() && other.waitForNewConnection(5'000));
    const OutcomePtr outcome = start(*m_transport, request(server, "PUT", "/b/k", "body"));
    QTRY_VERIFY(isOut(server, outcome));
    // One more look than there are ticks, each with a byte that moves: never 60 s without.
    for (int tick = 0; tick < 3; ++tick) {
        m_clock.advance(30s);
        socket.write("x");
        socket.flush();
        QTest::qWait(1'200); // a tick of the transport's own
        QCOMPARE(outcome->ends, 0);
    }
    m_clock.advance(120s);
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->code(), QStringLiteral("stalled"));
}

// The network stack would send all of it again by itself, and nobody would know of the loss or of the bytes.
void StallsTest::aLossUnderALargeBodyIsTold()
{
    ScriptedServer server;
    server.play(
        {ScriptedAnswer::end(ScriptedAnswer::After::Reset).early(3 * MiB), ScriptedAnswer::http(200)});
    HttpRequest part = request(server, "PUT", "/b/k");
    part.body.source = std::make_shared<PatternSource>();
    part.body.window = {0, 16 * MiB};
    const AskOutcome outcome = ask(*m_transport, part);
    QCOMPARE(outcome.code(), QStringLiteral("connection-lost"));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(outcome.reply.bytesSent >= 3 * MiB);
}

QTEST_GUILESS_MAIN(StallsTest)
#include "tst_stalls.moc"
