// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace partway {

namespace {

constexpr int formatVersion = 2;

void setUnlessEmpty(QJsonObject& json, const char* name, const QString& value)
{
    if (!value.isEmpty())
        json.insert(QLatin1String(name), value);
}

void setUnlessEmpty(QJsonObject& json, const char* name, const QJsonObject& value)
{
    if (!value.isEmpty())
        json.insert(QLatin1String(name), value);
}

void setUnlessZero(QJsonObject& json, const char* name, int value)
{
    if (value > 0)
        json.insert(QLatin1String(name), value);
}

QString textOf(const QJsonObject& json, const char* name)
{
    return json.value(QLatin1String(name)).toString();
}

int numberOf(const QJsonObject& json, const char* name)
{
    return qMax(0, json.value(QLatin1String(name)).toInt());
}

QJsonObject roleJson(const RoleChoice& role)
{
    QJsonObject json;
    setUnlessEmpty(json, "arn", role.arn);
    setUnlessEmpty(json, "externalId", role.externalId);
    setUnlessEmpty(json, "sessionName", role.sessionName);
    setUnlessEmpty(json, "mfaSerial", role.mfaSerial);
    setUnlessZero(json, "durationSeconds", role.durationSeconds);
    setUnlessEmpty(json, "stsEndpoint", role.stsEndpoint);
    if (role.from != RoleChoice().from)
        json.insert(QStringLiteral("from"), secretSourceName(role.from));
    return json;
}

RoleChoice roleFrom(const QJsonObject& json)
{
    RoleChoice role;
    role.arn = textOf(json, "arn");
    role.externalId = textOf(json, "externalId");
    role.sessionName = textOf(json, "sessionName");
    role.mfaSerial = textOf(json, "mfaSerial");
    role.durationSeconds = numberOf(json, "durationSeconds");
    role.stsEndpoint = textOf(json, "stsEndpoint");
    if (json.contains(QLatin1String("from")))
        role.from = secretSourceFromName(textOf(json, "from"));
    return role;
}

QJsonObject ssoJson(const SsoChoice& sso)
{
    QJsonObject json;
    setUnlessEmpty(json, "startUrl", sso.startUrl);
    setUnlessEmpty(json, "region", sso.region);
    setUnlessEmpty(json, "accountId", sso.accountId);
    setUnlessEmpty(json, "roleName", sso.roleName);
    setUnlessEmpty(json, "sessionName", sso.sessionName);
    setUnlessEmpty(json, "oidcEndpoint", sso.oidcEndpoint);
    setUnlessEmpty(json, "portalEndpoint", sso.portalEndpoint);
    if (sso.writesCache)
        json.insert(QStringLiteral("writesCache"), true);
    return json;
}

SsoChoice ssoFrom(const QJsonObject& json)
{
    SsoChoice sso;
    sso.startUrl = textOf(json, "startUrl");
    sso.region = textOf(json, "region");
    sso.accountId = textOf(json, "accountId");
    sso.roleName = textOf(json, "roleName");
    sso.sessionName = textOf(json, "sessionName");
    sso.oidcEndpoint = textOf(json, "oidcEndpoint");
    sso.portalEndpoint = textOf(json, "portalEndpoint");
    sso.writesCache = json.value(QLatin1String("writesCache")).toBool();
    return sso;
}

constexpr std::pair<const char*, QByteArray ObjectOptions::*> objectTexts[]{
    {"storageClass", &ObjectOptions::storageClass},
    {"encryption", &ObjectOptions::encryption},
    {"kmsKeyId", &ObjectOptions::kmsKeyId},
    {"acl", &ObjectOptions::acl},
    {"cacheControl", &ObjectOptions::cacheControl},
    {"contentDisposition", &ObjectOptions::contentDisposition},
    {"contentEncoding", &ObjectOptions::contentEncoding},
    {"contentLanguage", &ObjectOptions::contentLanguage},
};

QJsonObject uploadsJson(const ObjectOptions& uploads)
{
    QJsonObject json;
    for (const auto& [name, member] : objectTexts)
        setUnlessEmpty(json, name, QString::fromUtf8(uploads.*member));
    QJsonObject metadata;
    for (auto entry = uploads.metadata.cbegin(); entry != uploads.metadata.cend(); ++entry)
        metadata.insert(QString::fromUtf8(entry.key()), entry.value());
    setUnlessEmpty(json, "metadata", metadata);
    return json;
}

ObjectOptions uploadsFrom(const QJsonObject& json)
{
    ObjectOptions uploads;
    for (const auto& [name, member] : objectTexts)
        uploads.*member = textOf(json, name).toUtf8();
    const QJsonObject metadata = json.value(QLatin1String("metadata")).toObject();
    for (auto entry = metadata.begin(); entry != metadata.end(); ++entry)
        uploads.metadata.insert(entry.key().toUtf8(), entry.value().toString());
    return uploads;
}

QJsonObject proxyJson(const ProxyChoice& proxy)
{
    QJsonObject json;
    if (proxy.kind != ProxyChoice::Kind::System)
        json.insert(QStringLiteral("kind"), proxyKindName(proxy.kind));
    setUnlessEmpty(json, "url", proxy.url);
    setUnlessEmpty(json, "user", proxy.user);
    return json;
}

ProxyChoice proxyFrom(const QJsonObject& json)
{
    return {proxyKindFromName(textOf(json, "kind")), textOf(json, "url"), textOf(json, "user")};
}

// Treatments by name; those that are not known are left out.
constexpr std::pair<const char*, Treatment StoreFacts::*> treatments[]{
    {"conditionalPut", &StoreFacts::conditionalPut},
    {"conditionalComplete", &StoreFacts::conditionalComplete},
    {"listParts", &StoreFacts::listParts},
    {"listUploads", &StoreFacts::listUploads},
    {"copyPart", &StoreFacts::copyPart},
};

QJsonObject factsJson(const StoreFacts& facts)
{
    if (facts == StoreFacts())
        return {};
    QJsonObject json;
    if (facts.isTested())
        json.insert(QStringLiteral("testedAt"), facts.testedAt.toUTC().toString(Qt::ISODate));
    setUnlessEmpty(json, "region", facts.region);
    if (facts.addressing != Addressing::Auto)
        json.insert(QStringLiteral("addressing"), addressingName(facts.addressing));
    QJsonObject checksums;
    for (const ChecksumFact& fact : facts.checksums)
        checksums.insert(checksumModeName(fact.mode), treatmentName(fact.treatment));
    setUnlessEmpty(json, "checksums", checksums);
    for (const auto& [name, member] : treatments) {
        if (facts.*member != Treatment::Unknown)
            json.insert(QLatin1String(name), treatmentName(facts.*member));
    }
    return json;
}

StoreFacts factsFrom(const QJsonObject& json)
{
    StoreFacts facts;
    facts.testedAt = QDateTime::fromString(textOf(json, "testedAt"), Qt::ISODate).toUTC();
    facts.region = textOf(json, "region");
    facts.addressing = addressingFromName(textOf(json, "addressing"));
    const QJsonObject checksums = json.value(QLatin1String("checksums")).toObject();
    for (auto fact = checksums.begin(); fact != checksums.end(); ++fact) {
        ChecksumMode mode = ChecksumMode::None;
        if (checksumModeFromName(fact.key(), &mode))
            facts.checksums.append({mode, treatmentFromName(fact.value().toString())});
    }
    for (const auto& [name, member] : treatments)
        facts.*member = treatmentFromName(textOf(json, name));
    return facts;
}

QJsonObject toJson(const Account& account)
{
    QJsonObject json{
        {QStringLiteral("id"), account.id},
        {QStringLiteral("name"), account.name},
        {QStringLiteral("provider"), account.provider},
        {QStringLiteral("endpoint"), account.endpoint},
        {QStringLiteral("region"), account.region},
        {QStringLiteral("addressing"), addressingName(account.addressing)},
        {QStringLiteral("accessKeyId"), QString::fromUtf8(account.accessKeyId)},
        {QStringLiteral("secretSource"), secretSourceName(account.secretSource)},
    };
    setUnlessEmpty(json, "caFile", account.caFile);
    setUnlessEmpty(json, "bucket", account.bucket);
    setUnlessEmpty(json, "prefix", account.prefix);
    setUnlessZero(json, "maxParts", account.maxParts);
    if (account.checksumChosen)
        json.insert(QStringLiteral("checksum"), checksumModeName(account.checksum));
    setUnlessEmpty(json, "profile", account.profile);
    setUnlessEmpty(json, "process", account.process);
    setUnlessEmpty(json, "allowedProcess", account.allowedProcess);
    setUnlessEmpty(json, "role", roleJson(account.role));
    setUnlessEmpty(json, "sso", ssoJson(account.sso));
    setUnlessEmpty(json, "uploads", uploadsJson(account.uploads));
    setUnlessEmpty(json, "proxy", proxyJson(account.proxy));
    setUnlessEmpty(json, "clientCertificateFile", account.clientCertificateFile);
    setUnlessEmpty(json, "clientKeyFile", account.clientKeyFile);
    setUnlessZero(json, "connectTimeoutSeconds", account.connectTimeoutSeconds);
    setUnlessEmpty(json, "madeAt",
                   account.madeAt.isValid() ? account.madeAt.toUTC().toString(Qt::ISODate) : QString());
    setUnlessEmpty(json, "facts", factsJson(account.facts));
    return json;
}

Account fromJson(const QJsonObject& json)
{
    const auto text = [&json](const char* name, const QString& otherwise = {}) {
        return json.value(QLatin1String(name)).toString(otherwise);
    };
    Account account;
    account.id = text("id");
    account.name = text("name");
    account.provider = text("provider", account.provider);
    account.endpoint = text("endpoint");
    account.region = text("region", account.region);
    account.addressing = addressingFromName(text("addressing"));
    account.accessKeyId = text("accessKeyId").toUtf8();
    account.secretSource = secretSourceFromName(text("secretSource"));
    account.caFile = text("caFile");
    account.bucket = text("bucket");
    account.prefix = text("prefix");
    account.maxParts = numberOf(json, "maxParts");
    account.checksumChosen = checksumModeFromName(text("checksum"), &account.checksum);
    account.profile = text("profile");
    account.process = text("process");
    account.allowedProcess = text("allowedProcess");
    account.role = roleFrom(json.value(QLatin1String("role")).toObject());
    account.sso = ssoFrom(json.value(QLatin1String("sso")).toObject());
    account.uploads = uploadsFrom(json.value(QLatin1String("uploads")).toObject());
    account.proxy = proxyFrom(json.value(QLatin1String("proxy")).toObject());
    account.clientCertificateFile = text("clientCertificateFile");
    account.clientKeyFile = text("clientKeyFile");
    account.connectTimeoutSeconds = numberOf(json, "connectTimeoutSeconds");
    account.madeAt = QDateTime::fromString(text("madeAt"), Qt::ISODate).toUTC();
    account.facts = factsFrom(json.value(QLatin1String("facts")).toObject());
    return account;
}

Error trouble(const char* code, const QString& message = {})
{
    return Error{.kind = ErrorKind::LocalFile, .code = QLatin1String(code), .message = message};
}

} // namespace

QByteArray accountsToJson(const QList<Account>& accounts)
{
    QJsonArray list;
    for (const Account& account : accounts)
        list.append(toJson(account));
    const QJsonObject root{{QStringLiteral("version"), formatVersion}, {QStringLiteral("accounts"), list}};
    return QJsonDocument(root).toJson();
}

Result<QList<Account>> accountsFromJson(const QByteArray& bytes)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return trouble("accounts-corrupt", parsing.errorString());
    const QJsonObject root = document.object();
    if (!root.value(QLatin1String("accounts")).isArray() || !root.value(QLatin1String("version")).isDouble())
        return trouble("accounts-corrupt");
    if (root.value(QLatin1String("version")).toInt() > formatVersion)
        return trouble("accounts-newer");

    QList<Account> accounts;
    const QJsonArray list = root.value(QLatin1String("accounts")).toArray();
    for (const QJsonValue& entry : list) {
        const Account account = fromJson(entry.toObject());
        if (!account.id.isEmpty())
            accounts.append(account);
    }
    return accounts;
}

} // namespace partway
