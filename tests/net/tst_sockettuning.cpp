// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/sockettuning.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace partway;

namespace {

int tcpOption(qintptr descriptor, int name)
{
    int value = -1;
    socklen_t size = sizeof value;
    return getsockopt(int(descriptor), IPPROTO_TCP, name, &value, &size) == 0 ? value : -1;
}

} // namespace

class TestSocketTuning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tunesConnections_data();
    void tunesConnections();
    void looksOnlyAfterConnecting();

private:
    struct Pair
    {
        QTcpServer server;
        QTcpSocket client;
    };
    static bool connectPair(Pair& pair, const QHostAddress& address);
};

bool TestSocketTuning::connectPair(Pair& pair, const QHostAddress& address)
{
    if (!pair.server.listen(address))
        return false;
    pair.client.connectToHost(address, pair.server.serverPort());
    return QTest::qWaitFor([&] { return pair.client.state() == QAbstractSocket::ConnectedState; });
}

void TestSocketTuning::tunesConnections_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void TestSocketTuning::tunesConnections()
{
    QFETCH(QHostAddress, address);
    Pair pair;
    if (!connectPair(pair, address))
        QSKIP("this machine has no such loopback");
    const qintptr client = pair.client.socketDescriptor();
    QCOMPARE(tcpOption(client, TCP_NODELAY), 0);
    tuneConnectedSockets();
    QVERIFY(tcpOption(client, TCP_NODELAY) != 0);
    QCOMPARE(tcpOption(client, TCP_NOTSENT_LOWAT), 128 * 1024);
    QCOMPARE(tcpOption(pair.server.socketDescriptor(), TCP_NODELAY), 0);
}

void TestSocketTuning::looksOnlyAfterConnecting()
{
    Pair pair;
    QVERIFY(connectPair(pair, QHostAddress(QHostAddress::LocalHost)));
    SocketTuner tuner;
    tuner.sent();
    QCOMPARE(tcpOption(pair.client.socketDescriptor(), TCP_NODELAY), 0);
    tuner.connecting();
    tuner.sent();
    QVERIFY(tcpOption(pair.client.socketDescriptor(), TCP_NODELAY) != 0);
}

QTEST_GUILESS_MAIN(TestSocketTuning)
#include "tst_sockettuning.moc"
