// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountcommand.h"

#include "accountsecrets.h"
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "table.h"

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

void AccountListCommand::start()
{
    QList<QStringList> cells;
    for (const Account& account : m_workplace.accounts().own()) {
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
    const std::optional<AccountSecrets> secrets = askSecrets(m_options, m_console);
    if (!secrets) {
        Q_EMIT ended(ExitCode::WrongUse);
        return;
    }
    keepSecrets(m_workplace, m_options.account, *secrets, [this](const Result<void>& written) {
        if (written)
            return save();
        m_console.complain(errorLine(written.error()));
        m_console.complain(
            usesKeychain(m_options.account)
                ? QStringLiteral("The account was not added. With --keys environment its keys come from "
                                 "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY each time.")
                : QStringLiteral("The account was not added."));
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
    dropSecrets(m_workplace, m_options.account,
                [this](const Result<void>&) { Q_EMIT ended(ExitCode::Failed); });
}

AccountRemoveCommand::AccountRemoveCommand(Workplace& workplace, Console& console, Account account)
    : m_workplace(workplace), m_console(console), m_account(std::move(account))
{
}

void AccountRemoveCommand::start()
{
    dropSecrets(m_workplace, m_account, [this](const Result<void>& removed) {
        if (!removed)
            m_console.complain(QStringLiteral("Its secrets may still be in the keychain: %1")
                                   .arg(errorLine(removed.error())));
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
