// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace partway {

namespace {

constexpr int formatVersion = 1;

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
    const auto setUnlessEmpty = [&json](const QString& name, const QString& value) {
        if (!value.isEmpty())
            json.insert(name, value);
    };
    setUnlessEmpty(QStringLiteral("caFile"), account.caFile);
    setUnlessEmpty(QStringLiteral("bucket"), account.bucket);
    setUnlessEmpty(QStringLiteral("prefix"), account.prefix);
    if (account.maxParts > 0)
        json.insert(QStringLiteral("maxParts"), account.maxParts);
    if (account.checksumChosen)
        json.insert(QStringLiteral("checksum"), checksumModeName(account.checksum));
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
    account.maxParts = qMax(0, json.value(QLatin1String("maxParts")).toInt());
    account.checksumChosen = checksumModeFromName(text("checksum"), &account.checksum);
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
