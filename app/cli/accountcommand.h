// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountoptions.h"
#include "command.h"
#include "console.h"
#include "workplace.h"

namespace partway {

QString keysWords(const Account& account); // where its keys come from

// `account list`: what accounts there are; never a secret.
class AccountListCommand final : public Command
{
    Q_OBJECT
public:
    AccountListCommand(Workplace& workplace, Console& console) : m_workplace(workplace), m_console(console) {}
    void start() override;

private:
    Workplace& m_workplace;
    Console& m_console;
};

// `account add`: the secret goes to the keychain first, then the account to its file.
class AccountAddCommand final : public Command
{
    Q_OBJECT
public:
    AccountAddCommand(Workplace& workplace, Console& console, AccountAddOptions options);
    void start() override;

private:
    void save();

    Workplace& m_workplace;
    Console& m_console;
    const AccountAddOptions m_options;
};

// `account remove`: the secret goes with it.
class AccountRemoveCommand final : public Command
{
    Q_OBJECT
public:
    AccountRemoveCommand(Workplace& workplace, Console& console, Account account);
    void start() override;

private:
    void takeOff(ExitCode code);

    Workplace& m_workplace;
    Console& m_console;
    const Account m_account;
};

} // namespace partway
