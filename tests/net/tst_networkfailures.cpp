// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"

#include "http/networkfailure.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTemporaryFile>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;
using After = ScriptedAnswer::After;

class TestNetworkFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapping_data();
    void mapping();
    void refusedConnection_data();
    void refusedConnection();
    void cutReply_data();
    void cutReply();
    void notHttp();
    void stalls_data();
    void stalls();
    void slowIsNoStall();
    void tooLongReply_data();
    void tooLongReply();
    void failingSource();
    void shortSource();
    void unsendablePath();
    void tls_data();
    void tls();
    void authorityFile_data();
    void authorityFile();
    void proxyWantsSignIn();
};

namespace {

std::unique_ptr<QTemporaryFile> fileWith(const QByteArray& content)
{
    auto file = std::make_unique<QTemporaryFile>();
    if (!file->open() || file->write(content) != content.size() || !file->flush())
        qFatal("no temporary file");
    return file;
}

HttpRequest part(const ScriptedServer& server, std::shared_ptr<PatternSource> source, ByteRange window)
{
    HttpRequest asked = request(server, "PUT", "/b/k?partNumber=1&uploadId=u");
    asked.body.source = std::move(source);
    asked.body.window = window;
    return asked;
}

} // namespace

void TestNetworkFailures::mapping_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("reached");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("unsent");
    const int unknown = int(Reached::Unknown);
    const int connecting = int(Reached::Connecting);
    const int sent = int(Reached::Sent);

    QTest::newRow("host") << int(QNetworkReply::HostNotFoundError) << unknown << "host-not-found" << true;
    QTest::newRow("refused") << int(QNetworkReply::ConnectionRefusedError) << connecting << "refused" << true;
    QTest::newRow("no route") << int(QNetworkReply::UnknownNetworkError) << connecting << "unreachable"
                              << true;
    QTest::newRow("lost") << int(QNetworkReply::UnknownNetworkError) << sent << "connection-lost" << false;
    QTest::newRow("lost?") << int(QNetworkReply::UnknownNetworkError) << unknown << "connection-lost"
                           << false;
    QTest::newRow("timeout") << int(QNetworkReply::TimeoutError) << connecting << "unreachable" << true;
    QTest::newRow("late timeout") << int(QNetworkReply::TimeoutError) << sent << "connection-lost" << false;
    QTest::newRow("closed") << int(QNetworkReply::RemoteHostClosedError) << connecting << "connection-lost"
                            << false;
    QTest::newRow("once") << int(QNetworkReply::ContentReSendError) << connecting << "connection-lost"
                          << false;
    QTest::newRow("proxy") << int(QNetworkReply::ProxyConnectionRefusedError) << connecting
                           << "proxy-unreachable" << true;
    QTest::newRow("proxy name") << int(QNetworkReply::ProxyNotFoundError) << connecting << "proxy-unreachable"
                                << true;
    QTest::newRow("proxy sign-in") << int(QNetworkReply::ProxyAuthenticationRequiredError) << connecting
                                   << "proxy-sign-in" << true;
    QTest::newRow("tls") << int(QNetworkReply::SslHandshakeFailedError) << connecting << "tls" << true;
    QTest::newRow("protocol") << int(QNetworkReply::ProtocolFailure) << sent << "not-http" << false;
}

void TestNetworkFailures::mapping()
{
    QFETCH(int, error);
    QFETCH(int, reached);
    const Error result =
        networkFailure(QNetworkReply::NetworkError(error), QStringLiteral("words"), Reached(reached), {});
    QTEST(result.code, "code");
    QCOMPARE(result.kind, ErrorKind::Transient);
    QCOMPARE(result.message, QStringLiteral("words"));
    QTEST(failsBeforeSending(result), "unsent");
}

void TestNetworkFailures::refusedConnection_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("repeatable");
    QTest::newRow("GET") << QByteArray("GET") << true;
    QTest::newRow("PUT") << QByteArray("PUT") << true;
    QTest::newRow("Create") << QByteArray("POST") << false;
}

void TestNetworkFailures::refusedConnection()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, repeatable);
    ScriptedServer server;
    HttpRequest asked = request(server, method, "/b/k?uploads=");
    asked.repeatable = repeatable;
    server.close();
    asked.origin.port = asked.origin.port ? asked.origin.port : 1;
    const auto transport = makeTransport();
    const AskOutcome outcome = ask(*transport, asked);
    QCOMPARE(outcome.code(), QStringLiteral("refused"));
    QCOMPARE(outcome.reply.failure->kind, ErrorKind::Transient);
    QVERIFY(!outcome.reply.failure->maybeDone);
}

