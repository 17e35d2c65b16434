// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include <QTest>

using namespace partway;

// Each request ends exactly once, never from inside a call, and not at all once the transport is gone.
class TestNetworkEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelRunning();
    void cancelWaiting();
    void cancelFromProgress();
    void cancelTooLate();
    void neverFromInside();
    void goneTransportIsSilent();
    void transportMayGoInDone();
};

void TestNetworkEnds::cancelRunning()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::silence(), ScriptedAnswer::http(200)});
    const auto transport = makeTransport();
    const OutcomePtr outcome = start(*transport, request(server, "PUT", "/b/k", "x"));
    QTRY_COMPARE(server.requests().size(), 1);
    transport->cancel(outcome->id);
    transport->cancel(outcome->id);
    QCOMPARE(outcome->ends, 0); // never from inside cancel()
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->reply.failure->kind, ErrorKind::Cancelled);
    QVERIFY(outcome->reply.failure->maybeDone);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(ask(*transport, request(server, "GET", "/")).reply.status, 200);
    QCOMPARE(outcome->ends, 1);
}

void TestNetworkEnds::cancelWaiting()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::silence(); });
    const auto transport = makeTransport();
    QList<OutcomePtr> outcomes;
    for (int i = 0; i < 8; ++i)
        outcomes.append(start(*transport, request(server, "GET", "/")));
    QTRY_COMPARE(server.requests().size(), 6);
    transport->cancel(outcomes.at(7)->id);
    QCOMPARE(outcomes.at(7)->ends, 0);
    QVERIFY(waitFor(outcomes.at(7)));
    QCOMPARE(outcomes.at(7)->reply.failure->kind, ErrorKind::Cancelled);
    QVERIFY(!outcomes.at(7)->reply.failure->maybeDone);
    transport->cancel(outcomes.at(0)->id); // its place goes to the one that waits
    QVERIFY(waitFor(outcomes.at(0)));
    QTRY_COMPARE(server.requests().size(), 7);
    QCOMPARE(outcomes.at(6)->ends, 0);
}

void TestNetworkEnds::cancelFromProgress()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::silence()});
    const auto transport = makeTransport();
    auto outcome = std::make_shared<AskOutcome>();
    outcome->id = transport->send(
        request(server, "PUT", "/b/k", QByteArray(MiB, 'x')),
        [outcome](HttpReply reply) {
            ++outcome->ends;
            outcome->reply = std::move(reply);
        },
        [&, outcome](qint64) { transport->cancel(outcome->id); });
    QTRY_COMPARE(outcome->ends, 1);
    QCOMPARE(outcome->reply.failure->kind, ErrorKind::Cancelled);
}

void TestNetworkEnds::cancelTooLate()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200)});
    const auto transport = makeTransport();
    const OutcomePtr outcome = start(*transport, request(server, "GET", "/"));
    QVERIFY(waitFor(outcome));
    transport->cancel(outcome->id);
    transport->cancel(12'345);
    QTest::qWait(50);
    QCOMPARE(outcome->ends, 1);
    QCOMPARE(outcome->reply.status, 200);
}

void TestNetworkEnds::neverFromInside()
{
    ScriptedServer server;
    const auto transport = makeTransport();
    const OutcomePtr refused = start(*transport, request(server, "PUT", "/b/../k", "x"));
    QCOMPARE(refused->ends, 0);
    QVERIFY(waitFor(refused));
    QCOMPARE(refused->ends, 1);
}

void TestNetworkEnds::goneTransportIsSilent()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::silence(); });
    auto transport = makeTransport();
    QList<OutcomePtr> outcomes;
    for (int i = 0; i < 8; ++i)
        outcomes.append(start(*transport, request(server, "PUT", "/b/k", QByteArray(MiB, 'x'))));
    QTRY_COMPARE(server.requests().size(), 2); // large bodies: the others wait
    outcomes.append(start(*transport, request(server, "PUT", "/b/../k", "x")));
    transport->cancel(outcomes.at(0)->id);
    transport.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    for (const OutcomePtr& outcome : outcomes)
        QCOMPARE(outcome->ends, 0);
}

void TestNetworkEnds::transportMayGoInDone()
{
    ScriptedServer server;
    auto transport = makeTransport();
    int ends = 0;
    for (int i = 0; i < 3; ++i)
        transport->send(request(server, "PUT", "/b/../k"),
                        [&](const HttpReply&) {
                            ++ends;
                            transport.reset();
                        },
                        {});
    QTest::qWait(50);
    QCOMPARE(ends, 1);
}

QTEST_GUILESS_MAIN(TestNetworkEnds)
#include "tst_networkends.moc"
