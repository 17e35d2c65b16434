// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/secretsource.h"
#include "base/result.h"
#include "http/message.h"
#include "s3/credentials.h"

#include <QDateTime>

#include <chrono>

namespace partway {

// AWS IAM Identity Center, pure: the OAuth 2.0 device flow (RFC 8628) as its OIDC service speaks it, and the
// portal that gives a role's keys for the token.
// https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/ and s3-reference §8.2.

struct SsoClient // this program, as the service registered it
{
    QString id;
    Secret secret;
    QDateTime expiresAt;
};

struct SsoDevice
{
    Secret deviceCode;
    QString userCode;
    QString url;
    QString completeUrl;
    std::chrono::seconds lasts{600};
    std::chrono::seconds interval{5};
};

struct SsoToken
{
    Secret accessToken;
    Secret refreshToken; // may be empty
    QDateTime expiresAt;
    SsoClient client; // that may refresh it
    bool isEmpty() const { return accessToken.isEmpty(); }
};

Result<HttpRequest> registerClientRequest(const SsoChoice& sso);
Result<SsoClient> registerClientReply(const HttpReply& reply);

Result<HttpRequest> deviceRequest(const SsoChoice& sso, const SsoClient& client);
Result<SsoDevice> deviceReply(const HttpReply& reply);

// deviceCode or, where that is empty, the token's refreshToken.
Result<HttpRequest> tokenRequest(const SsoChoice& sso, const SsoClient& client, const Secret& deviceCode,
                                 const Secret& refreshToken);
// Errors besides others: Transient "sso-pending" and "sso-slow-down" (ask again later, the latter at longer
// intervals), SignIn "sso-code-expired", "sso-declined".
Result<SsoToken> tokenReply(const HttpReply& reply, const QDateTime& now);

Result<HttpRequest> roleKeysRequest(const SsoChoice& sso, const SsoToken& token);
// SignIn "sso-token-ended" when the portal does not take the token any more, "sso-forbidden" without the
// role.
Result<Credentials> roleKeysReply(const HttpReply& reply);

// AWS's token file: ~/.aws/sso/cache/<sha1 of the session's name, or of the start address>.json.
QString ssoCacheName(const SsoChoice& sso);
SsoToken ssoTokenFromJson(const Secret& json);
Secret ssoTokenToJson(const SsoChoice& sso, const SsoToken& token);

} // namespace partway
