// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/networksecrets.h"
#include "doctor/reach.h"
#include "net/asking.h"
#include "support/proxydouble.h"

#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace partway;

namespace {

// A server that lets in nobody but its one client, and somebody else who would like to come in.
struct ChoosyStore
{
    ChoosyStore()
    {
        server.demandClientOf(welcome.authorityPem);
        server.play({ScriptedAnswer::http(200)});
    }
    const TestCertificate& client(bool ours) const { return ours ? welcome : stranger; }

    const TestCertificate certificate = makeTestCertificate({QStringLiteral("127.0.0.1")});
    const TestCertificate welcome = makeTestCertificate({QStringLiteral("client.test")});
    const TestCertificate stranger = makeTestCertificate({QStringLiteral("stranger.test")});
    ScriptedServer server{certificate};
};

} // namespace

// The way to a store: proxies, client certificates, IPv6, as an account says.
class TestNetworkRoute : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void proxy_data();
    void proxy();
    void goesPastTheProxy();
    void proxyAddresses_data();
    void proxyAddresses();
    void clientCertificate_data();
    void clientCertificate();
    void packedClient_data();
    void packedClient();
    void clientFiles_data();
    void clientFiles();
    void ipv6();
    void reachTellsTheProxy();

private:
    QString file(const QString& name, const QByteArray& content);
    AskOutcome askBy(const NetworkRoute& route, const Origin& origin);

    QTemporaryDir m_folder;
    SystemClock m_clock;
};

QString TestNetworkRoute::file(const QString& name, const QByteArray& content)
{
    const QString path = m_folder.filePath(name);
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

AskOutcome TestNetworkRoute::askBy(const NetworkRoute& route, const Origin& origin)
{
    const auto transport =
        makeNetworkTransport({.managers = 1, .pieces = LargePieces::Off, .route = route}, m_clock);
    HttpRequest asked;
    asked.method = "PUT";
    asked.origin = origin;
    asked.target = "/b/k";
    asked.body.bytes = "hello";
    return ask(**transport, asked);
}

void TestNetworkRoute::proxy_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("code");
    QTest::newRow("open") << QByteArray() << "" << QByteArray() << "";
    QTest::newRow("with sign-in") << QByteArray("ann:top secret") << "ann" << QByteArray("top secret") << "";
    QTest::newRow("wrong password") << QByteArray("ann:right") << "ann" << QByteArray("wrong")
                                    << "proxy-sign-in";
    QTest::newRow("no sign-in") << QByteArray("ann:right") << "" << QByteArray() << "proxy-sign-in";
}

void TestNetworkRoute::proxy()
{
    QFETCH(QByteArray, wanted);
    QFETCH(QString, user);
    QFETCH(QByteArray, password);
    const TestCertificate certificate = makeTestCertificate({QStringLiteral("store.invalid")});
    ScriptedServer store(certificate);
    store.play({ScriptedAnswer::http(200), ScriptedAnswer::http(200)});
    ProxyDouble proxy(store.serverPort());
    proxy.wanted = wanted;
    Account account;
    account.caFile = file(QStringLiteral("ca.pem"), certificate.authorityPem);
    account.proxy = {ProxyChoice::Kind::Url, QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort()),
                     user};
    const Result<NetworkRoute> route = routeOf(account, {.proxyPassword = Secret(password)});
    QVERIFY(route.ok());
    const AskOutcome outcome = askBy(*route, {QStringLiteral("https"), QStringLiteral("store.invalid"), 443});
    QTEST(outcome.code(), "code");
    if (!outcome.code().isEmpty()) {
        QVERIFY(store.requests().isEmpty());
        // It is the account's: the advice is about the account, not about the system.
        QCOMPARE(outcome.reply.failure->resource, QStringLiteral("127.0.0.1:%1").arg(proxy.serverPort()));
        return;
    }
    QCOMPARE(outcome.reply.status, 200);
    QCOMPARE(proxy.asked().value(0), QByteArray("store.invalid:443")); // the proxy finds the name
    QCOMPARE(store.requests().first().body, QByteArray("hello"));
    QVERIFY(!store.requests().first().headers.has("Proxy-Authorization")); // nothing for the store to see
}

