// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace.h"

#include "accounts/accountstores.h"
#include "queue/enginequeue.h"

#include <QHash>

namespace partway {

Workplace::Workplace(Folders folders)
    : m_folders(std::move(folders)), m_limit(m_clock), m_accounts(m_folders.settings),
      m_keychain(makeKeychainStore()), m_desk(*m_keychain),
      m_stores(makeAccountStores(m_accounts, m_desk, m_limit, m_clock))
{
}

Workplace::~Workplace() = default;

void Workplace::renewStores()
{
    m_stores = makeAccountStores(m_accounts, m_desk, m_limit, m_clock);
}

std::unique_ptr<TransferQueue> Workplace::makeQueue(const std::optional<Account>& another)
{
    QHash<QString, Account> known; // a copy of its own: the engine asks from its thread
    for (const Account& account : m_accounts.all())
        known.insert(account.id, account);
    if (another)
        known.insert(another->id, *another);
    const auto find = [known](const QString& id) -> std::optional<Account> {
        const auto place = known.constFind(id);
        return place == known.constEnd() ? std::nullopt : std::optional(*place);
    };
    return makeTransferQueue({.stateFolder = m_folders.state,
                              .stores = *m_stores,
                              .limit = m_limit,
                              .clock = m_clock,
                              .account = find,
                              .startByItself = false});
}

} // namespace partway
