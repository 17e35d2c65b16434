// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountsources.h"

#include "accounts/awsimport.h"
#include "format/errortext.h"

namespace partway {

namespace {

QString option(const char* name)
{
    return QString::fromLatin1(name);
}

Complaint wrongUse(const QString& sentence, const QString& hint = {})
{
    return {.sentence = sentence, .hint = hint};
}

std::optional<Complaint> readRole(const QCommandLineParser& parser, Account& account)
{
    RoleChoice& role = account.role;
    role.from = account.secretSource;
    role.arn = parser.value(option("role-arn"));
    role.mfaSerial = parser.value(option("mfa-serial"));
    role.externalId = parser.value(option("external-id"));
    role.sessionName = parser.value(option("role-session-name"));
    role.stsEndpoint = parser.value(option("sts-endpoint"));
    bool isNumber = true;
    if (parser.isSet(option("duration")))
        role.durationSeconds = parser.value(option("duration")).toInt(&isNumber);
    if (!isNumber)
        return wrongUse(QStringLiteral("--duration takes seconds."));
    if (!role.stsEndpoint.isEmpty() && !Endpoint::parse(role.stsEndpoint))
        return wrongUse(QStringLiteral("--sts-endpoint takes an address such as https://sts.example.com."));
    account.secretSource = SecretSource::Role;
    return std::nullopt;
}

void readSso(const QCommandLineParser& parser, Account& account)
{
    account.secretSource = SecretSource::Sso;
    account.sso.startUrl = parser.value(option("sso"));
    account.sso.region = parser.value(option("sso-region"));
    account.sso.accountId = parser.value(option("sso-account"));
    account.sso.roleName = parser.value(option("sso-role"));
    account.sso.sessionName = parser.value(option("sso-session"));
    account.sso.writesCache = parser.isSet(option("sso-cache"));
    account.sso.oidcEndpoint = account.sso.portalEndpoint = parser.value(option("sso-endpoint"));
}

std::optional<Complaint> checkOneSource(const QCommandLineParser& parser)
{
    QStringList given;
    for (const char* source : {"profile", "credential-process", "sso", "keys"}) {
        if (parser.isSet(option(source)))
            given.append(QStringLiteral("--") + option(source));
    }
    if (given.size() > 1)
        return wrongUse(QStringLiteral("%1 exclude each other.").arg(given.join(QStringLiteral(" and "))));
    if (parser.isSet(option("sso")) && parser.isSet(option("role-arn")))
        return wrongUse(QStringLiteral("--sso has a role of its own: --sso-role."));
    return std::nullopt;
}

} // namespace

void describeKeySources(QCommandLineParser& parser)
{
    parser.addOptions({
        {option("keys"), QStringLiteral("Where keys come from: keychain (default) or environment."),
         option("WHERE")},
        {option("profile"),
         QStringLiteral(
             "A profile of the AWS files gives keys, and region and endpoint unless they are said."),
         option("NAME")},
        {option("credential-process"), QStringLiteral("A program that prints keys; run without a shell."),
         option("COMMAND")},
        {option("allow-process"),
         QStringLiteral("Let the program that --profile names run without a question.")},
        {option("role-arn"), QStringLiteral("Take this role (AssumeRole) with the keys."), option("ARN")},
        {option("mfa-serial"), QStringLiteral("Ask for a code of this MFA device."), option("ARN")},
        {option("external-id"), QStringLiteral("The external id that the role wants to hear."), option("ID")},
        {option("role-session-name"), QStringLiteral("The name of the role's session; partway if not said."),
         option("NAME")},
        {option("duration"), QStringLiteral("How long the role's keys shall last; an hour if not said."),
         option("SECONDS")},
        {option("sts-endpoint"), QStringLiteral("Another STS than that of AWS."), option("URL")},
        {option("sso"), QStringLiteral("Single sign-on (AWS IAM Identity Center): its start address."),
         option("URL")},
        {option("sso-region"), QStringLiteral("The region of single sign-on."), option("REGION")},
        {option("sso-account"), QStringLiteral("The account number there."), option("NUMBER")},
        {option("sso-role"), QStringLiteral("The role there."), option("NAME")},
        {option("sso-session"), QStringLiteral("The name of the sso-session, to share AWS's token file."),
         option("NAME")},
        {option("sso-cache"), QStringLiteral("Keep the token in AWS's token file, for other programs, too.")},
        {option("sso-endpoint"), QStringLiteral("Another sign-on service than that of AWS."), option("URL")},
    });
}

std::optional<Complaint> readProfile(const QCommandLineParser& parser, Account& account)
{
    if (!parser.isSet(option("profile")))
        return std::nullopt;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const AwsFiles files = loadAwsFiles(environment);
    const Result<Account> found = accountOfProfile(parser.value(option("profile")), files, environment);
    if (!found)
        return wrongUse(errorLine(found.error()),
                        QStringLiteral("\"partway-cli account import-aws --dry-run\" shows what there is."));
    const Result<KeyRecipe> recipe = recipeOfProfile(found->profile, files, environment);
    if (!recipe)
        return wrongUse(errorLine(recipe.error()));
    const QString id = account.id;
    const QString name = account.name;
    account = *found;
    account.id = id;
    account.name = name;
    if (parser.isSet(option("allow-process")))
        account.allowedProcess = recipe->processInside();
    return std::nullopt;
}

std::optional<Complaint> readKeySource(const QCommandLineParser& parser, Account& account)
{
    if (const std::optional<Complaint> complaint = checkOneSource(parser))
        return complaint;
    const QString keys = parser.value(option("keys")).toLower();
    if (keys == QLatin1String("environment"))
        account.secretSource = SecretSource::Environment;
    else if (!keys.isEmpty() && keys != QLatin1String("keychain"))
        return wrongUse(QStringLiteral("--keys takes keychain or environment, not \"%1\".").arg(keys));
    account.accessKeyId = parser.value(option("access-key-id")).toUtf8();
    if (parser.isSet(option("credential-process"))) {
        account.secretSource = SecretSource::Process;
        account.process = account.allowedProcess = parser.value(option("credential-process"));
    }
    if (parser.isSet(option("sso")))
        readSso(parser, account);
    if (parser.isSet(option("role-arn")) || parser.isSet(option("mfa-serial")))
        return readRole(parser, account);
    for (const char* about : {"external-id", "role-session-name", "duration", "sts-endpoint"}) {
        if (parser.isSet(option(about)))
            return wrongUse(QStringLiteral("--%1 goes with --role-arn.").arg(option(about)));
    }
    return std::nullopt;
}

} // namespace partway
