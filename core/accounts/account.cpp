// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

namespace partway {

QString secretSourceName(SecretSource source)
{
    switch (source) {
    case SecretSource::Keychain:
        return QStringLiteral("keychain");
    case SecretSource::Session:
        return QStringLiteral("session");
    case SecretSource::Environment:
        return QStringLiteral("environment");
    case SecretSource::None:
        return QStringLiteral("none");
    }
    return {};
}

SecretSource secretSourceFromName(const QString& name)
{
    for (SecretSource source : {SecretSource::Keychain, SecretSource::Environment, SecretSource::None}) {
        if (name == secretSourceName(source))
            return source;
    }
    return SecretSource::Session;
}

bool isCompanion(const Account& account)
{
    return account.provider == QLatin1String("companion");
}

void settleCompanion(Account* account)
{
    account->accessKeyId.clear();
    account->region = Account().region;
    account->addressing = Addressing::Auto;
    if (account->bucket.isEmpty())
        account->bucket = account->provider;
}

StoreProfile profileOf(const Account& account)
{
    StoreProfile profile = storeProfile(account.provider);
    if (account.maxParts > 0)
        profile.limits.maxParts = account.maxParts;
    if (account.checksumChosen)
        profile.checksum = account.checksum;
    return profile;
}

Result<void> checkAccount(const Account& account)
{
    const auto refused = [](const QString& code) { return Error{.kind = ErrorKind::Refused, .code = code}; };
    if (account.name.trimmed().isEmpty())
        return refused(QStringLiteral("account-name-empty"));
    const Result<Endpoint> endpoint = Endpoint::parse(account.endpoint);
    if (!endpoint)
        return endpoint.error();
    // The environment may name other keys each time (temporary ones change by the hour).
    if (isCompanion(account))
        return {};
    if (account.secretSource == SecretSource::None ||
        (account.accessKeyId.isEmpty() && account.secretSource != SecretSource::Environment))
        return refused(QStringLiteral("access-key-empty"));
    return {};
}

} // namespace partway
