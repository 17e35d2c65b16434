// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/processkeys.h"
#include "accounts/ssocalls.h"
#include "accounts/stscalls.h"
#include "s3/hash.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace partway;

// What is said to STS and to single sign-on, and what their answers mean. Also hostile ones.
class SignInCallsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void vectorT1();
    void roleForm();
    void sessionTokenForm();
    void webIdentityForm();
    void endpoints_data();
    void endpoints();
    void roleReplies_data();
    void roleReplies();
    void processAnswers_data();
    void processAnswers();
    void deviceReplies_data();
    void deviceReplies();
    void tokenReplies_data();
    void tokenReplies();
    void roleKeys_data();
    void roleKeys();
    void cacheKeepsTokens();
    void readsOlderCaches();

private:
    const QDateTime m_at{QDate(2026, 1, 15), QTime(9, 30), Qt::UTC};
    const Credentials m_keys{
        "AKIAIOSFODNN7EXAMPLE", Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), {}, {}};
};

namespace {

HttpReply reply(int status, const QByteArray& body)
{
    HttpReply answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

template <typename T>
QString codeOf(const Result<T>& result)
{
    return result ? QString() : result.error().code;
}

} // namespace

// s3-reference §1.12.
void SignInCallsTest::vectorT1()
{
    const Result<HttpRequest> request =
        roleRequest({.arn = "arn:aws:iam::123456789012:role/uploader"}, {}, "eu-central-1", m_keys, m_at);
    QVERIFY(request.ok());
    QCOMPARE(request->origin.host, QStringLiteral("sts.eu-central-1.amazonaws.com"));
    QCOMPARE(hashOf(HashAlgorithm::Sha256, request->body.bytes).toHex(),
             QByteArray("7a3e27e854edf7fe76ce6d25cb9fa84a013215ebedb327d10e630fff10eb9070"));
    QVERIFY(request->headers.value("Authorization")
                .endsWith("Signature=eb628b17d32bea99c803a958eccdc8b6ef5d95753c431b5b01fbac23e4c22222"));
    QVERIFY(!request->headers.has("x-amz-content-sha256"));
}

void SignInCallsTest::roleForm()
{
    RoleChoice role{"arn:aws:iam::1:role/r", SecretSource::Keychain, "a&b", "me", "arn:aws:iam::1:mfa/m", 900,
                    "http://127.0.0.1:7/x"};
    const Result<HttpRequest> request = roleRequest(role, Secret("123456"), "eu-west-1", m_keys, m_at);
    QVERIFY(request.ok());
    QCOMPARE(request->target, QByteArray("/x/"));
    QCOMPARE(request->body.bytes,
             QByteArray("Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr"
                        "&RoleSessionName=me&DurationSeconds=900&ExternalId=a%26b"
                        "&SerialNumber=arn%3Aaws%3Aiam%3A%3A1%3Amfa%2Fm&TokenCode=123456"));
}

void SignInCallsTest::sessionTokenForm()
{
    const Result<HttpRequest> request =
        roleRequest({.mfaSerial = "m"}, Secret("123456"), "eu-west-1", m_keys, m_at);
    QVERIFY(request.ok());
    QCOMPARE(request->body.bytes, QByteArray("Action=GetSessionToken&Version=2011-06-15&DurationSeconds=3600"
                                             "&SerialNumber=m&TokenCode=123456"));
}

void SignInCallsTest::webIdentityForm()
{
    const Result<HttpRequest> request = webIdentityRequest({.arn = "r"}, Secret("a.b/c\n"), "eu-west-1");
    QVERIFY(request.ok());
    QVERIFY(!request->headers.has("Authorization"));
    QVERIFY(request->body.bytes.endsWith("&RoleArn=r&RoleSessionName=partway&WebIdentityToken=a.b%2Fc"));
}

void SignInCallsTest::endpoints_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("host");
    QTest::newRow("none") << ""
                          << "sts.us-east-1.amazonaws.com";
    QTest::newRow("Ireland") << "eu-west-1"
                             << "sts.eu-west-1.amazonaws.com";
    QTest::newRow("China") << "cn-north-1"
                           << "sts.cn-north-1.amazonaws.com.cn";
}

