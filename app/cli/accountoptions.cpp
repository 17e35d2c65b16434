// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountoptions.h"

#include "accounts/networksecrets.h"
#include "accounts/uploaddefaults.h"
#include "accountsources.h"
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "s3/providers.h"
#include "storechoice.h"

#include <QFileInfo>

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

// The server holds the keys; it may want to see a header, and most often wants none.
std::optional<Complaint> readCompanion(const QCommandLineParser& parser, Account& account)
{
    for (const char* given : {"access-key-id", "region", "addressing", "checksum"}) {
        if (parser.isSet(option(given)))
            return wrongUse(
                QStringLiteral("--%1 says nothing to a Companion server, which holds the keys itself.")
                    .arg(option(given)));
    }
    const bool wantsHeader = parser.isSet(option("secret-stdin")) || parser.isSet(option("keys"));
    if (!wantsHeader)
        account.secretSource = SecretSource::None;
    settleCompanion(&account);
    return std::nullopt;
}

std::optional<Complaint> readKeys(const QCommandLineParser& parser, Account& account)
{
    if (const std::optional<Complaint> complaint = readKeySource(parser, account))
        return complaint;
    return isCompanion(account) ? readCompanion(parser, account) : std::nullopt;
}

// Said, or the profile's, or that of the kind of store.
QString endpointOf(const QCommandLineParser& parser, const Account& account)
{
    if (parser.isSet(option("endpoint")))
        return parser.value(option("endpoint"));
    if (!account.endpoint.isEmpty() && !parser.isSet(option("region")))
        return account.endpoint;
    const QString provider = parser.isSet(option("provider")) ? parser.value(option("provider")).toLower()
                             : account.endpoint.isEmpty()     ? QString()
                                                              : account.provider;
    const ProviderFacts& facts = providerFacts(provider);
    const QString pattern =
        facts.id() == provider ? providerEndpoint(facts, parser.value(option("region"))) : QString();
    return pattern.isEmpty() || pattern.contains(u'{') ? account.endpoint : pattern;
}

std::optional<Complaint> readLimits(const QCommandLineParser& parser, Account& account)
{
    if (parser.isSet(option("max-parts"))) {
        account.maxParts = parser.value(option("max-parts")).toInt();
        if (account.maxParts < 1 || account.maxParts > 10'000)
            return wrongUse(QStringLiteral("--max-parts takes a number from 1 to 10000."));
    }
    const QString checksum = parser.value(option("checksum")).toLower();
    account.checksumChosen = !checksum.isEmpty();
    if (account.checksumChosen && !checksumModeFromName(checksum, &account.checksum))
        return wrongUse(QStringLiteral("--checksum does not know \"%1\".").arg(checksum),
                        QStringLiteral("It takes none, md5, crc32, crc32c, crc64nvme or sha256."));
    return std::nullopt;
}

std::optional<Complaint> readPlaces(const QCommandLineParser& parser, Account& account)
{
    account.endpoint = endpointOf(parser, account);
    if (account.endpoint.isEmpty())
        return wrongUse(QStringLiteral("Say where the store is: --endpoint URL."));
    const Result<Endpoint> endpoint = Endpoint::parse(account.endpoint);
    if (!endpoint)
        return wrongUse(errorLine(endpoint.error()));
    account.endpoint = endpoint->text();
    account.provider = parser.isSet(option("provider")) ? parser.value(option("provider")).toLower()
                                                        : providerForHost(endpoint->origin.host);
    if (!isKnownProvider(account.provider))
        return wrongUse(QStringLiteral("No kind of store is known as \"%1\".").arg(account.provider),
                        QStringLiteral("Leave --provider out, or say custom: then cautious limits hold."));
    if (parser.isSet(option("region")))
        account.region = parser.value(option("region"));
    if (parser.isSet(option("addressing")))
        account.addressing = addressingFromName(parser.value(option("addressing")).toLower());
    if (parser.isSet(option("ca-file")))
        account.caFile = QFileInfo(parser.value(option("ca-file"))).absoluteFilePath();
    if (!parser.isSet(option("to")))
        return std::nullopt;
    const Result<Place> place = readPlace(parser.value(option("to")));
    if (!place)
        return wrongUse(errorLine(place.error()));
    account.bucket = place->bucket;
    account.prefix = place->prefix;
    return std::nullopt;
}

std::optional<Complaint> readNetwork(const QCommandLineParser& parser, Account& account)
{
    const QString proxy = parser.value(option("proxy"));
    if (proxy == QLatin1String("none"))
        account.proxy.kind = ProxyChoice::Kind::None;
    else if (!proxy.isEmpty() && proxy != QLatin1String("system"))
        account.proxy = {ProxyChoice::Kind::Url, proxy, {}};
    account.proxy.user = parser.value(option("proxy-user"));
    if (!account.proxy.user.isEmpty() && account.proxy.kind != ProxyChoice::Kind::Url)
        return wrongUse(QStringLiteral("--proxy-user goes with --proxy http://HOST:PORT."));
    for (const auto& [name, file] : {std::pair("client-certificate", &account.clientCertificateFile),
                                     std::pair("client-key", &account.clientKeyFile)}) {
        if (parser.isSet(option(name)))
            *file = QFileInfo(parser.value(option(name))).absoluteFilePath();
    }
    if (parser.isSet(option("connect-timeout"))) {
        account.connectTimeoutSeconds = parser.value(option("connect-timeout")).toInt();
        if (account.connectTimeoutSeconds < 1 || account.connectTimeoutSeconds > 300)
            return wrongUse(QStringLiteral("--connect-timeout takes seconds, from 1 to 300."));
    }
    const Result<NetworkRoute> route = routeOf(account, {});
    if (!route)
        return wrongUse(errorLine(route.error()));
    return std::nullopt;
}

// What every new object of the account gets.
std::optional<Complaint> readUploads(const QCommandLineParser& parser, Account& account)
{
    ObjectOptions& uploads = account.uploads;
    const QStringList lines = parser.values(option("header"));
    if (const Result<void> read = readHeaderLines(lines.join(u'\n'), &uploads); !read)
        return wrongUse(errorLine(read.error()), QStringLiteral("For example: --header \"Cache-Control: "
                                                                "max-age=86400\""));
    uploads.storageClass = parser.value(option("storage-class")).toUtf8();
    uploads.encryption = parser.value(option("sse")).toUtf8();
    uploads.kmsKeyId = parser.value(option("sse-kms-key-id")).toUtf8();
    if (const Result<void> good = checkEncryption(uploads); !good)
        return wrongUse(errorLine(good.error()));
    if (isCompanion(account) && uploads != ObjectOptions())
        return wrongUse(
            QStringLiteral("A Companion server decides itself about storage class, encryption and headers."));
    return std::nullopt;
}

} // namespace

