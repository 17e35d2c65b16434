// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "complaint.h"
#include "console.h"
#include "workplace.h"

#include <QCommandLineParser>

namespace partway {

// `account show NAME`: all that is kept of it but its secret; never a secret.
class AccountShowCommand final : public Command
{
    Q_OBJECT
public:
    AccountShowCommand(Console& console, Account account) : m_console(console), m_account(std::move(account))
    {
    }
    void start() override;

private:
    Console& m_console;
    const Account m_account;
};

// `account rename NAME NEW`. The secret stays where it is: it is kept under the account's id.
class AccountRenameCommand final : public Command
{
    Q_OBJECT
public:
    AccountRenameCommand(Workplace& workplace, Console& console, Account account, QString name)
        : m_workplace(workplace), m_console(console), m_account(std::move(account)), m_name(std::move(name))
    {
    }
    void start() override;

private:
    Workplace& m_workplace;
    Console& m_console;
    Account m_account;
    const QString m_name;
};

// `account export [NAME…]`: accounts as the file that keeps them, on standard output, without secrets.
class AccountExportCommand final : public Command
{
    Q_OBJECT
public:
    AccountExportCommand(Console& console, QList<Account> accounts)
        : m_console(console), m_accounts(std::move(accounts))
    {
    }
    void start() override;

private:
    Console& m_console;
    const QList<Account> m_accounts;
};

OrComplaint<Account> accountToShow(const QCommandLineParser& parser, const AccountList& accounts);
OrComplaint<QPair<Account, QString>> accountToRename(const QCommandLineParser& parser,
                                                     const AccountList& accounts);
OrComplaint<QList<Account>> accountsToExport(const QCommandLineParser& parser, const AccountList& accounts);

} // namespace partway