void SignInCallsTest::endpoints()
{
    QFETCH(QString, region);
    const Result<HttpRequest> request = roleRequest({.arn = "r"}, {}, region, m_keys, m_at);
    QTEST(request->origin.host, "host");
}

void SignInCallsTest::roleReplies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QByteArray good =
        "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult>"
        "<AssumedRoleUser><Arn>x</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIA</AccessKeyId>"
        "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
        "<Expiration>2026-01-15T10:30:00Z</Expiration></Credentials></AssumeRoleResult>"
        "<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleResponse>";
    const auto denied = [](const QByteArray& message) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>" + message +
               "</Message></Error></ErrorResponse>";
    };
    QTest::newRow("good") << 200 << good << "";
    QTest::newRow("cut off") << 200 << good.chopped(30) << "sts-answer-invalid";
    QTest::newRow("no end") << 200 << QByteArray(good).replace("Expiration", "Expires")
                            << "sts-answer-invalid";
    QTest::newRow("no token") << 200 << QByteArray(good).replace(">t<", "><") << "sts-answer-invalid";
    QTest::newRow("page") << 200 << QByteArray("<html><body>Sign in</body></html>") << "sts-answer-invalid";
    QTest::newRow("denied") << 403 << denied("not authorized to perform sts:AssumeRole") << "AccessDenied";
    QTest::newRow("wrong code")
        << 403 << denied("MultiFactorAuthentication failed with invalid MFA one time pass code.")
        << "mfa-code-wrong";
}

void SignInCallsTest::roleReplies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Result<Credentials> keys = roleReply(reply(status, body));
    QTEST(codeOf(keys), "code");
    if (keys)
        QCOMPARE(keys->expiresAt, QDateTime(QDate(2026, 1, 15), QTime(10, 30), Qt::UTC));
    else
        QCOMPARE(keys.error().kind, ErrorKind::SignIn);
}

void SignInCallsTest::processAnswers_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<bool>("good");
    const QByteArray whole =
        R"({"Version": 1, "AccessKeyId": "A", "SecretAccessKey": "s", "SessionToken": "t",
                                 "Expiration": "2026-01-15T10:30:00Z", "AccountId": "1"})";
    QTest::newRow("whole") << whole << true;
    QTest::newRow("lasting") << QByteArray(R"({"Version":1,"AccessKeyId":"A","SecretAccessKey":"s"})")
                             << true;
    QTest::newRow("fractions") << QByteArray(whole).replace("00Z", "00.250+02:00") << true;
    QTest::newRow("version 2") << QByteArray(whole).replace("\"Version\": 1", "\"Version\": 2") << false;
    QTest::newRow("no secret") << QByteArray(whole).replace("SecretAccessKey", "Secret") << false;
    QTest::newRow("no time") << QByteArray(whole).replace("2026-01", "soon") << false;
    QTest::newRow("words") << QByteArray("please sign in") << false;
    QTest::newRow("list") << QByteArray("[]") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("very long") << whole + QByteArray(100'000, ' ') << false;
}

void SignInCallsTest::processAnswers()
{
    QFETCH(QByteArray, output);
    QTEST(keysFromProcess(output).ok(), "good");
}

void SignInCallsTest::deviceReplies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    const QByteArray whole =
        R"({"deviceCode":"d","userCode":"AB-CD","verificationUri":"https://device.sso.test/",
                                 "verificationUriComplete":"https://device.sso.test/?c=AB-CD","expiresIn":600,"interval":1})";
    QTest::newRow("whole") << whole << true;
    QTest::newRow("no code") << QByteArray(whole).replace("userCode", "code") << false;
    // The person will be sent there.
    QTest::newRow("a file") << QByteArray(whole).replace("https://device.sso.test/\"", "file:///etc/passwd\"")
                            << false;
    QTest::newRow("a script") << QByteArray(whole).replace("https://device.sso.test/?c=AB-CD",
                                                           "javascript:alert(1)")
                              << false;
    QTest::newRow("no JSON") << QByteArray("<html>") << false;
}

