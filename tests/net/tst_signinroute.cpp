// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialdesk.h"
#include "accounts/networksecrets.h"
#include "support/proxydouble.h"
#include "support/signindouble.h"

#include <QtTest>

#include <optional>

using namespace partway;

// STS and single sign-on are reached as the account's store is: through its proxy, which wants a sign-in, and
// with its own authority alone to vouch for them.
class SignInRouteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void throughProxyAndPrivateAuthority_data();
    void throughProxyAndPrivateAuthority();
    void proxyThatRefuses();
    void authorityThatNobodyKnows();

private:
    Account account(bool sso) const;
    Result<Credentials> keysOf(const Account& account, const QByteArray& proxyPassword);

    QTemporaryDir m_folder;
    sandbox::Keys m_lasting;
    std::unique_ptr<SignInDouble> m_services;
    std::unique_ptr<ProxyDouble> m_proxy;
};

namespace {

const QString host = QStringLiteral("signin.invalid"); // only the proxy leads there

class Browser final : public SignInPrompt
{
public:
    void askMfaCode(const QString&, const QString&, bool, std::function<void(std::optional<Secret>)>) override
    {
    }
    void showDeviceCode(const DeviceCode& code, std::function<void()>) override
    {
        shown.append(code.userCode);
    }
    void closeDeviceCode(const QString&) override {}
    void askProcess(const QString&, const QString&, std::function<void(bool)>) override {}

    QStringList shown;
};

} // namespace

void SignInRouteTest::init()
{
    m_lasting.accessKey = "LASTING";
    m_lasting.secretKey = Secret("lasting secret");
    const TestCertificate certificate = makeTestCertificate({host});
    m_services = std::make_unique<SignInDouble>(m_lasting, certificate);
    m_proxy = std::make_unique<ProxyDouble>(m_services->serverPort());
    m_proxy->wanted = "me:pass word";
    QFile authority(m_folder.filePath(QStringLiteral("ca.pem")));
    QVERIFY(authority.open(QIODevice::WriteOnly));
    authority.write(certificate.authorityPem);
}

Account SignInRouteTest::account(bool sso) const
{
    Account account;
    account.id = account.name = QStringLiteral("a");
    account.endpoint = QStringLiteral("https://store.invalid");
    account.caFile = m_folder.filePath(QStringLiteral("ca.pem"));
    account.proxy = {ProxyChoice::Kind::Url, QStringLiteral("http://127.0.0.1:%1").arg(m_proxy->serverPort()),
                     QStringLiteral("me")};
    if (sso) {
        account.secretSource = SecretSource::Sso;
        account.sso.startUrl = QStringLiteral("https://corp.example/start");
        account.sso.region = QStringLiteral("eu-west-1");
        account.sso.accountId = QStringLiteral("123456789012");
        account.sso.roleName = QStringLiteral("Uploader");
        account.sso.oidcEndpoint = account.sso.portalEndpoint = QStringLiteral("https://") + host;
        return account;
    }
    account.secretSource = SecretSource::Role;
    account.role.arn = QStringLiteral("arn:aws:iam::123456789012:role/uploader");
    account.role.from = SecretSource::Session;
    account.role.stsEndpoint = QStringLiteral("https://") + host;
    account.accessKeyId = m_lasting.accessKey;
    return account;
}

Result<Credentials> SignInRouteTest::keysOf(const Account& account, const QByteArray& proxyPassword)
{
    const std::unique_ptr<CredentialStore> keychain = makeSessionStore();
    CredentialDesk desk(*keychain);
    Browser browser;
    desk.setPrompt(&browser);
    routeSignIns(desk);
    desk.setSessionKeys(account.id, {.accessKeyId = m_lasting.accessKey, .secretKey = m_lasting.secretKey});
    setSessionNetwork(desk, account, {.proxyPassword = Secret(proxyPassword), .clientKeyPassword = {}});
    std::optional<Result<Credentials>> keys;
    desk.credentials(account, [&](const Result<Credentials>& end) { keys = end; });
    static_cast<void>(QTest::qWaitFor([&] { return keys.has_value(); }, 30'000));
    return keys ? *keys : Result<Credentials>(Error{.code = QStringLiteral("no answer")});
}

void SignInRouteTest::throughProxyAndPrivateAuthority_data()
{
    QTest::addColumn<bool>("sso");
    QTest::newRow("STS") << false;
    QTest::newRow("single sign-on") << true;
}

void SignInRouteTest::throughProxyAndPrivateAuthority()
{
    QFETCH(bool, sso);
    const Result<Credentials> keys = keysOf(account(sso), "pass word");
    QVERIFY2(keys.ok(), keys ? "" : qPrintable(keys.error().code + u' ' + keys.error().message));
    QVERIFY(!keys->sessionToken.isEmpty());
    QCOMPARE(m_services->assumed, 1);
    QCOMPARE(m_services->signOns, sso ? 1 : 0);
    QCOMPARE(m_services->complaints, QStringList());
    QVERIFY(m_proxy->asked().contains(host.toLatin1() + ":443"));
}

// Whose proxy it is, is told, and nothing went past it.
void SignInRouteTest::proxyThatRefuses()
{
    const Result<Credentials> keys = keysOf(account(false), "wrong");
    QVERIFY(!keys.ok());
    QCOMPARE(keys.error().code, QStringLiteral("proxy-sign-in"));
    QCOMPARE(keys.error().resource, QStringLiteral("127.0.0.1:%1").arg(m_proxy->serverPort()));
    QCOMPARE(m_services->assumed, 0);
}

void SignInRouteTest::authorityThatNobodyKnows()
{
    Account stranger = account(false);
    stranger.caFile.clear();
    const Result<Credentials> keys = keysOf(stranger, "pass word");
    QVERIFY(!keys.ok());
    QCOMPARE(keys.error().code, QStringLiteral("tls-unknown-ca"));
    QCOMPARE(m_services->assumed, 0);
}

QTEST_GUILESS_MAIN(SignInRouteTest)
#include "tst_signinroute.moc"
