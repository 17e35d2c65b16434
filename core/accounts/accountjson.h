// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QByteArray>
#include <QList>

namespace partway {

// accounts.json as bytes and back. Reading keeps what it understands of each account and refuses a file
// that is not one of ours ("accounts-corrupt") or was written by a later Partway ("accounts-newer").
QByteArray accountsToJson(const QList<Account>& accounts);
Result<QList<Account>> accountsFromJson(const QByteArray& bytes);

} // namespace partway