void describeAccountAdd(QCommandLineParser& parser)
{
    parser.addOptions({
        {option("endpoint"), QStringLiteral("The store's address."), option("URL")},
        {option("region"), QStringLiteral("The region to sign for; us-east-1 if not said."),
         option("REGION")},
        {option("addressing"), QStringLiteral("Where the bucket's name goes: auto, path or virtual."),
         option("STYLE")},
        {option("provider"),
         QStringLiteral("The kind of store, for its limits (aws, swift, storj, …); "
                        "companion: a server that holds the keys."),
         option("NAME")},
        {option("ca-file"), QStringLiteral("A certificate authority to trust besides the system's (PEM)."),
         option("FILE")},
        {option("proxy"), QStringLiteral("The proxy to use: system (default), none, or http://HOST:PORT."),
         option("PROXY")},
        {option("proxy-user"),
         QStringLiteral("Who signs in at the proxy; the password is asked for and goes to the keychain."),
         option("NAME")},
        {option("client-certificate"), QStringLiteral("A certificate to show to the server (PEM, PKCS#12)."),
         option("FILE")},
        {option("client-key"), QStringLiteral("Its key (PEM), if not in the same file."), option("FILE")},
        {option("with-key-password"), QStringLiteral("That key is locked: ask for its password.")},
        {option("connect-timeout"), QStringLiteral("How long a connection may take to open, in seconds."),
         option("N")},
        {option("to"), QStringLiteral("The usual destination: s3://BUCKET/FOLDER/."), option("URL")},
        {option("access-key-id"), QStringLiteral("The access key id."), option("ID")},
        {option("secret-stdin"),
         QStringLiteral("Read the secret key (companion: the header that the server wants, \"Name: value\") "
                        "from standard input instead of asking. What else is secret follows, a line each: "
                        "session token, proxy password, key password.")},
        {option("with-session-token"),
         QStringLiteral("The keys are temporary: ask for their session token, too.")},
        {option("checksum"), QStringLiteral("What proves each part, if not as the provider's kind says."),
         option("KIND")},
        {option("max-parts"),
         QStringLiteral("The most parts of an upload, if not as the provider's kind says."), option("N")},
        {option("storage-class"), QStringLiteral("Storage class of every new object."), option("CLASS")},
        {option("sse"), QStringLiteral("Encryption of every new object: AES256, aws:kms, aws:kms:dsse."),
         option("KIND")},
        {option("sse-kms-key-id"), QStringLiteral("The key for --sse aws:kms."), option("ID")},
        {option("header"),
         QStringLiteral("A header of every new object, \"Name: value\"; may be said more than once."),
         option("LINE")},
    });
    describeKeySources(parser);
}

OrComplaint<AccountAddOptions> accountAddOptionsOf(const QCommandLineParser& parser,
                                                   const AccountList& accounts)
{
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return wrongUse(QStringLiteral("Name the account: partway-cli account add NAME --endpoint URL."));
    if (accounts.byName(names.first()))
        return wrongUse(QStringLiteral("There is already an account named \"%1\".").arg(names.first()),
                        QStringLiteral("Choose another name, or remove that one first."));
    AccountAddOptions options;
    options.account.id = newAccountId();
    options.account.name = names.first();
    options.secretFromInput = parser.isSet(option("secret-stdin"));
    options.sessionToken = parser.isSet(option("with-session-token"));
    options.keyPassword = parser.isSet(option("with-key-password"));
    for (const auto& read : {readProfile, readPlaces, readKeys, readLimits, readNetwork, readUploads}) {
        if (const std::optional<Complaint> complaint = read(parser, options.account))
            return *complaint;
    }
    if (const Result<void> good = checkAccount(options.account); !good)
        return wrongUse(errorLine(good.error()), QStringLiteral("See: partway-cli account add --help"));
    if (options.sessionToken && options.account.secretSource != SecretSource::Keychain)
        return wrongUse(QStringLiteral("--with-session-token goes with an access key."));
    if (options.keyPassword && !mayWantKeyPassword(options.account))
        return wrongUse(QStringLiteral("--with-key-password goes with --client-certificate."));
    return options;
}

OrComplaint<Account> accountToRemove(const QCommandLineParser& parser, const AccountList& accounts)
{
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return wrongUse(QStringLiteral("Name the account: partway-cli account remove NAME."));
    return accountNamed(names.first(), accounts);
}

OrComplaint<Account> accountNamed(const QString& name, const AccountList& accounts)
{
    if (const std::optional<Account> account = accounts.byName(name))
        return *account;
    return wrongUse(QStringLiteral("There is no account named \"%1\".").arg(name),
                    QStringLiteral("\"partway-cli account list\" shows what there is."));
}

} // namespace partway
