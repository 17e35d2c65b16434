// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/signindouble.h"

#include "s3/hash.h"
#include "support/sandbox/temporarykeys.h"

#include <QJsonDocument>

namespace partway {

namespace {

QByteArray jsonText(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString formValue(const QByteArray& form, const char* name)
{
    return QUrlQuery(QString::fromLatin1(form)).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

} // namespace

SignInDouble::SignInDouble(const sandbox::Keys& lasting, std::optional<TestCertificate> tls)
    : LoopbackServer(std::move(tls)), m_lasting(lasting)
{
}

SignInDouble::Reply SignInDouble::answer(const Seen& request)
{
    const QJsonObject json = QJsonDocument::fromJson(request.body).object();
    if (request.target == "/")
        return sts(request);
    if (request.target == "/client/register")
        return {200, jsonText({{QStringLiteral("clientId"), QStringLiteral("client")},
                               {QStringLiteral("clientSecret"), QStringLiteral("client-secret")},
                               {QStringLiteral("clientSecretExpiresAt"),
                                QDateTime::currentSecsSinceEpoch() + 90 * 24 * 3600}})};
    if (request.target == "/device_authorization") {
        m_polls = 0;
        return {200, jsonText({{QStringLiteral("deviceCode"), QStringLiteral("device-code")},
                               {QStringLiteral("userCode"), QStringLiteral("ABCD-EFGH")},
                               {QStringLiteral("verificationUri"), endpoint() + QStringLiteral("/device")},
                               {QStringLiteral("expiresIn"), 600},
                               {QStringLiteral("interval"), 1}})};
    }
    if (request.target == "/token")
        return token(json);
    if (request.target.startsWith("/federation/credentials?"))
        return roleKeys(request);
    complaints.append(QString::fromLatin1(request.target));
    return {404, "{}"};
}

SignInDouble::Reply SignInDouble::refuse(const char* code, const QString& words)
{
    complaints.append(words);
    return {403, "<ErrorResponse><Error><Code>" + QByteArray(code) + "</Code><Message>" + words.toUtf8() +
                     "</Message></Error></ErrorResponse>"};
}

// With the sandbox's lasting keys; as s3-reference §1.1 says.
bool SignInDouble::isSigned(const Seen& request) const
{
    const QByteArray authorization = request.headers.value("Authorization");
    const QList<QByteArray> scope =
        authorization.mid(authorization.indexOf("Credential=") + 11).split(',').first().split('/');
    HeaderList headers;
    for (const QByteArray& name :
         authorization.mid(authorization.indexOf("SignedHeaders=") + 14).split(',').first().split(';'))
        headers.add(name, request.headers.value(name));
    QDateTime at = QDateTime::fromString(QString::fromLatin1(request.headers.value("x-amz-date")),
                                         QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    at.setTimeSpec(Qt::UTC);
    const SignatureParts parts = signCanonical(
        "POST", "/", "", headers, hashOf(HashAlgorithm::Sha256, request.body).toHex(),
        {m_lasting.accessKey, m_lasting.secretKey, {}, {}}, {scope.value(2), scope.value(3)}, at);
    return scope.value(0) == m_lasting.accessKey && scope.value(3) == "sts" &&
           authorization.endsWith("Signature=" + parts.signature);
}

SignInDouble::Reply SignInDouble::sts(const Seen& request)
{
    const QString action = formValue(request.body, "Action");
    if (!isSigned(request))
        return refuse("SignatureDoesNotMatch", QStringLiteral("the signature is wrong"));
    if (formValue(request.body, "ExternalId") != externalId)
        return refuse("AccessDenied", QStringLiteral("the external id is wrong"));
    if (!codes.isEmpty() && !codes.remove(formValue(request.body, "TokenCode")))
        return refuse(
            "AccessDenied",
            QStringLiteral("MultiFactorAuthentication failed with invalid MFA one time pass code."));
    ++assumed;
    const Credentials keys = sandbox::makeTemporaryKeys(
        m_lasting, "*", QDateTime::currentDateTimeUtc().addMSecs(lifetime.count()));
    return {200, '<' + action.toLatin1() + "Response><" + action.toLatin1() +
                     "Result><Credentials><AccessKeyId>" + keys.accessKeyId +
                     "</AccessKeyId><SecretAccessKey>" + keys.secretKey.reveal() +
                     "</SecretAccessKey><SessionToken>" + keys.sessionToken.reveal() +
                     "</SessionToken><Expiration>" + keys.expiresAt.toString(Qt::ISODateWithMs).toLatin1() +
                     "</Expiration></Credentials></" + action.toLatin1() + "Result></" + action.toLatin1() +
                     "Response>"};
}

SignInDouble::Reply SignInDouble::token(const QJsonObject& json)
{
    const auto error = [](const char* word) {
        return Reply{400, jsonText({{QStringLiteral("error"), QLatin1String(word)}})};
    };
    if (json.value(QLatin1String("clientSecret")).toString() != QLatin1String("client-secret"))
        return error("invalid_client");
    if (json.value(QLatin1String("grantType")).toString() == QLatin1String("refresh_token")) {
        ++refreshed;
        return json.value(QLatin1String("refreshToken")).toString() == QLatin1String("refresh-token")
                   ? giveToken()
                   : error("invalid_grant");
    }
    if (refuses)
        return error("access_denied");
    if (m_polls++ < pollsBeforeConsent)
        return error("authorization_pending");
    ++signOns;
    return giveToken();
}

SignInDouble::Reply SignInDouble::giveToken()
{
    m_token = "access-token-" + QByteArray::number(++m_tokens);
    m_tokenEnds = QDateTime::currentDateTimeUtc().addSecs(tokenLifetime.count());
    return {200, jsonText({{QStringLiteral("accessToken"), QString::fromLatin1(m_token)},
                           {QStringLiteral("refreshToken"), QStringLiteral("refresh-token")},
                           {QStringLiteral("expiresIn"), int(tokenLifetime.count())}})};
}

SignInDouble::Reply SignInDouble::roleKeys(const Seen& request)
{
    const bool good = request.headers.value("x-amz-sso_bearer_token") == m_token && !m_token.isEmpty() &&
                      QDateTime::currentDateTimeUtc() < m_tokenEnds;
    if (!good)
        return {401, "{}"};
    if (!request.target.contains("account_id=123456789012") || !request.target.contains("role_name=Uploader"))
        return {403, "{}"};
    ++assumed;
    const Credentials keys = sandbox::makeTemporaryKeys(
        m_lasting, "*", QDateTime::currentDateTimeUtc().addMSecs(lifetime.count()));
    const QJsonObject role{{QStringLiteral("accessKeyId"), QString::fromLatin1(keys.accessKeyId)},
                           {QStringLiteral("secretAccessKey"), QString::fromLatin1(keys.secretKey.reveal())},
                           {QStringLiteral("sessionToken"), QString::fromLatin1(keys.sessionToken.reveal())},
                           {QStringLiteral("expiration"), keys.expiresAt.toMSecsSinceEpoch()}};
    return {200, jsonText({{QStringLiteral("roleCredentials"), role}})};
}

} // namespace partway
