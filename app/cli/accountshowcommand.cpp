// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountshowcommand.h"

#include "accountcommand.h"
#include "accounts/accountjson.h"
#include "accounts/uploaddefaults.h"
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "s3/providers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace partway {

namespace {

using Lines = QList<QPair<QString, QString>>;

void addKeyLines(const Account& account, Lines* lines)
{
    lines->append({QStringLiteral("Keys from"), keysWords(account)});
    lines->append({QStringLiteral("Access key"), QString::fromUtf8(account.accessKeyId)});
    lines->append({QStringLiteral("Program"), account.process});
    lines->append({QStringLiteral("Allowed program"), account.allowedProcess});
    lines->append({QStringLiteral("Role"), account.role.arn});
    lines->append({QStringLiteral("MFA device"), account.role.mfaSerial});
    lines->append({QStringLiteral("Sign-on"), account.sso.startUrl});
    lines->append(
        {QStringLiteral("Sign-on role"),
         account.sso.roleName.isEmpty() ? QString() : account.sso.accountId + u'/' + account.sso.roleName});
}

Lines linesOf(const Account& account)
{
    const ProviderFacts& provider = providerFacts(account.provider);
    Lines lines{{QStringLiteral("Name"), account.name},
                {QStringLiteral("Kind of store"), provider.name.isEmpty() ? account.provider : provider.name},
                {QStringLiteral("Keys are made at"), provider.keysUrl},
                {QStringLiteral("Console"), provider.consoleUrl},
                {QStringLiteral("Endpoint"), account.endpoint},
                {QStringLiteral("Region"), isCompanion(account) ? QString() : account.region},
                {QStringLiteral("Addressing"), addressingName(account.addressing)},
                {QStringLiteral("Destination"),
                 account.bucket.isEmpty() ? QString() : placeText(account.bucket, account.prefix)}};
    addKeyLines(account, &lines);
    lines.append({QStringLiteral("CA file"), account.caFile});
    lines.append({QStringLiteral("Client certificate"), account.clientCertificateFile});
    lines.append({QStringLiteral("Proxy"), account.proxy.url});
    lines.append({QStringLiteral("Proxy user"), account.proxy.user});
    lines.append({QStringLiteral("Storage class"), QString::fromUtf8(account.uploads.storageClass)});
    lines.append({QStringLiteral("Encryption"), QString::fromUtf8(account.uploads.encryption)});
    lines.append(
        {QStringLiteral("Headers"), headerLines(account.uploads).replace(u'\n', QLatin1String("; "))});
    lines.append({QStringLiteral("Checksum"), checksumModeName(profileOf(account).checksum)});
    if (account.facts.isTested())
        lines.append({QStringLiteral("Tested"), account.facts.testedAt.toString(Qt::ISODate)});
    lines.removeIf([](const QPair<QString, QString>& line) { return line.second.isEmpty(); });
    return lines;
}

Complaint wrongUse(const QString& sentence)
{
    return {.sentence = sentence,
            .hint = QStringLiteral("\"partway-cli account list\" shows what there is.")};
}

} // namespace

void AccountShowCommand::start()
{
    const Lines lines = linesOf(m_account);
    for (const auto& [name, value] : lines)
        m_console.say(QStringLiteral("%1 %2").arg(name + u':', -20).arg(value));
    const QJsonObject whole = QJsonDocument::fromJson(accountsToJson({m_account})).object();
    QJsonObject event = whole.value(QLatin1String("accounts")).toArray().first().toObject();
    event.insert(QStringLiteral("event"), QStringLiteral("account"));
    m_console.event(event);
    Q_EMIT ended(ExitCode::Done);
}

void AccountRenameCommand::start()
{
    const QString before = std::exchange(m_account.name, m_name);
    const Result<void> saved = m_workplace.accounts().put(m_account);
    if (!saved) {
        m_console.complain(errorLine(saved.error()));
        Q_EMIT ended(ExitCode::Failed);
        return;
    }
    m_console.note(QStringLiteral("Renamed account \"%1\" to \"%2\".").arg(before, m_name));
    m_console.event({{QStringLiteral("event"), QStringLiteral("account-renamed")},
                     {QStringLiteral("name"), m_name},
                     {QStringLiteral("before"), before}});
    Q_EMIT ended(ExitCode::Done);
}

void AccountExportCommand::start()
{
    if (m_console.isJson()) {
        const QJsonObject whole = QJsonDocument::fromJson(accountsToJson(m_accounts)).object();
        m_console.event(
            {{QStringLiteral("event"), QStringLiteral("accounts")}, {QStringLiteral("file"), whole}});
    } else {
        std::fputs(accountsToJson(m_accounts).constData(), stdout);
    }
    m_console.note(QStringLiteral("%1 account(s), without their secrets.").arg(m_accounts.size()));
    Q_EMIT ended(ExitCode::Done);
}

OrComplaint<Account> accountToShow(const QCommandLineParser& parser, const AccountList& accounts)
{
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return wrongUse(QStringLiteral("Name the account: partway-cli account show NAME."));
    return accountNamed(names.first(), accounts);
}

OrComplaint<QPair<Account, QString>> accountToRename(const QCommandLineParser& parser,
                                                     const AccountList& accounts)
{
    const QStringList names = parser.positionalArguments();
    if (names.size() != 2 || names.last().trimmed().isEmpty())
        return wrongUse(QStringLiteral("Say both names: partway-cli account rename NAME NEW."));
    const OrComplaint<Account> account = accountNamed(names.first(), accounts);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    const std::optional<Account> other = accounts.byName(names.last());
    if (other && other->id != std::get<Account>(account).id)
        return wrongUse(QStringLiteral("There is already an account named \"%1\".").arg(names.last()));
    return QPair(std::get<Account>(account), names.last().trimmed());
}

OrComplaint<QList<Account>> accountsToExport(const QCommandLineParser& parser, const AccountList& accounts)
{
    const QStringList names = parser.positionalArguments();
    QList<Account> chosen = names.isEmpty() ? accounts.own() : QList<Account>();
    for (const QString& name : names) {
        const OrComplaint<Account> account = accountNamed(name, accounts);
        if (const Complaint* complaint = complaintOf(account))
            return *complaint;
        chosen.append(std::get<Account>(account));
    }
    return chosen;
}

} // namespace partway
