// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/proxychoice.h"
#include "accounts/secretsource.h"
#include "accounts/storefacts.h"
#include "base/result.h"
#include "s3/endpoint.h"
#include "s3/limits.h"
#include "s3/operations.h"

#include <QString>

#include <optional>

namespace partway {

// Where and how: everything about a store but its secret. A plain value, kept in accounts.json.
struct Account
{
    QString id;   // never shown, never changes; "env-…" for accounts made from the environment
    QString name; // what people see
    QString provider = QStringLiteral("custom");
    QString endpoint; // text as Endpoint::parse takes it
    QString region = QStringLiteral("us-east-1");
    Addressing addressing = Addressing::Auto;
    QByteArray accessKeyId; // not secret
    SecretSource secretSource = SecretSource::Keychain;
    QString caFile; // additional authority, PEM; empty: the system's
    QString bucket; // the usual destination; may be empty
    QString prefix;
    int maxParts = 0;            // overrides the profile's; 0: as the profile says
    bool checksumChosen = false; // else the profile's
    ChecksumMode checksum = ChecksumMode::Md5;

    QString profile;        // SecretSource::Profile, and roles taken with a profile's keys
    QString process;        // SecretSource::Process: the command line, run without a shell
    QString allowedProcess; // the command that the person has allowed to run: another one is asked for anew
    RoleChoice role;        // SecretSource::Role
    SsoChoice sso;          // SecretSource::Sso

    ObjectOptions uploads; // what new objects get unless the upload says otherwise; no content type

    ProxyChoice proxy;
    QString clientCertificateFile; // PEM; empty: none
    QString clientKeyFile;         // PEM
    int connectTimeoutSeconds = 0; // 0: as usual
    StoreFacts facts;              // what the last connection test found
    QDateTime madeAt;              // of an upload ticket's: when the ticket was last taken; UTC

    bool operator==(const Account&) const = default;
};

// The account reaches its store through a server that holds the keys: it has no access key, its secret is the
// header that the server wants to see, and its bucket is only a word for people.
bool isCompanion(const Account& account);
void settleCompanion(Account* account); // takes off what such an account does not have

StoreProfile profileOf(const Account& account); // storeProfile(provider) with the account's own overrides

// The keys end by themselves and are had anew from their source.
bool hasTemporaryKeys(const Account& account);

// Keys that a person types in, also those that a role is asked for with; else nothing.
std::optional<SecretSource> typedSource(const Account& account);

// Empty codes for good input; else "account-name-empty", "access-key-empty", "profile-name-empty",
// "process-empty", "process-words", "role-arn-invalid", "role-duration", "sts-address", "sso-incomplete",
// "sso-address", "sso-account", or Endpoint's codes.
Result<void> checkAccount(const Account& account);

} // namespace partway
