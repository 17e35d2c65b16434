// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/credentialdesk.h"
#include "accounts/keychainwatch.h"
#include "accounts/storeprovider.h"
#include "base/clock.h"
#include "console.h"
#include "folders.h"
#include "http/ratelimit.h"
#include "queue/transferqueue.h"

#include <memory>

namespace partway {

// What a command works with, made in the order of lifetimes. Main thread.
class Workplace
{
public:
    explicit Workplace(Folders folders);
    ~Workplace();

    const Folders& folders() const { return m_folders; }
    const Clock& clock() const { return m_clock; }
    AccountList& accounts() { return m_accounts; }
    CredentialStore& keychain() { return *m_keychain; }
    CredentialDesk& desk() { return m_desk; }
    StoreProvider& stores() { return *m_stores; }
    // A store stays on the thread that opened it. Who has looked at one and then opens a queue, which has a
    // thread of its own, lets go of it and calls this before.
    void renewStores();

    // Questions of signing in are asked there; it outlives this.
    void askOn(Console& console, bool codesFromInput);
    // The account with what the person has allowed it before.
    Account withConsent(Account account) const;

    // Knows the accounts as they are now, and one that is not saved yet. It goes before the workplace.
    std::unique_ptr<TransferQueue> makeQueue(const std::optional<Account>& another = std::nullopt);

private:
    Folders m_folders;
    SystemClock m_clock;
    RateLimit m_limit;
    AccountList m_accounts;
    std::unique_ptr<KeychainWatch> m_keychain;
    std::unique_ptr<SignInPrompt> m_prompt; // before the desk that asks it
    CredentialDesk m_desk;
    QHash<QString, QString> m_allowed; // programs, by account; for those that are not saved
    std::unique_ptr<StoreProvider> m_stores;
};

} // namespace partway
