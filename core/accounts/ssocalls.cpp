// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ssocalls.h"

#include "s3/endpoint.h"
#include "s3/hash.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace partway {

namespace {

QString textOf(const QJsonObject& json, const char* name)
{
    return json.value(QLatin1String(name)).toString();
}

Secret secretOf(const QJsonObject& json, const char* name)
{
    return Secret(textOf(json, name).toUtf8());
}

Result<Endpoint> endpointOf(const QString& own, const QString& service, const QString& region)
{
    if (!own.isEmpty())
        return Endpoint::parse(own);
    const Endpoint regional =
        endpointForRegion(*Endpoint::parse(QStringLiteral("https://s3.xx.amazonaws.com")), region);
    return Endpoint::parse(QStringLiteral("https://") + service + u'.' + regional.origin.host.mid(3));
}

Result<HttpRequest> requestTo(const Result<Endpoint>& endpoint, const QByteArray& method,
                              const QByteArray& path)
{
    if (!endpoint)
        return endpoint.error();
    HttpRequest request;
    request.method = method;
    request.origin = endpoint->origin;
    request.target = endpoint->pathPrefix + path;
    request.headers.set("Host", endpoint->origin.hostHeader());
    request.stallTimeout = std::chrono::seconds(30);
    request.maxReplyBytes = MiB;
    return request;
}

Result<HttpRequest> oidcRequest(const SsoChoice& sso, const QByteArray& path, const QJsonObject& json)
{
    Result<HttpRequest> request =
        requestTo(endpointOf(sso.oidcEndpoint, QStringLiteral("oidc"), sso.region), "POST", path);
    if (request) {
        request->headers.set("Content-Type", "application/json");
        request->body.bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    }
    return request;
}

Error signIn(const char* code, const HttpReply& reply, const QString& message = {})
{
    Error error = replyError(reply, ErrorKind::SignIn, code);
    error.message = message;
    return error;
}

// The service's own errors are JSON: {"error": "authorization_pending", "error_description": …}.
Error oidcError(const HttpReply& reply)
{
    if (reply.failure)
        return *reply.failure;
    if (reply.status >= 500 || reply.status == 429)
        return errorFromReply(reply);
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    const QString word = textOf(json, "error");
    const QString message = textOf(json, "error_description").left(200);
    if (word == QLatin1String("authorization_pending"))
        return replyError(reply, ErrorKind::Transient, "sso-pending");
    if (word == QLatin1String("slow_down"))
        return replyError(reply, ErrorKind::Transient, "sso-slow-down");
    if (word == QLatin1String("expired_token"))
        return signIn("sso-code-expired", reply, message);
    if (word == QLatin1String("access_denied"))
        return signIn("sso-declined", reply, message);
    return signIn("sso-refused", reply, word.left(60) + u' ' + message);
}

} // namespace

Result<HttpRequest> registerClientRequest(const SsoChoice& sso)
{
    return oidcRequest(sso, "/client/register",
                       {{QStringLiteral("clientName"), QStringLiteral("Partway")},
                        {QStringLiteral("clientType"), QStringLiteral("public")},
                        {QStringLiteral("scopes"), QJsonArray{QStringLiteral("sso:account:access")}}});
}

Result<SsoClient> registerClientReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return oidcError(reply);
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    SsoClient client{textOf(json, "clientId"), secretOf(json, "clientSecret"), {}};
    const double end = json.value(QLatin1String("clientSecretExpiresAt")).toDouble();
    client.expiresAt = QDateTime::fromSecsSinceEpoch(qint64(end), Qt::UTC);
    if (client.id.isEmpty() || client.secret.isEmpty())
        return signIn("sso-answer-invalid", reply);
    return client;
}

Result<HttpRequest> deviceRequest(const SsoChoice& sso, const SsoClient& client)
{
    return oidcRequest(sso, "/device_authorization",
                       {{QStringLiteral("clientId"), client.id},
                        {QStringLiteral("clientSecret"), QString::fromUtf8(client.secret.reveal())},
                        {QStringLiteral("startUrl"), sso.startUrl}});
}

Result<SsoDevice> deviceReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return oidcError(reply);
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    SsoDevice device;
    device.deviceCode = secretOf(json, "deviceCode");
    device.userCode = textOf(json, "userCode").left(40);
    device.url = textOf(json, "verificationUri").left(2000);
    device.completeUrl = textOf(json, "verificationUriComplete").left(2000);
    device.lasts = std::chrono::seconds(qBound(1, json.value(QLatin1String("expiresIn")).toInt(600), 3600));
    device.interval = std::chrono::seconds(qBound(1, json.value(QLatin1String("interval")).toInt(5), 60));
    // The person is sent there: nothing but a page on the web.
    for (const QString& url : {device.url, device.completeUrl}) {
        const bool web =
            url.startsWith(QLatin1String("https://")) || url.startsWith(QLatin1String("http://127."));
        if (!url.isEmpty() && !web)
            return signIn("sso-answer-invalid", reply);
    }
    if (device.deviceCode.isEmpty() || device.userCode.isEmpty() || device.url.isEmpty())
        return signIn("sso-answer-invalid", reply);
    return device;
}