void TestNetworkFailures::cutReply_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("status line") << QByteArray("HTTP/1.1 2") << QByteArray("GET");
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Len") << QByteArray("GET");
    QTest::newRow("no body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                             << QByteArray("GET");
    QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<Res")
                          << QByteArray("PUT");
    QTest::newRow("error body") << QByteArray("HTTP/1.1 500 X\r\nContent-Length: 50\r\n\r\n<Err")
                                << QByteArray("PUT");
    QTest::newRow("once") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<Res")
                          << QByteArray("POST");
    QTest::newRow("chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<Re")
                           << QByteArray("POST");
    QTest::newRow("between chunks")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<Re\r\n")
        << QByteArray("POST");
}

void TestNetworkFailures::cutReply()
{
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, method);
    ScriptedServer server;
    ScriptedAnswer cut;
    cut.raw = reply;
    cut.then(After::Close);
    server.setScript([cut](const SeenRequest&) { return cut; });
    const auto transport = makeTransport();
    HttpRequest asked = request(server, method, "/b/k", method == "GET" ? "" : "x");
    asked.repeatable = method != "POST";
    const AskOutcome outcome = ask(*transport, asked);
    QCOMPARE(outcome.code(), QStringLiteral("connection-lost"));
    QVERIFY(outcome.reply.failure->maybeDone);
    QCOMPARE(outcome.ends, 1);
    if (method == "POST")
        QCOMPARE(server.requests().size(), 1);
}

void TestNetworkFailures::notHttp()
{
    ScriptedServer server;
    ScriptedAnswer banner;
    banner.raw = "SSH-2.0-OpenSSH_9.2\r\n";
    banner.then(After::Close);
    server.setScript([banner](const SeenRequest&) { return banner; });
    const auto transport = makeTransport();
    const AskOutcome outcome = ask(*transport, request(server, "GET", "/"));
    QVERIFY(!outcome.reply.answered());
    QCOMPARE(outcome.ends, 1);
    QVERIFY2(outcome.code() == QLatin1String("not-http") ||
                 outcome.code() == QLatin1String("connection-lost"),
             qPrintable(outcome.code()));
}

void TestNetworkFailures::stalls_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<ScriptedAnswer>("answer");
    ScriptedAnswer half;
    half.raw = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<";
    QTest::newRow("no answer") << QByteArray("PUT") << KiB << ScriptedAnswer::silence();
    QTest::newRow("no answer, empty body") << QByteArray("POST") << qint64(0) << ScriptedAnswer::silence();
    QTest::newRow("half an answer") << QByteArray("GET") << qint64(0) << half;
}

void TestNetworkFailures::stalls()
{
    QFETCH(QByteArray, method);
    QFETCH(qint64, size);
    QFETCH(ScriptedAnswer, answer);
    ScriptedServer server;
    server.play({answer});
    const auto transport = makeTransport();
    HttpRequest asked = request(server, method, "/b/k", QByteArray(size, 'x'));
    asked.stallTimeout = 600ms;
    QElapsedTimer timer;
    timer.start();
    const AskOutcome outcome = ask(*transport, asked);
    QCOMPARE(outcome.code(), QStringLiteral("stalled"));
    QCOMPARE(outcome.reply.failure->kind, ErrorKind::Transient);
    QVERIFY(outcome.reply.failure->maybeDone);
    QVERIFY(timer.elapsed() >= 600);
    QTRY_COMPARE(server.openConnections(), 0);
}

// Longer than the stall timeout in all, but bytes keep moving.
void TestNetworkFailures::slowIsNoStall()
{
    ScriptedServer server;
    server.setReadDelay(300ms);
    server.play({ScriptedAnswer::http(200)});
    const auto transport = makeTransport();
    HttpRequest asked = request(server, "PUT", "/b/k", QByteArray(8 * MiB, 'x'));
    asked.stallTimeout = 2s;
    const OutcomePtr outcome = start(*transport, asked);
    QTest::qWait(4'000);
    QCOMPARE(outcome->ends, 0);
    server.setReadDelay(0ms);
    QVERIFY(waitFor(outcome));
    QCOMPARE(outcome->reply.status, 200);
}

void TestNetworkFailures::tooLongReply_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("declared") << ScriptedAnswer::http(200, QByteArray(MiB, 'x')).raw;
    QTest::newRow("to the end") << "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(MiB, 'x');
    QTest::newRow("chunked") << "HTTP/1.1 500 OK\r\nTransfer-Encoding: chunked\r\n\r\n100000\r\n" +
                                    QByteArray(MiB, 'x') + "\r\n0\r\n\r\n";
}

void TestNetworkFailures::tooLongReply()
{
    QFETCH(QByteArray, reply);
    ScriptedServer server;
    ScriptedAnswer answer;
    answer.raw = reply;
    server.play({answer});
    const auto transport = makeTransport();
    HttpRequest asked = request(server, "GET", "/");
    asked.maxReplyBytes = 100'000;
    const AskOutcome outcome = ask(*transport, asked);
    QCOMPARE(outcome.code(), QStringLiteral("reply-too-long"));
    QCOMPARE(outcome.reply.failure->kind, ErrorKind::Bug);
    QCOMPARE(outcome.ends, 1);
    QVERIFY(outcome.reply.body.isEmpty());
}

