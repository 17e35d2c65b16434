// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace partway {

// Where an account's keys come from. Of those that are typed in, only Keychain survives a restart by itself.
enum class SecretSource {
    Keychain,
    Session,
    Environment,
    None,    // a server that holds the keys and asks for no sign-in
    Profile, // a profile of the AWS shared files, read each time: nothing of it is copied
    Process, // a program that prints keys (credential_process)
    Role,    // STS gives temporary keys to whoever has other ones
    Sso,     // AWS IAM Identity Center, by a code that is confirmed in the browser
};

QString secretSourceName(SecretSource source);
SecretSource secretSourceFromName(const QString& name); // Session when unknown

// Temporary keys that STS gives for lasting ones. Without a role they are the owner's own, with MFA
// (GetSessionToken); with one they are the role's (AssumeRole).
struct RoleChoice
{
    QString arn;
    SecretSource from = SecretSource::Keychain; // whose keys ask: Keychain, Session, Environment or Profile
    QString externalId;
    QString sessionName;     // empty: "partway"
    QString mfaSerial;       // a code is asked for each time
    int durationSeconds = 0; // 0: as STS does it, an hour
    QString stsEndpoint;     // empty: AWS's for the region

    bool operator==(const RoleChoice&) const = default;
};

// Who signs in at AWS IAM Identity Center, and as what.
struct SsoChoice
{
    QString startUrl;
    QString region;
    QString accountId;
    QString roleName;
    QString sessionName;      // of [sso-session NAME]; names AWS's token file; empty: the legacy form
    bool writesCache = false; // the person allows the token into AWS's own cache file, for other programs
    QString oidcEndpoint;     // empty: AWS's for the region
    QString portalEndpoint;   // empty: AWS's for the region

    bool operator==(const SsoChoice&) const = default;
};

} // namespace partway
