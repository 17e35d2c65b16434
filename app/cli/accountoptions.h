// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "complaint.h"

#include <QCommandLineParser>

namespace partway {

// What `account add` was asked to do. The secret is never an argument: others on the computer can read those.
struct AccountAddOptions
{
    Account account; // with an id of its own
    bool secretFromInput = false;
    bool sessionToken = false; // the keys have one
    bool keyPassword = false;  // the client key is locked with one
};

void describeAccountAdd(QCommandLineParser& parser);
OrComplaint<AccountAddOptions> accountAddOptionsOf(const QCommandLineParser& parser,
                                                   const AccountList& accounts);
OrComplaint<Account> accountNamed(const QString& name, const AccountList& accounts);
OrComplaint<Account> accountToRemove(const QCommandLineParser& parser, const AccountList& accounts);

} // namespace partway
