// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QHash>
#include <QList>

#include <mutex>
#include <optional>

namespace partway {

// A copy of the accounts that the engine may read from its thread.
class KnownAccounts
{
public:
    void update(const QList<Account>& accounts);
    std::optional<Account> find(const QString& id) const;

private:
    mutable std::mutex m_guard; // guards m_accounts
    QHash<QString, Account> m_accounts;
};

} // namespace partway
