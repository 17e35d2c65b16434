// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knownaccounts.h"

namespace partway {

void KnownAccounts::update(const QList<Account>& accounts)
{
    QHash<QString, Account> byId;
    for (const Account& account : accounts)
        byId.insert(account.id, account);
    const std::lock_guard lock(m_guard);
    m_accounts.swap(byId);
}

std::optional<Account> KnownAccounts::find(const QString& id) const
{
    const std::lock_guard lock(m_guard);
    const auto found = m_accounts.constFind(id);
    return found == m_accounts.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace partway
