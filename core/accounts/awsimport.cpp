// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/awsimport.h"

#include "s3/providers.h"

namespace partway {

namespace {

bool isTrue(const QString& text)
{
    return text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

// s3-reference §8.2: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, the services section, the profile.
QString ownEndpoint(const AwsSection& section, const AwsFiles& files, const QProcessEnvironment& environment)
{
    if (isTrue(section.value("ignore_configured_endpoint_urls")) ||
        isTrue(environment.value(QStringLiteral("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))))
        return {};
    for (const char* variable : {"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"}) {
        const QString value = environment.value(QLatin1String(variable));
        if (!value.isEmpty())
            return value;
    }
    const AwsSection services = files.services.value(section.value("services"));
    const QString service = services.blockValue("s3", "endpoint_url");
    return service.isEmpty() ? section.value("endpoint_url") : service;
}

QString awsVariant(const AwsSection& section)
{
    const auto says = [&section](const char* name) {
        return isTrue(section.value(name)) || isTrue(section.blockValue("s3", name));
    };
    const bool dual = says("use_dualstack_endpoint");
    if (says("use_accelerate_endpoint"))
        return dual ? QStringLiteral("accelerate-dualstack") : QStringLiteral("accelerate");
    if (says("use_fips_endpoint"))
        return dual ? QStringLiteral("fips-dualstack") : QStringLiteral("fips");
    return dual ? QStringLiteral("dualstack") : QString();
}

QString awsEndpoint(const QString& region, const QString& variant)
{
    const bool china = region.startsWith(QLatin1String("cn-"));
    const bool sovereign = region.startsWith(QLatin1String("eusc-"));
    const QString partition = china ? QStringLiteral("china") : QStringLiteral("eu-sovereign");
    return providerEndpoint(providerFacts(QStringLiteral("aws")), region,
                            china || sovereign ? partition : variant);
}

QString regionOf(const AwsSection& section, const QProcessEnvironment& environment)
{
    for (const char* variable : {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
        const QString value = environment.value(QLatin1String(variable));
        if (!value.isEmpty())
            return value;
    }
    return section.has("region") ? section.value("region") : Account().region;
}

} // namespace

Result<Account> accountOfProfile(const QString& profile, const AwsFiles& files,
                                 const QProcessEnvironment& environment)
{
    if (!files.profiles.contains(profile))
        return Error{
            .kind = ErrorKind::SignIn, .code = QStringLiteral("profile-missing"), .resource = profile};
    const AwsSection section = files.profiles.value(profile);
    Account account;
    account.name = profile;
    account.secretSource = SecretSource::Profile;
    account.profile = profile;
    account.region = regionOf(section, environment);
    const QString own = ownEndpoint(section, files, environment);
    account.endpoint = own.isEmpty() ? awsEndpoint(account.region, awsVariant(section)) : own;
    if (const Result<Endpoint> endpoint = Endpoint::parse(account.endpoint); endpoint)
        account.provider = providerForHost(endpoint->origin.host);
    account.addressing = addressingFromName(section.blockValue("s3", "addressing_style"));
    account.caFile = section.value("ca_bundle");
    return account;
}

QList<ImportableProfile> importableProfiles(const AwsFiles& files, const QProcessEnvironment& environment)
{
    QList<ImportableProfile> list;
    for (auto section = files.profiles.cbegin(); section != files.profiles.cend(); ++section) {
        ImportableProfile found;
        found.account = *accountOfProfile(section.key(), files, environment);
        const Result<KeyRecipe> recipe = recipeOfProfile(section.key(), files, environment);
        if (recipe) {
            found.word = recipeWord(*recipe);
            found.hasLastingKeys = recipe->kind == KeyRecipe::Kind::Given && recipe->isLasting();
            found.process = recipe->processInside();
        } else {
            found.problem = recipe.error();
        }
        list.append(found);
    }
    return list;
}

Credentials takeKeysOf(Account* account, const AwsFiles& files, const QProcessEnvironment& environment)
{
    const Result<KeyRecipe> recipe = recipeOfProfile(account->profile, files, environment);
    if (!recipe || recipe->kind != KeyRecipe::Kind::Given || !recipe->isLasting())
        return {};
    account->secretSource = SecretSource::Keychain;
    account->accessKeyId = recipe->keys.accessKeyId;
    account->profile.clear();
    return recipe->keys;
}

void completeFromProfile(EnvironmentSettings* settings, const AwsFiles& files,
                         const QProcessEnvironment& environment)
{
    if (settings->profile.isEmpty() || !settings->credentials.isEmpty())
        return;
    const Result<Account> account = accountOfProfile(settings->profile, files, environment);
    if (!account)
        return; // what is wrong with it is said when its keys are asked for
    if (settings->endpoint.isEmpty())
        settings->endpoint = account->endpoint;
    if (settings->region.isEmpty())
        settings->region = account->region;
    if (settings->caFile.isEmpty())
        settings->caFile = account->caFile;
}

} // namespace partway