Result<HttpRequest> tokenRequest(const SsoChoice& sso, const SsoClient& client, const Secret& deviceCode,
                                 const Secret& refreshToken)
{
    QJsonObject json{{QStringLiteral("clientId"), client.id},
                     {QStringLiteral("clientSecret"), QString::fromUtf8(client.secret.reveal())}};
    if (deviceCode.isEmpty()) {
        json.insert(QStringLiteral("grantType"), QStringLiteral("refresh_token"));
        json.insert(QStringLiteral("refreshToken"), QString::fromUtf8(refreshToken.reveal()));
    } else {
        json.insert(QStringLiteral("grantType"),
                    QStringLiteral("urn:ietf:params:oauth:grant-type:device_code"));
        json.insert(QStringLiteral("deviceCode"), QString::fromUtf8(deviceCode.reveal()));
    }
    return oidcRequest(sso, "/token", json);
}

Result<SsoToken> tokenReply(const HttpReply& reply, const QDateTime& now)
{
    if (!isSuccess(reply))
        return oidcError(reply);
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    SsoToken token;
    token.accessToken = secretOf(json, "accessToken");
    token.refreshToken = secretOf(json, "refreshToken");
    token.expiresAt = now.addSecs(qBound(1, json.value(QLatin1String("expiresIn")).toInt(), 90 * 24 * 3600));
    if (token.isEmpty())
        return signIn("sso-answer-invalid", reply);
    return token;
}

Result<HttpRequest> roleKeysRequest(const SsoChoice& sso, const SsoToken& token)
{
    const QByteArray path = "/federation/credentials?account_id=" + encodeQuery(sso.accountId.toUtf8()) +
                            "&role_name=" + encodeQuery(sso.roleName.toUtf8());
    Result<HttpRequest> request =
        requestTo(endpointOf(sso.portalEndpoint, QStringLiteral("portal.sso"), sso.region), "GET", path);
    if (request)
        request->headers.set("x-amz-sso_bearer_token", token.accessToken.reveal());
    return request;
}

Result<Credentials> roleKeysReply(const HttpReply& reply)
{
    if (reply.failure)
        return *reply.failure;
    if (reply.status == 401)
        return signIn("sso-token-ended", reply);
    if (reply.status == 403 || reply.status == 404)
        return signIn("sso-forbidden", reply);
    if (!isSuccess(reply))
        return oidcError(reply);
    const QJsonObject json = QJsonDocument::fromJson(reply.body).object();
    const QJsonObject keys = json.value(QLatin1String("roleCredentials")).toObject();
    const double end = keys.value(QLatin1String("expiration")).toDouble(); // milliseconds
    Credentials result{textOf(keys, "accessKeyId").toUtf8(), secretOf(keys, "secretAccessKey"),
                       secretOf(keys, "sessionToken"), QDateTime::fromMSecsSinceEpoch(qint64(end), Qt::UTC)};
    if (result.isEmpty() || result.sessionToken.isEmpty() || end <= 0)
        return signIn("sso-answer-invalid", reply);
    return result;
}

QString ssoCacheName(const SsoChoice& sso)
{
    const QString about = sso.sessionName.isEmpty() ? sso.startUrl : sso.sessionName;
    return QString::fromLatin1(QCryptographicHash::hash(about.toUtf8(), QCryptographicHash::Sha1).toHex()) +
           QStringLiteral(".json");
}

SsoToken ssoTokenFromJson(const Secret& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes.reveal()).object();
    const auto time = [&json](const char* name) {
        QString text = textOf(json, name);
        text.replace(QLatin1String("UTC"), QLatin1String("Z")); // as older AWS programs write it
        return QDateTime::fromString(text, Qt::ISODate).toUTC();
    };
    SsoToken token;
    token.accessToken = secretOf(json, "accessToken");
    token.refreshToken = secretOf(json, "refreshToken");
    token.expiresAt = time("expiresAt");
    token.client = {textOf(json, "clientId"), secretOf(json, "clientSecret"), time("registrationExpiresAt")};
    return token.expiresAt.isValid() ? token : SsoToken();
}

Secret ssoTokenToJson(const SsoChoice& sso, const SsoToken& token)
{
    QJsonObject json{
        {QStringLiteral("startUrl"), sso.startUrl},
        {QStringLiteral("region"), sso.region},
        {QStringLiteral("accessToken"), QString::fromUtf8(token.accessToken.reveal())},
        {QStringLiteral("expiresAt"), token.expiresAt.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("clientId"), token.client.id},
        {QStringLiteral("clientSecret"), QString::fromUtf8(token.client.secret.reveal())},
        {QStringLiteral("registrationExpiresAt"), token.client.expiresAt.toUTC().toString(Qt::ISODate)}};
    if (!token.refreshToken.isEmpty())
        json.insert(QStringLiteral("refreshToken"), QString::fromUtf8(token.refreshToken.reveal()));
    return Secret(QJsonDocument(json).toJson());
}

} // namespace partway