void TestNetworkRoute::goesPastTheProxy()
{
    ScriptedServer store;
    store.play({ScriptedAnswer::http(200)});
    ProxyDouble proxy(store.serverPort());
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()));
    Account account;
    account.proxy.kind = ProxyChoice::Kind::None;
    const AskOutcome outcome = askBy(*routeOf(account, {}), store.origin());
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QCOMPARE(outcome.reply.status, 200);
    QCOMPARE(proxy.refusals(), 0);
    QVERIFY(proxy.asked().isEmpty());
}

void TestNetworkRoute::proxyAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("port");
    const int http = QNetworkProxy::HttpProxy, socks = QNetworkProxy::Socks5Proxy;
    QTest::newRow("http") << "http://proxy.test:8080" << http << 8080;
    QTest::newRow("bare") << "proxy.test:8080" << http << 8080;
    QTest::newRow("usual port") << "http://proxy.test/" << http << 3128;
    QTest::newRow("socks") << "socks5://proxy.test" << socks << 1080;
    QTest::newRow("password in it") << "http://ann:secret@proxy.test" << -1 << 0;
    QTest::newRow("path") << "http://proxy.test/a" << -1 << 0;
    QTest::newRow("other scheme") << "ftp://proxy.test" << -1 << 0;
    QTest::newRow("empty") << "" << -1 << 0;
}

void TestNetworkRoute::proxyAddresses()
{
    QFETCH(QString, text);
    QFETCH(int, type);
    const Result<QNetworkProxy> proxy = proxyFromText(text, {}, {});
    QCOMPARE(proxy.ok(), type >= 0);
    if (!proxy) {
        QCOMPARE(proxy.error().code, QStringLiteral("proxy-invalid"));
        return;
    }
    QCOMPARE(int(proxy->type()), type);
    QTEST(int(proxy->port()), "port");
}

void TestNetworkRoute::clientCertificate_data()
{
    QTest::addColumn<bool>("shown");
    QTest::addColumn<bool>("ours");
    QTest::newRow("the right one") << true << true;
    QTest::newRow("somebody else's") << true << false;
    QTest::newRow("none") << false << false;
}

void TestNetworkRoute::clientCertificate()
{
    QFETCH(bool, shown);
    QFETCH(bool, ours);
    ChoosyStore store;
    Account account;
    account.caFile = file(QStringLiteral("ca.pem"), store.certificate.authorityPem);
    if (shown) {
        const TestCertificate& mine = store.client(ours);
        account.clientCertificateFile = file(QStringLiteral("client.pem"), mine.certificatePem);
        account.clientKeyFile = file(QStringLiteral("client.key"), mine.keyPem);
    }
    const AskOutcome outcome = askBy(*routeOf(account, {}), store.server.origin());
    QCOMPARE(outcome.reply.status, ours ? 200 : 0);
    QCOMPARE(outcome.code().isEmpty(), ours);
}

void TestNetworkRoute::packedClient_data()
{
    QTest::addColumn<bool>("ours");
    QTest::addColumn<QByteArray>("locked");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("code");
    QTest::newRow("with its password")
        << true << QByteArray("pass w\u00f6rd") << QByteArray("pass w\u00f6rd") << "";
    QTest::newRow("without one") << true << QByteArray() << QByteArray() << "";
    QTest::newRow("wrong password") << true << QByteArray("right") << QByteArray("wrong")
                                    << "client-key-unreadable";
    QTest::newRow("no password") << true << QByteArray("right") << QByteArray() << "client-key-unreadable";
    QTest::newRow("somebody else's") << false << QByteArray("x") << QByteArray("x") << "refused there";
}

// A PKCS#12 file holds certificate and key: a server that lets in nobody else lets its owner in.
void TestNetworkRoute::packedClient()
{
    QFETCH(bool, ours);
    QFETCH(QByteArray, locked);
    QFETCH(QByteArray, password);
    QFETCH(QString, code);
    ChoosyStore store;
    Account account;
    account.caFile = file(QStringLiteral("ca.pem"), store.certificate.authorityPem);
    account.clientCertificateFile =
        file(QStringLiteral("client.p12"), packedCertificate(store.client(ours), locked));
    const Result<NetworkRoute> route = routeOf(account, {.clientKeyPassword = Secret(password)});
    QVERIFY(route.ok());
    if (const auto tls = tlsFor(*route); !tls) {
        QCOMPARE(tls.error().code, code);
        QCOMPARE(tls.error().resource, account.clientCertificateFile);
        return;
    }
    const AskOutcome outcome = askBy(*route, store.server.origin());
    QCOMPARE(outcome.reply.status, code.isEmpty() ? 200 : 0);
    QCOMPARE(store.server.requests().size(), code.isEmpty() ? 1 : 0);
}

