// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QStringList>

namespace partway {

// What the list of accounts says of one.
enum class AccountColumn { Name, Provider, Endpoint, Keys, Tested, Transfers };

struct AccountCells
{
    QStringList texts; // by column; the number of transfers is not known here
    QStringList toolTips;
};

QStringList accountHeads();
AccountCells accountCells(const Account& account);
QString transfersText(int all, int unfinished);
bool secretIsRemoved(const Account& account); // there is one in the keychain

} // namespace partway
