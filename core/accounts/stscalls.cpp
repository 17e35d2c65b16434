// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/stscalls.h"

#include "s3/endpoint.h"
#include "s3/hash.h"
#include "s3/keysdocument.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/signature.h"

namespace partway {

namespace {

constexpr int usualSeconds = 3600;

Result<Endpoint> stsEndpoint(const RoleChoice& role, const QString& region)
{
    if (!role.stsEndpoint.isEmpty())
        return Endpoint::parse(role.stsEndpoint);
    const QString where = region.isEmpty() ? QStringLiteral("us-east-1") : region;
    const Endpoint regional =
        endpointForRegion(*Endpoint::parse(QStringLiteral("https://s3.xx.amazonaws.com")), where);
    return Endpoint::parse(QStringLiteral("https://sts.") + regional.origin.host.mid(3));
}

void add(QByteArray* body, const char* name, const QString& value)
{
    if (!value.isEmpty())
        *body += '&' + QByteArray(name) + '=' + encodeQuery(value.toUtf8());
}

QString sessionNameOf(const RoleChoice& role)
{
    return role.sessionName.isEmpty() ? QStringLiteral("partway") : role.sessionName;
}

HttpRequest formRequest(const Endpoint& endpoint, const QByteArray& body)
{
    HttpRequest request;
    request.method = "POST";
    request.origin = endpoint.origin;
    request.target = endpoint.pathPrefix + '/';
    request.headers.set("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    request.body.bytes = body;
    request.stallTimeout = std::chrono::seconds(30);
    request.maxReplyBytes = MiB;
    return request;
}

} // namespace

Result<HttpRequest> roleRequest(const RoleChoice& role, const Secret& code, const QString& region,
                                const Credentials& keys, const QDateTime& at)
{
    const Result<Endpoint> endpoint = stsEndpoint(role, region);
    if (!endpoint)
        return endpoint.error();
    QByteArray body = role.arn.isEmpty() ? "Action=GetSessionToken" : "Action=AssumeRole";
    body += "&Version=2011-06-15";
    if (!role.arn.isEmpty()) {
        add(&body, "RoleArn", role.arn);
        add(&body, "RoleSessionName", sessionNameOf(role));
    }
    const int seconds = role.durationSeconds > 0 ? role.durationSeconds : usualSeconds;
    add(&body, "DurationSeconds", QString::number(seconds));
    add(&body, "ExternalId", role.externalId);
    if (!role.mfaSerial.isEmpty()) {
        add(&body, "SerialNumber", role.mfaSerial);
        add(&body, "TokenCode", QString::fromUtf8(code.reveal()));
    }
    HttpRequest request = formRequest(*endpoint, body);
    const QByteArray scopeRegion = region.isEmpty() ? QByteArray("us-east-1") : region.toUtf8();
    signRequest(request, request.target, {}, hashOf(HashAlgorithm::Sha256, body).toHex(), keys,
                {scopeRegion, "sts"}, at);
    return request;
}

Result<HttpRequest> webIdentityRequest(const RoleChoice& role, const Secret& token, const QString& region)
{
    const Result<Endpoint> endpoint = stsEndpoint(role, region);
    if (!endpoint)
        return endpoint.error();
    QByteArray body = "Action=AssumeRoleWithWebIdentity&Version=2011-06-15";
    add(&body, "RoleArn", role.arn);
    add(&body, "RoleSessionName", sessionNameOf(role));
    if (role.durationSeconds > 0)
        add(&body, "DurationSeconds", QString::number(role.durationSeconds));
    body += "&WebIdentityToken=" + encodeQuery(token.reveal().trimmed());
    return formRequest(*endpoint, body);
}

Result<Credentials> roleReply(const HttpReply& reply)
{
    if (!isSuccess(reply)) {
        Error error = errorFromReply(reply);
        if (error.kind == ErrorKind::Transient || error.kind == ErrorKind::Throttled ||
            error.kind == ErrorKind::Clock)
            return error;
        error.kind = ErrorKind::SignIn;
        if (error.message.contains(QLatin1String("MultiFactorAuthentication")))
            error.code = QStringLiteral("mfa-code-wrong");
        return error;
    }
    XmlReader xml(reply.body);
    Credentials keys;
    const QString root = xml.root(); // AssumeRoleResponse, GetSessionTokenResponse, …
    while (root.endsWith(QLatin1String("Response")) && xml.nextChild()) {
        if (!xml.name().endsWith(QLatin1String("Result")))
            continue;
        xml.enter();
        while (xml.nextChild()) {
            if (xml.name() == QLatin1String("Credentials"))
                keys = readKeysElement(xml);
        }
    }
    if (!xml.finish() || keys.isEmpty() || keys.sessionToken.isEmpty() || !keys.expiresAt.isValid())
        return replyError(reply, ErrorKind::SignIn, "sts-answer-invalid");
    return keys;
}

} // namespace partway
