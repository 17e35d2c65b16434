// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/secretsource.h"
#include "base/result.h"
#include "http/message.h"
#include "s3/credentials.h"

#include <QDateTime>

namespace partway {

// The Security Token Service's calls and their answers, pure (s3-reference §2.14). `at` is the service's
// time.

// AssumeRole, or GetSessionToken when no role is named; signed with the keys that ask. code: the MFA
// device's, empty without one. Errors: those of Endpoint for role.stsEndpoint.
Result<HttpRequest> roleRequest(const RoleChoice& role, const Secret& code, const QString& region,
                                const Credentials& keys, const QDateTime& at);

// AssumeRoleWithWebIdentity: the token is the proof, nothing is signed.
Result<HttpRequest> webIdentityRequest(const RoleChoice& role, const Secret& token, const QString& region);

// Keys with their end. Errors (SignIn): the service's code; "mfa-code-wrong" where it says that of the code.
Result<Credentials> roleReply(const HttpReply& reply);

} // namespace partway
