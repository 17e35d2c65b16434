// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include "support/manualclock.h"

#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

// Large bodies on lines that cut connections, over real ones. Time is the test's: a request takes as long as
// the server's script says.
class TestBodyGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoBodiesAtFirst();
    void aBodyGetsANewConnectionWhereOldOnesDie();
    void aGoodConnectionIsKept();
    void aBodyWaitsForAnExpectedCut();
    void oneBodyAtATimeWhereAllWereLost();

private:
    static QByteArray body() { return QByteArray(2 * MiB, 'x'); }
    std::unique_ptr<Transport> transport()
    {
        TransportOptions options;
        options.pieces = LargePieces::Off;
        return std::move(makeNetworkTransport(options, m_clock)).value();
    }
    // Requests take so long and are answered; a time below 0: so long, then the connection is cut.
    void script(ScriptedServer* server, const QList<std::chrono::milliseconds>& lengths)
    {
        server->setScript([this, lengths, at = 0](const SeenRequest&) mutable {
            const auto length = at < lengths.size() ? lengths.at(at++) : 0ms;
            m_clock.advance(length < 0ms ? -length : length);
            return length < 0ms ? ScriptedAnswer::end(ScriptedAnswer::After::Reset).early(3 * MiB / 2)
                                : ScriptedAnswer::http(200);
        });
    }

    ManualClock m_clock;
};

void TestBodyGate::twoBodiesAtFirst()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest& seen) {
        return seen.method == "PUT" ? ScriptedAnswer::silence() : ScriptedAnswer::http(200);
    });
    const auto sender = transport();
    QList<OutcomePtr> bodies;
    for (int i = 0; i < 6; ++i)
        bodies.append(start(*sender, request(server, "PUT", "/b/k", body())));
    QTRY_COMPARE(server.requests().size(), 2);
    QCOMPARE(ask(*sender, request(server, "GET", "/")).reply.status, 200); // small ones pass
    QCOMPARE(server.requests().size(), 3);
    sender->cancel(bodies.at(5)->id);
    QVERIFY(waitFor(bodies.at(5)));
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::http(200); });
    sender->cancel(bodies.at(0)->id); // makes room for the next, and with each that is done there is more
    for (const int i : {2, 3, 4}) {
        QVERIFY(waitFor(bodies.at(i)));
        QCOMPARE(bodies.at(i)->reply.status, 200);
    }
}

void TestBodyGate::aBodyGetsANewConnectionWhereOldOnesDie()
{
    ScriptedServer server;
    script(&server, {4s, 4s, -3s, 4s, 4s, 4s});
    const auto sender = transport();
    QList<QString> codes;
    for (int i = 0; i < 6; ++i)
        codes.append(ask(*sender, request(server, "PUT", "/b/k", body())).code());
    QCOMPARE(codes, (QList<QString>{{}, {}, QStringLiteral("connection-lost"), {}, {}, {}}));
    // Counted as they are used: Qt may open one more beside a dying one, and leave it.
    QList<int> used;
    QList<int> connections;
    for (const SeenRequest& seen : server.requests()) {
        if (!used.contains(seen.connection))
            used.append(seen.connection);
        connections.append(int(used.indexOf(seen.connection)) + 1);
    }
    // The first died when it was 11 s old; the second is 8 s old when the last body comes, which takes 4 s.
    QCOMPARE(connections, (QList<int>{1, 1, 1, 2, 2, 3}));
    QTRY_COMPARE(server.openConnections(), 1);
}

void TestBodyGate::aGoodConnectionIsKept()
{
    ScriptedServer server;
    script(&server, {4s, 4s, 3s, 4s, 4s, 4s});
    const auto sender = transport();
    for (int i = 0; i < 6; ++i)
        QCOMPARE(ask(*sender, request(server, "PUT", "/b/k", body())).reply.status, 200);
    QCOMPARE(server.connections(), 1);
}

// Cuts at 4 s and at 14 s, of connections that are 4 s and 1 s old: the next is expected at 24 s.
void TestBodyGate::aBodyWaitsForAnExpectedCut()
{
    ScriptedServer server;
    script(&server, {-4s, 4s, 4s, -2s, 4s, 0s, 4s});
    const auto sender = transport();
    const auto begun = m_clock.monotonic();
    const auto put = [&] { return start(*sender, request(server, "PUT", "/b/k", body())); };
    for (int i = 0; i < 5; ++i)
        QVERIFY(waitFor(put()));
    QCOMPARE(m_clock.monotonic() - begun, 18s);
    m_clock.advance(6'390ms); // the cut is over in 10 ms at the earliest
    const OutcomePtr held = put();
    QCOMPARE(ask(*sender, request(server, "GET", "/")).reply.status, 200);
    QCOMPARE(server.requests().size(), 6); // without that body
    m_clock.advance(100ms);
    QVERIFY(waitFor(held));
    QCOMPARE(held->reply.status, 200);
    QCOMPARE(server.requests().size(), 7);
}

void TestBodyGate::oneBodyAtATimeWhereAllWereLost()
{
    ScriptedServer server;
    script(&server, {-5s});
    const auto sender = transport();
    QCOMPARE(ask(*sender, request(server, "PUT", "/b/k", body())).code(), QStringLiteral("connection-lost"));
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::silence(); });
    QList<OutcomePtr> bodies;
    for (int i = 0; i < 3; ++i)
        bodies.append(start(*sender, request(server, "PUT", "/b/k", body())));
    QTRY_COMPARE(server.requests().size(), 2);
    for (const int i : {0, 1, 2}) { // the next begins when the one before is gone
        QCOMPARE(server.requests().size(), 2 + i);
        sender->cancel(bodies.at(i)->id);
        QVERIFY(waitFor(bodies.at(i)));
        if (i < 2)
            QTRY_COMPARE(server.requests().size(), 3 + i);
    }
}

QTEST_GUILESS_MAIN(TestBodyGate)
#include "tst_bodygate.moc"
