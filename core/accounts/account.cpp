// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

#include "accounts/awsfiles.h"
#include "store/ticketstore.h"

#include <QUrl>

#include <algorithm>

namespace partway {

namespace {

constexpr int shortestRole = 900; // seconds: AssumeRole and GetSessionToken take no less
constexpr int longestRole = 129'600;

Error refused(const char* code)
{
    return Error{.kind = ErrorKind::Refused, .code = QLatin1String(code)};
}

// "arn:aws:iam::123456789012:role/path/name", with the partitions' own second word.
bool isRoleArn(const QString& arn)
{
    const QStringList fields = arn.split(u':');
    return fields.size() == 6 && fields[0] == QLatin1String("arn") &&
           fields[1].startsWith(QLatin1String("aws")) && fields[2] == QLatin1String("iam") &&
           fields[5].startsWith(QLatin1String("role/")) && fields[5].size() > 5;
}

// Without a role, MFA is what the temporary keys are for.
Result<void> checkRole(const Account& account)
{
    const RoleChoice& role = account.role;
    if (role.arn.isEmpty() ? role.mfaSerial.isEmpty() : !isRoleArn(role.arn))
        return refused("role-arn-invalid");
    const int seconds = role.durationSeconds;
    if (seconds != 0 && (seconds < shortestRole || seconds > longestRole))
        return refused("role-duration");
    if (typedSource(account) && account.accessKeyId.isEmpty())
        return refused("access-key-empty");
    if (!role.stsEndpoint.isEmpty() && !Endpoint::parse(role.stsEndpoint))
        return refused("sts-address");
    if (role.from == SecretSource::Profile && account.profile.trimmed().isEmpty())
        return refused("profile-name-empty");
    return {};
}

bool isWebAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && web && !url.host().isEmpty();
}

Result<void> checkSso(const SsoChoice& sso)
{
    if (sso.startUrl.isEmpty() || sso.region.isEmpty() || sso.accountId.isEmpty() || sso.roleName.isEmpty())
        return refused("sso-incomplete");
    if (!isWebAddress(sso.startUrl))
        return refused("sso-address");
    for (const QString& own : {sso.oidcEndpoint, sso.portalEndpoint}) {
        if (!own.isEmpty() && !Endpoint::parse(own))
            return refused("sso-address");
    }
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const bool number =
        sso.accountId.size() == 12 && std::all_of(sso.accountId.begin(), sso.accountId.end(), isDigit);
    return number ? Result<void>() : refused("sso-account");
}

Result<void> checkProcess(const QString& command)
{
    QStringList words;
    if (command.trimmed().isEmpty())
        return refused("process-empty");
    return splitWords(command, &words) ? Result<void>() : refused("process-words");
}

Result<void> checkKeys(const Account& account)
{
    switch (account.secretSource) {
    case SecretSource::Keychain:
    case SecretSource::Session:
        if (account.accessKeyId.isEmpty())
            return refused("access-key-empty");
        return {};
    case SecretSource::Environment: // may name other keys each time (temporary ones change by the hour)
        return {};
    case SecretSource::None:
        return refused("access-key-empty");
    case SecretSource::Profile:
        if (account.profile.trimmed().isEmpty())
            return refused("profile-name-empty");
        return {};
    case SecretSource::Process:
        return checkProcess(account.process);
    case SecretSource::Role:
        return checkRole(account);
    case SecretSource::Sso:
        return checkSso(account.sso);
    }
    Q_UNREACHABLE();
}

// What a test has seen is known better than what is said of the kind of store.
void useFacts(const StoreFacts& facts, StoreProfile* profile)
{
    for (const ChecksumMode mode : {ChecksumMode::Crc64Nvme, ChecksumMode::Crc32c, ChecksumMode::Crc32,
                                    ChecksumMode::Sha256, ChecksumMode::Md5}) {
        if (facts.checksums.contains(ChecksumFact{mode, Treatment::Honoured})) {
            profile->checksum = mode;
            break;
        }
    }
}

} // namespace

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
    if (account.provider == ticketProvider)
        return ticketProfile();
    StoreProfile profile = storeProfile(account.provider);
    useFacts(account.facts, &profile);
    if (account.maxParts > 0)
        profile.limits.maxParts = account.maxParts;
    if (account.checksumChosen)
        profile.checksum = account.checksum;
    return profile;
}

bool hasTemporaryKeys(const Account& account)
{
    switch (account.secretSource) {
    case SecretSource::Keychain:
    case SecretSource::Session:
    case SecretSource::Environment:
    case SecretSource::None:
        return false;
    case SecretSource::Profile:
    case SecretSource::Process:
    case SecretSource::Role:
    case SecretSource::Sso:
        return true;
    }
    Q_UNREACHABLE();
}

std::optional<SecretSource> typedSource(const Account& account)
{
    const SecretSource source =
        account.secretSource == SecretSource::Role ? account.role.from : account.secretSource;
    const bool typed = source == SecretSource::Keychain || source == SecretSource::Session;
    return typed ? std::optional(source) : std::nullopt;
}

Result<void> checkAccount(const Account& account)
{
    if (account.name.trimmed().isEmpty())
        return refused("account-name-empty");
    const Result<Endpoint> endpoint = Endpoint::parse(account.endpoint);
    if (!endpoint)
        return endpoint.error();
    const bool keyless = isCompanion(account) || account.provider == ticketProvider;
    return keyless ? Result<void>() : checkKeys(account);
}

} // namespace partway
