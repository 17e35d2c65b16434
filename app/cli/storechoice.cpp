// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storechoice.h"

#include "format/errortext.h"

#include <QFileInfo>

#include <algorithm>

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

QString namesOf(const QList<Account>& accounts)
{
    QStringList names;
    for (const Account& account : accounts)
        names.append(QLatin1Char('"') + account.name + QLatin1Char('"'));
    return names.join(QStringLiteral(", "));
}

const QString howToSayWhich =
    QStringLiteral("Say which store is meant: --account NAME, or --endpoint URL with AWS_ACCESS_KEY_ID and "
                   "AWS_SECRET_ACCESS_KEY in the environment.");

OrComplaint<Account> onlyAccount(const AccountList& accounts)
{
    // Accounts that an earlier --endpoint left count only where there are no others.
    QList<Account> kept;
    QList<Account> fromEnvironment;
    for (const Account& account : accounts.own())
        (account.id.startsWith(QLatin1String("env-")) ? fromEnvironment : kept).append(account);
    const QList<Account>& candidates = kept.isEmpty() ? fromEnvironment : kept;
    if (candidates.isEmpty())
        return wrongUse(QStringLiteral("There is no account yet."), howToSayWhich);
    if (candidates.size() > 1)
        return wrongUse(QStringLiteral("There are several accounts: %1.").arg(namesOf(candidates)),
                        howToSayWhich);
    return candidates.first();
}

OrComplaint<Account> accountForEndpoint(const StoreChoice& choice, EnvironmentSettings environment)
{
    const QString endpoint = choice.endpoint.isEmpty() ? environment.endpoint : choice.endpoint;
    if (const Result<Endpoint> parsed = Endpoint::parse(endpoint); !parsed)
        return wrongUse(
            QStringLiteral("\"%1\" is not an endpoint. %2").arg(endpoint, errorLine(parsed.error())),
            QStringLiteral("An endpoint looks like https://s3.example.com or http://127.0.0.1:9000."));
    if (!choice.caFile.isEmpty())
        environment.caFile = choice.caFile;
    if (!environment.caFile.isEmpty())
        environment.caFile = QFileInfo(environment.caFile).absoluteFilePath();

    const Account account = environmentAccount(endpoint, choice.region, addressingFromName(choice.addressing),
                                               environment, choice.provider);
    const bool keyless =
        account.secretSource == SecretSource::Environment && environment.credentials.isEmpty();
    if (!isCompanion(account) && keyless) {
        Complaint complaint;
        complaint.sentence =
            errorLine({.kind = ErrorKind::SignIn, .code = QStringLiteral("environment-keys-missing")});
        complaint.hint = QStringLiteral("AWS_SESSION_TOKEN goes with temporary keys.");
        complaint.code = ExitCode::SignIn;
        return complaint;
    }
    return account;
}

std::optional<Complaint> checkNames(const StoreChoice& choice)
{
    const QStringList styles{option("auto"), option("path"), option("virtual")};
    if (!choice.addressing.isEmpty() && !styles.contains(choice.addressing))
        return wrongUse(
            QStringLiteral("--addressing takes auto, path or virtual, not \"%1\".").arg(choice.addressing));
    if (!isKnownProvider(choice.provider))
        return wrongUse(QStringLiteral("No kind of store is known as \"%1\".").arg(choice.provider),
                        QStringLiteral("Leave --provider out, or say custom: then cautious limits hold."));
    if (!choice.account.isEmpty() && !choice.endpoint.isEmpty())
        return wrongUse(QStringLiteral("--account and --endpoint exclude each other."));
    return std::nullopt;
}

} // namespace

bool isKnownProvider(const QString& provider)
{
    return provider.isEmpty() || storeProfile(provider).provider == provider;
}

void describeStoreOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        {option("account"), QStringLiteral("The account to use."), option("NAME")},
        {option("endpoint"), QStringLiteral("The store's address; keys come from the environment."),
         option("URL")},
        {option("region"), QStringLiteral("The region to sign for; else AWS_REGION, else us-east-1."),
         option("REGION")},
        {option("addressing"), QStringLiteral("Where the bucket's name goes: auto, path or virtual."),
         option("STYLE")},
        {option("ca-file"), QStringLiteral("A certificate authority to trust besides the system's (PEM)."),
         option("FILE")},
        {option("provider"),
         QStringLiteral("The kind of store, for its limits (aws, swift, storj, …); "
                        "companion: a server that holds the keys."),
         option("NAME")},
    });
}

StoreChoice storeChoiceOf(const QCommandLineParser& parser)
{
    return {.account = parser.value(option("account")),
            .endpoint = parser.value(option("endpoint")),
            .region = parser.value(option("region")),
            .addressing = parser.value(option("addressing")).toLower(),
            .caFile = parser.value(option("ca-file")),
            .provider = parser.value(option("provider")).toLower()};
}

OrComplaint<Account> chooseAccount(const StoreChoice& choice, const EnvironmentSettings& environment,
                                   const AccountList& accounts)
{
    if (const std::optional<Complaint> complaint = checkNames(choice))
        return *complaint;
    if (!choice.account.isEmpty()) {
        if (const std::optional<Account> account = accounts.byName(choice.account))
            return *account;
        return wrongUse(QStringLiteral("There is no account named \"%1\".").arg(choice.account),
                        accounts.own().isEmpty()
                            ? QStringLiteral("\"partway-cli account add\" makes one.")
                            : QStringLiteral("There are: %1.").arg(namesOf(accounts.own())));
    }
    if (!choice.endpoint.isEmpty() || !environment.endpoint.isEmpty())
        return accountForEndpoint(choice, environment);
    const bool aboutAnEndpoint = !choice.region.isEmpty() || !choice.addressing.isEmpty() ||
                                 !choice.caFile.isEmpty() || !choice.provider.isEmpty();
    if (aboutAnEndpoint)
        return wrongUse(
            QStringLiteral("--region, --addressing, --ca-file and --provider go with --endpoint."),
            QStringLiteral("An account has its own; \"partway-cli account add\" sets them."));
    return onlyAccount(accounts);
}

bool wantsProfile(const StoreChoice& choice, const EnvironmentSettings& environment,
                  const AccountList& accounts)
{
    if (environment.profile.isEmpty() || !environment.credentials.isEmpty() || !choice.account.isEmpty())
        return false;
    const bool named = !choice.endpoint.isEmpty() || !environment.endpoint.isEmpty();
    const QList<Account> own = accounts.own();
    return named || std::all_of(own.begin(), own.end(), [](const Account& account) {
               return account.id.startsWith(QLatin1String("env-"));
           });
}

Result<void> rememberAccount(const Account& account, AccountList& accounts)
{
    const bool fromEnvironment = account.id.startsWith(QLatin1String("env-"));
    if (!fromEnvironment || accounts.byId(account.id) == account)
        return {};
    return accounts.put(account);
}

} // namespace partway