void TestNetworkFailures::failingSource()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200)});
    const auto transport = makeTransport();
    auto source = std::make_shared<PatternSource>();
    source->failsAt = 100'000;
    const AskOutcome outcome = ask(*transport, part(server, source, {0, MiB}));
    QCOMPARE(outcome.code(), QStringLiteral("test-disk-gone"));
    QCOMPARE(outcome.reply.failure->kind, ErrorKind::LocalFile);
    QVERIFY(!outcome.reply.failure->maybeDone);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!server.requests().value(0).complete);
}

void TestNetworkFailures::shortSource()
{
    ScriptedServer server;
    server.play({ScriptedAnswer::http(200)});
    const auto transport = makeTransport();
    auto source = std::make_shared<PatternSource>();
    source->endsAt = 100'000;
    const AskOutcome outcome = ask(*transport, part(server, source, {50'000, 50'001}));
    QCOMPARE(outcome.code(), QStringLiteral("source-shorter"));
    QCOMPARE(outcome.reply.failure->kind, ErrorKind::LocalFile);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!server.requests().value(0).complete);
}

void TestNetworkFailures::unsendablePath()
{
    ScriptedServer server;
    const auto transport = makeTransport();
    for (const char* target : {"/bkt/./a/../b", "/bkt/%2E/a", "//lead/x"}) {
        const AskOutcome outcome = ask(*transport, request(server, "PUT", target, "x"));
        QCOMPARE(outcome.code(), QStringLiteral("path-cannot-be-sent"));
        QCOMPARE(outcome.reply.failure->kind, ErrorKind::Refused);
        QVERIFY(!outcome.reply.failure->maybeDone);
    }
    QCOMPARE(server.connections(), 0);
}

void TestNetworkFailures::tls_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QString>("code");
    const QStringList good{QStringLiteral("127.0.0.1"), QStringLiteral("localhost")};
    QTest::newRow("trusted") << good << 1 << true << "";
    QTest::newRow("unknown authority") << good << 1 << false << "tls-unknown-ca";
    QTest::newRow("wrong host") << QStringList{QStringLiteral("other.example")} << 1 << true
                                << "tls-wrong-host";
    QTest::newRow("expired") << good << -1 << true << "tls-expired";
}

void TestNetworkFailures::tls()
{
    QFETCH(QStringList, names);
    QFETCH(int, days);
    QFETCH(bool, trusted);
    QFETCH(QString, code);
    const TestCertificate certificate = makeTestCertificate(names, days);
    const auto authority = fileWith(certificate.authorityPem);
    ScriptedServer server(certificate);
    server.play({ScriptedAnswer::http(200)});
    const auto transport = makeTransport(1, nullptr, trusted ? authority->fileName() : QString());
    HttpRequest asked = request(server, "POST", "/b/k?uploads=");
    asked.repeatable = false;
    const AskOutcome outcome = ask(*transport, asked);
    QCOMPARE(outcome.code(), code);
    QCOMPARE(outcome.reply.status, code.isEmpty() ? 200 : 0);
    QCOMPARE(server.requests().size(), code.isEmpty() ? 1 : 0);
    if (!code.isEmpty()) {
        QVERIFY(!outcome.reply.failure->maybeDone);
        QVERIFY(!outcome.reply.failure->message.isEmpty());
    }
}

void TestNetworkFailures::authorityFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << QByteArray() << "ca-file-unreadable";
    QTest::newRow("no certificate") << QByteArray("hello\n") << "ca-file-empty";
}

void TestNetworkFailures::authorityFile()
{
    QFETCH(QByteArray, content);
    const SystemClock clock;
    const auto file = fileWith(content);
    const QString path = content.isEmpty() ? QStringLiteral("/no/such/file.pem") : file->fileName();
    const auto made = makeNetworkTransport({.caFile = path, .managers = 1}, clock);
    QVERIFY(!made.ok());
    QTEST(made.error().code, "code");
    QCOMPARE(made.error().kind, ErrorKind::LocalFile);
    QCOMPARE(made.error().resource, path);
}

void TestNetworkFailures::proxyWantsSignIn()
{
    ScriptedServer proxy;
    const ScriptedAnswer answer =
        ScriptedAnswer::http(407, "go away", {"Proxy-Authenticate: Basic realm=\"x\""});
    proxy.setScript([answer](const SeenRequest&) { return answer; });
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), quint16(proxy.origin().port)));
    const auto transport = makeTransport();
    HttpRequest asked = request(proxy, "GET", "/b/k");
    asked.origin = {QStringLiteral("http"), QStringLiteral("store.invalid"),
                    0}; // loopback would bypass the proxy
    const AskOutcome outcome = ask(*transport, asked);
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QCOMPARE(outcome.code(), QStringLiteral("proxy-sign-in"));
    QVERIFY(proxy.connections() > 0);
}

QTEST_GUILESS_MAIN(TestNetworkFailures)
#include "tst_networkfailures.moc"