void TestNetworkRoute::clientFiles_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("code");
    const TestCertificate client = makeTestCertificate({QStringLiteral("client.test")});
    QTest::newRow("both in one file") << client.certificatePem + client.keyPem << QByteArray() << "";
    QTest::newRow("two files") << client.certificatePem << client.keyPem << "";
    QTest::newRow("no key") << client.certificatePem << QByteArray() << "client-key-unreadable";
    QTest::newRow("no certificate") << QByteArray("hello") << QByteArray() << "client-certificate-empty";
    QTest::newRow("no PKCS#12 either")
        << QByteArray("\x30\x82hello") << QByteArray() << "client-key-unreadable";
}

void TestNetworkRoute::clientFiles()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    NetworkRoute route;
    route.clientCertificateFile = file(QStringLiteral("c.pem"), certificate);
    if (!key.isEmpty())
        route.clientKeyFile = file(QStringLiteral("k.pem"), key);
    const auto tls = tlsFor(route);
    QTEST(tls ? QString() : tls.error().code, "code");
    if (tls)
        QVERIFY((*tls)->localCertificateChain().size() == 1 && !(*tls)->privateKey().isNull());
    route.clientCertificateFile = QStringLiteral("/nonexistent.pem");
    QCOMPARE(tlsFor(route).error().code, QStringLiteral("client-certificate-unreadable"));
}

void TestNetworkRoute::ipv6()
{
    ScriptedServer store({}, QHostAddress::LocalHostIPv6);
    store.play({ScriptedAnswer::http(200)});
    const Result<Endpoint> endpoint =
        Endpoint::parse(QStringLiteral("http://[::1]:%1").arg(store.serverPort()));
    QVERIFY(endpoint.ok());
    const AskOutcome outcome = askBy({}, endpoint->origin);
    QCOMPARE(outcome.reply.status, 200);
    QCOMPARE(store.requests().first().headers.value("Host"),
             "[::1]:" + QByteArray::number(store.serverPort()));
}

void TestNetworkRoute::reachTellsTheProxy()
{
    const TestCertificate certificate = makeTestCertificate({QStringLiteral("store.invalid")});
    ScriptedServer store(certificate);
    ProxyDouble proxy(store.serverPort());
    NetworkRoute route;
    route.caFile = file(QStringLiteral("ca.pem"), certificate.authorityPem);
    route.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort());
    Reach::Wish wish;
    wish.origin = {QStringLiteral("https"), QStringLiteral("store.invalid"), 0};
    wish.proxy = *route.proxy;
    wish.systemProxy = false;
    wish.tls = **tlsFor(route);
    QMap<QString, Finding> found;
    std::optional<bool> stands;
    Reach reach(
        wish, m_clock, [&](const Finding& finding) { found.insert(finding.step, finding); },
        [&](bool end) { stands = end; });
    reach.start();
    QTRY_VERIFY(stands);
    QVERIFY(*stands);
    QCOMPARE(found.value(QStringLiteral("proxy")).verdict, QStringLiteral("used"));
    QCOMPARE(found.value(QStringLiteral("name")).verdict, QStringLiteral("by-proxy"));
    QCOMPARE(found.value(QStringLiteral("tls")).verdict, QStringLiteral("trusted"));

    proxy.wanted = "ann:secret";
    stands.reset();
    Reach refused(
        wish, m_clock, [&](const Finding& finding) { found.insert(finding.step, finding); },
        [&](bool end) { stands = end; });
    refused.start();
    QTRY_VERIFY(stands);
    QVERIFY(!*stands);
    QCOMPARE(found.value(QStringLiteral("connect")).error->code, QStringLiteral("proxy-sign-in"));
}

QTEST_GUILESS_MAIN(TestNetworkRoute)
#include "tst_networkroute.moc"