void SignInCallsTest::deviceReplies()
{
    QFETCH(QByteArray, body);
    QTEST(deviceReply(reply(200, body)).ok(), "good");
}

void SignInCallsTest::tokenReplies_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("token") << 200 << QByteArray(R"({"accessToken":"a","expiresIn":28800})") << "";
    QTest::newRow("empty") << 200 << QByteArray("{}") << "sso-answer-invalid";
    QTest::newRow("pending") << 400 << QByteArray(R"({"error":"authorization_pending"})") << "sso-pending";
    QTest::newRow("slow down") << 400 << QByteArray(R"({"error":"slow_down"})") << "sso-slow-down";
    QTest::newRow("too late") << 400 << QByteArray(R"({"error":"expired_token"})") << "sso-code-expired";
    QTest::newRow("declined") << 400 << QByteArray(R"({"error":"access_denied"})") << "sso-declined";
    QTest::newRow("other") << 400 << QByteArray(R"({"error":"invalid_client"})") << "sso-refused";
}

void SignInCallsTest::tokenReplies()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Result<SsoToken> token = tokenReply(reply(status, body), m_at);
    QTEST(codeOf(token), "code");
    if (token)
        QCOMPARE(token->expiresAt, m_at.addSecs(28800));
}

void SignInCallsTest::roleKeys_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("keys") << 200 << QByteArray(R"({"roleCredentials":{"accessKeyId":"A","secretAccessKey":"s",
                                           "sessionToken":"t","expiration":1768473000000}})")
                          << "";
    QTest::newRow("no end") << 200
                            << QByteArray(R"({"roleCredentials":{"accessKeyId":"A","secretAccessKey":"s",
                                             "sessionToken":"t"}})")
                            << "sso-answer-invalid";
    QTest::newRow("old token") << 401 << QByteArray("{}") << "sso-token-ended";
    QTest::newRow("not yours") << 403 << QByteArray("{}") << "sso-forbidden";
}

void SignInCallsTest::roleKeys()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(codeOf(roleKeysReply(reply(status, body))), "code");
    const Result<HttpRequest> request = roleKeysRequest(
        {.region = "eu-west-1", .accountId = "1", .roleName = "a b"}, {Secret("tok"), {}, {}, {}});
    QCOMPARE(request->origin.host, QStringLiteral("portal.sso.eu-west-1.amazonaws.com"));
    QCOMPARE(request->target, QByteArray("/federation/credentials?account_id=1&role_name=a%20b"));
    QCOMPARE(request->headers.value("x-amz-sso_bearer_token"), QByteArray("tok"));
}

void SignInCallsTest::cacheKeepsTokens()
{
    const SsoToken token{Secret("a"), Secret("r"), m_at, {"c", Secret("s"), m_at.addDays(9)}};
    const SsoToken back = ssoTokenFromJson(ssoTokenToJson({.startUrl = "https://x", .region = "e"}, token));
    QCOMPARE(back.accessToken.reveal(), QByteArray("a"));
    QCOMPARE(back.refreshToken.reveal(), QByteArray("r"));
    QCOMPARE(back.expiresAt, m_at);
    QCOMPARE(back.client.secret.reveal(), QByteArray("s"));
    QCOMPARE(back.client.expiresAt, m_at.addDays(9));
}

void SignInCallsTest::readsOlderCaches()
{
    QCOMPARE(
        ssoTokenFromJson(Secret(R"({"accessToken":"a","expiresAt":"2026-01-15T09:30:00UTC"})")).expiresAt,
        m_at);
    QVERIFY(ssoTokenFromJson(Secret(R"({"accessToken":"a"})")).isEmpty());
    QVERIFY(ssoTokenFromJson(Secret("no JSON")).isEmpty());
}

QTEST_GUILESS_MAIN(SignInCallsTest)
#include "tst_signincalls.moc"
