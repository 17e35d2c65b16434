// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/environment.h"

#include <QCryptographicHash>

namespace partway {

namespace {

// The first variable that is set and not empty.
QString firstOf(const QProcessEnvironment& environment, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        const QString value = environment.value(QLatin1String(name)).trimmed();
        if (!value.isEmpty())
            return value;
    }
    return {};
}

} // namespace

EnvironmentSettings readEnvironment(const QProcessEnvironment& environment)
{
    EnvironmentSettings settings;
    settings.credentials.accessKeyId = firstOf(environment, {"AWS_ACCESS_KEY_ID"}).toUtf8();
    settings.credentials.secretKey = Secret(firstOf(environment, {"AWS_SECRET_ACCESS_KEY"}).toUtf8());
    settings.credentials.sessionToken =
        Secret(firstOf(environment, {"AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN"}).toUtf8());
    settings.credentials.expiresAt =
        QDateTime::fromString(firstOf(environment, {"AWS_CREDENTIAL_EXPIRATION"}), Qt::ISODate).toUTC();
    settings.profile = firstOf(environment, {"AWS_PROFILE", "AWS_DEFAULT_PROFILE"});
    settings.region = firstOf(environment, {"AWS_REGION", "AWS_DEFAULT_REGION"});
    settings.endpoint = firstOf(environment, {"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"});
    settings.caFile = firstOf(environment, {"AWS_CA_BUNDLE"});
    settings.companionHeader = Secret(firstOf(environment, {"PARTWAY_COMPANION_HEADER"}).toUtf8());
    return settings;
}

Account environmentAccount(const QString& endpoint, const QString& region, Addressing addressing,
                           const EnvironmentSettings& settings, const QString& provider)
{
    Account account;
    // Two ways to write one endpoint are one account.
    const Result<Endpoint> parsed = Endpoint::parse(endpoint);
    account.endpoint = parsed ? parsed->text() : endpoint;
    if (!region.isEmpty())
        account.region = region;
    else if (!settings.region.isEmpty())
        account.region = settings.region;
    account.addressing = addressing;
    account.accessKeyId = settings.credentials.accessKeyId;
    const bool byProfile = settings.credentials.isEmpty() && !settings.profile.isEmpty();
    account.secretSource = byProfile ? SecretSource::Profile : SecretSource::Environment;
    if (byProfile)
        account.profile = settings.profile;
    account.caFile = settings.caFile;
    if (parsed) {
        account.provider = providerForHost(parsed->origin.host);
        account.name = QString::fromLatin1(parsed->origin.hostHeader());
    } else {
        account.name = endpoint;
    }
    if (!provider.isEmpty())
        account.provider = provider;
    if (isCompanion(account)) {
        settleCompanion(&account);
        account.secretSource = SecretSource::Environment;
        account.profile.clear();
    }

    const QByteArray keys =
        account.profile.isEmpty() ? account.accessKeyId : "profile " + account.profile.toUtf8();
    const QByteArray what = isCompanion(account)
                                ? "companion\n" + account.endpoint.toUtf8()
                                : account.endpoint.toUtf8() + '\n' + account.region.toUtf8() + '\n' + keys;
    const QByteArray hash = QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex();
    account.id = QStringLiteral("env-") + QString::fromLatin1(hash.left(16));
    return account;
}

} // namespace partway
