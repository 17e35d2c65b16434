// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountcommand.h"

#include "format/destinationtext.h"
#include "format/errortext.h"
#include "store/companionserver.h"
#include "table.h"
#include "terminal.h"

#include <QFile>

namespace partway {

QString keysWords(const Account& account)
{
    switch (account.secretSource) {
    case SecretSource::Keychain:
        return QStringLiteral("keychain");
    case SecretSource::Session:
        return QStringLiteral("this session only");
    case SecretSource::Environment:
        return QStringLiteral("environment");
    case SecretSource::None:
        return QStringLiteral("none");
    case SecretSource::Profile:
        return QStringLiteral("profile %1").arg(account.profile);
    case SecretSource::Process:
        return QStringLiteral("program");
    case SecretSource::Role:
        return account.role.arn.isEmpty() ? QStringLiteral("MFA session")
                                          : QStringLiteral("role %1").arg(account.role.arn.section(u'/', -1));
    case SecretSource::Sso:
        return QStringLiteral("single sign-on");
    }
    return {};
}

namespace {

// The first line of standard input.
std::optional<Secret> secretFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return std::nullopt;
    QByteArray line = input.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return Secret(std::move(line));
}

} // namespace

void AccountListCommand::start()
{
    QList<QStringList> cells;
    for (const Account& account : m_workplace.accounts().all()) {
        cells.append({account.name, account.endpoint, account.region, QString::fromUtf8(account.accessKeyId),
                      keysWords(account),
                      account.bucket.isEmpty() ? QString() : placeText(account.bucket, account.prefix)});
        m_console.event({{QStringLiteral("event"), QStringLiteral("account")},
                         {QStringLiteral("name"), account.name},
                         {QStringLiteral("endpoint"), account.endpoint},
                         {QStringLiteral("region"), account.region},
                         {QStringLiteral("provider"), account.provider},
                         {QStringLiteral("accessKeyId"), QString::fromUtf8(account.accessKeyId)},
                         {QStringLiteral("keys"), secretSourceName(account.secretSource)},
                         {QStringLiteral("bucket"), account.bucket},
                         {QStringLiteral("prefix"), account.prefix}});
    }
    if (cells.isEmpty())
        m_console.note(QStringLiteral("No accounts. \"partway-cli account add\" makes one."));
    const QStringList head{QStringLiteral("Name"),      QStringLiteral("Endpoint"),
                           QStringLiteral("Region"),    QStringLiteral("Access key"),
                           QStringLiteral("Keys from"), QStringLiteral("Destination")};
    const QStringList lines = cells.isEmpty() ? QStringList() : tableLines(head, cells, {});
    for (const QString& line : lines)
        m_console.say(line);
    Q_EMIT ended(ExitCode::Done);
}

AccountAddCommand::AccountAddCommand(Workplace& workplace, Console& console, AccountAddOptions options)
    : m_workplace(workplace), m_console(console), m_options(std::move(options))
{
}

void AccountAddCommand::start()
{
    if (!usesKeychain(m_options.account)) {
        save();
        return;
    }
    const bool header = isCompanion(m_options.account);
    const std::optional<Secret> key =
        m_options.secretFromInput
            ? secretFromInput()
            : askSecret(header ? QStringLiteral("Header (Name: value): ") : QStringLiteral("Secret key: "));
    if (key && header) {
        if (const Result<CompanionServer> server = companionServer(m_options.account.endpoint, *key);
            !server) {
            m_console.complain(errorLine(server.error()));
            Q_EMIT ended(ExitCode::WrongUse);
            return;
        }
    }
    if (!key || key->isEmpty()) {
        m_console.complain(
            QStringLiteral("No secret key was given; the account was not added. Type it when asked, or "
                           "pass it on standard input with --secret-stdin."));
        Q_EMIT ended(ExitCode::WrongUse);
        return;
    }
    m_workplace.keychain().write(m_options.account.id, *key, [this](const Result<void>& written) {
        if (written) {
            save();
            return;
        }
        m_console.complain(errorLine(written.error()));
        m_console.complain(
            QStringLiteral("The account was not added. With --keys environment its keys come from "
                           "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY each time."));
        Q_EMIT ended(ExitCode::SignIn);
    });
}

void AccountAddCommand::save()
{
    const Result<void> saved = m_workplace.accounts().put(m_options.account);
    if (saved) {
        m_console.note(QStringLiteral("Added account \"%1\".").arg(m_options.account.name));
        m_console.event({{QStringLiteral("event"), QStringLiteral("account-added")},
                         {QStringLiteral("name"), m_options.account.name}});
        Q_EMIT ended(ExitCode::Done);
        return;
    }
    m_console.complain(errorLine(saved.error()));
    m_workplace.keychain().remove(m_options.account.id,
                                  [this](const Result<void>&) { Q_EMIT ended(ExitCode::Failed); });
}

AccountRemoveCommand::AccountRemoveCommand(Workplace& workplace, Console& console, Account account)
    : m_workplace(workplace), m_console(console), m_account(std::move(account))
{
}

void AccountRemoveCommand::start()
{
    if (!usesKeychain(m_account)) {
        takeOff(ExitCode::Done);
        return;
    }
    m_workplace.keychain().remove(m_account.id, [this](const Result<void>& removed) {
        if (!removed)
            m_console.complain(
                QStringLiteral("Its keys may still be in the keychain: %1").arg(errorLine(removed.error())));
        takeOff(removed ? ExitCode::Done : ExitCode::Failed);
    });
}

void AccountRemoveCommand::takeOff(ExitCode code)
{
    const Result<void> removed = m_workplace.accounts().remove(m_account.id);
    if (!removed) {
        m_console.complain(errorLine(removed.error()));
        Q_EMIT ended(ExitCode::Failed);
        return;
    }
    m_console.note(QStringLiteral("Removed account \"%1\".").arg(m_account.name));
    m_console.event({{QStringLiteral("event"), QStringLiteral("account-removed")},
                     {QStringLiteral("name"), m_account.name}});
    Q_EMIT ended(code);
}

} // namespace partway
