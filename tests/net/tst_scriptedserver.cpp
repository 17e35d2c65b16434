// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"

#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;
using After = ScriptedAnswer::After;

// The server against bare sockets, so that what the network tests conclude from it holds.
class TestScriptedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInOrder();
    void keepsWhatItSaw();
    void cutsTheAnswer();
    void closesWithoutAnswer_data();
    void closesWithoutAnswer();
    void answersEarly();
    void answersLate();
    void countsConnections();
    void speaksTls();
    void beyondTheScript();
};

namespace {

std::unique_ptr<QTcpSocket> connected(const ScriptedServer& server)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QStringLiteral("127.0.0.1"), quint16(server.origin().port));
    return socket;
}

// Everything the server has sent once `enough` bytes are there or the connection has ended.
QByteArray read(QTcpSocket& socket, qint64 enough)
{
    (void)QTest::qWaitFor([&] {
        return socket.bytesAvailable() >= enough || socket.state() == QAbstractSocket::UnconnectedState;
    });
    return socket.readAll();
}

const QByteArray getRequest = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";

} // namespace

void TestScriptedServer::answersInOrder()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200, "one", {"X-A: b"}), ScriptedAnswer::http(404, "two")});
    const auto socket = connected(server);
    socket->write(getRequest);
    const QByteArray first = "HTTP/1.1 200 Scripted\r\nX-A: b\r\nContent-Length: 3\r\n\r\none";
    QCOMPARE(read(*socket, first.size()), first);
    socket->write(getRequest);
    const QByteArray second = "HTTP/1.1 404 Scripted\r\nContent-Length: 3\r\n\r\ntwo";
    QCOMPARE(read(*socket, second.size()), second);
    QCOMPARE(server.connections(), 1);
}

void TestScriptedServer::keepsWhatItSaw()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200)});
    const auto socket = connected(server);
    socket->write("PUT /b/k?x=1 HTTP/1.1\r\nHost: h\r\nX-Amz-Date:  d \r\nContent-Length: 10\r\n\r\n12345");
    QTRY_COMPARE(server.requests().size(), 1);
    QTRY_COMPARE(server.requests().at(0).body, QByteArray("12345"));
    QVERIFY(!server.requests().at(0).complete);
    QCOMPARE(socket->bytesAvailable(), 0);
    socket->write("67890");
    QTRY_VERIFY(server.requests().at(0).complete);
    const SeenRequest seen = server.requests().at(0);
    QCOMPARE(seen.method, QByteArray("PUT"));
    QCOMPARE(seen.target, QByteArray("/b/k?x=1"));
    QCOMPARE(seen.headers.value("x-amz-date"), QByteArray("d"));
    QCOMPARE(seen.body, QByteArray("1234567890"));
    QVERIFY(read(*socket, 10).startsWith("HTTP/1.1 200"));
}

void TestScriptedServer::cutsTheAnswer()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200, "body").cutAfter(9)});
    const auto socket = connected(server);
    socket->write(getRequest);
    QCOMPARE(read(*socket, 1'000), QByteArray("HTTP/1.1 "));
    QCOMPARE(socket->error(), QAbstractSocket::RemoteHostClosedError);
}

void TestScriptedServer::closesWithoutAnswer_data()
{
    QTest::addColumn<int>("after");
    QTest::newRow("close") << int(After::Close);
    QTest::newRow("reset") << int(After::Reset);
}

void TestScriptedServer::closesWithoutAnswer()
{
    QFETCH(int, after);
    ScriptedServer server;
    server.play({ScriptedAnswer::end(After(after))});
    const auto socket = connected(server);
    socket->write(getRequest);
    QCOMPARE(read(*socket, 1), QByteArray());
    QCOMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestScriptedServer::answersEarly()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(403).early(3), ScriptedAnswer::http(200)});
    const auto socket = connected(server);
    socket->write("PUT /a HTTP/1.1\r\nContent-Length: 10\r\n\r\n123");
    QVERIFY(read(*socket, 10).startsWith("HTTP/1.1 403"));
    QVERIFY(!server.requests().at(0).complete);
    socket->write("4567890" + getRequest);
    QVERIFY(read(*socket, 10).startsWith("HTTP/1.1 200"));
    QCOMPARE(server.requests().at(0).body, QByteArray("1234567890"));
}

void TestScriptedServer::answersLate()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200).late(200ms)});
    const auto socket = connected(server);
    QElapsedTimer timer;
    timer.start();
    socket->write(getRequest);
    QVERIFY(!read(*socket, 10).isEmpty());
    QVERIFY(timer.elapsed() >= 190);
}

void TestScriptedServer::countsConnections()
{
    ScriptedServer server;
    server.setScript([](const SeenRequest&) { return ScriptedAnswer::silence(); });
    const auto one = connected(server);
    auto two = connected(server);
    one->write(getRequest);
    two->write(getRequest);
    QTRY_COMPARE(server.mostAtOnce(), 2);
    QCOMPARE(server.openConnections(), 2);
    two.reset();
    QTRY_COMPARE(server.openConnections(), 1);
    QCOMPARE(server.connections(), 2);
    QCOMPARE(server.requests().at(0).connection + server.requests().at(1).connection, 3);
}

void TestScriptedServer::speaksTls()
{
    const TestCertificate certificate = makeTestCertificate({"127.0.0.1", "localhost"});
    ScriptedServer server(certificate);
    server.play({ScriptedAnswer::http(200, "safe")});
    QCOMPARE(server.origin().scheme, QStringLiteral("https"));
    QSslSocket socket;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({QSslCertificate(certificate.authorityPem)});
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), quint16(server.origin().port));
    socket.write(getRequest);
    QVERIFY(read(socket, 20).endsWith("safe"));
}

void TestScriptedServer::beyondTheScript()
{
    ScriptedServer server;
    const auto socket = connected(server);
    socket->write(getRequest);
    QVERIFY(read(*socket, 10).startsWith("HTTP/1.1 599"));
}

QTEST_GUILESS_MAIN(TestScriptedServer)
#include "tst_scriptedserver.moc"
