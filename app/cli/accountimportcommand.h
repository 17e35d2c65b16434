// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/awsimport.h"
#include "command.h"
#include "complaint.h"
#include "console.h"
#include "workplace.h"

#include <QCommandLineParser>

namespace partway {

struct AccountImportOptions
{
    QStringList profiles; // empty: all
    bool dryRun = false;
    bool copyKeys = false;     // lasting keys into the keychain
    bool allowProcess = false; // programs that they name may run
};

void describeAccountImport(QCommandLineParser& parser);
OrComplaint<AccountImportOptions> accountImportOptionsOf(const QCommandLineParser& parser);

// `account import-aws`: an account for each profile of the AWS files that gives keys. It refers to the
// profile; secrets are copied only when that is asked for, and then into the keychain.
class AccountImportCommand final : public Command
{
    Q_OBJECT
public:
    AccountImportCommand(Workplace& workplace, Console& console, AccountImportOptions options);
    void start() override;

private:
    QList<ImportableProfile> chosen(const AwsFiles& files, const QProcessEnvironment& environment);
    void preview(const QList<ImportableProfile>& profiles);
    void next();
    void keep(const Account& account);

    Workplace& m_workplace;
    Console& m_console;
    const AccountImportOptions m_options;
    QList<QPair<Account, Credentials>> m_toDo; // empty credentials: nothing is copied
    int m_added = 0;
    ExitCode m_code = ExitCode::Done;
};

} // namespace partway
