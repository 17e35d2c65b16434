// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workplace.h"

#include "inputend.h"

#include "accounts/accountstores.h"
#include "queue/enginequeue.h"
#include "terminalprompt.h"

#include <QHash>

namespace partway {

Workplace::Workplace(Folders folders)
    : m_folders(std::move(folders)), m_limit(m_clock), m_accounts(m_folders.settings),
      m_keychain(std::make_unique<KeychainWatch>(makeKeychainStore())), m_desk(*m_keychain),
      m_stores(makeAccountStores(m_accounts, m_desk, m_limit, m_clock))
{
}

Workplace::~Workplace() = default;

void Workplace::askOn(Console& console, bool codesFromInput)
{
    m_prompt = std::make_unique<TerminalPrompt>(console, codesFromInput);
    m_desk.setPrompt(m_prompt.get());
    QObject::connect(m_keychain.get(), &KeychainWatch::waits, m_keychain.get(), [&console] {
        console.note(QStringLiteral("Waiting for the keychain: a window of your system may be asking for its "
                                    "password. Ctrl+C ends the waiting."));
    });
    QObject::connect(&m_desk, &CredentialDesk::processAllowed, &m_desk,
                     [this](const QString& id, const QString& command) {
                         m_allowed.insert(id, command);
                         if (const std::optional<Account> account = m_accounts.byId(id))
                             static_cast<void>(m_accounts.put(withConsent(*account)));
                     });
}

Account Workplace::withConsent(Account account) const
{
    const std::optional<Account> saved = m_accounts.byId(account.id);
    if (m_allowed.contains(account.id))
        account.allowedProcess = m_allowed.value(account.id);
    else if (account.allowedProcess.isEmpty() && saved)
        account.allowedProcess = saved->allowedProcess;
    return account;
}

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
    // Standard input can be read once: it belongs to the first transfer that asks for it.
    struct Claim
    {
        TransferId by;
        std::shared_ptr<StreamSpool> spool;
    };
    const auto openStream = [claim = std::make_shared<Claim>(),
                             folder = m_folders.state + QStringLiteral("/spool")](
                                TransferId id, qint64 partSize) -> Result<std::shared_ptr<StreamSpool>> {
        const bool others = claim->spool && (claim->by != id || claim->spool->partSize() != partSize);
        if (others || inputKind() == InputKind::Nothing)
            return Error{.kind = ErrorKind::LocalFile, .code = QStringLiteral("stream-gone")};
        if (!claim->spool) {
            constexpr int partsKept = 5; // what is on its way, and what is being read
            const auto spool = StreamSpool::open(standardInput(), folder, partSize, partsKept);
            if (!spool)
                return spool;
            *claim = {id, *spool};
        }
        return claim->spool;
    };
    return makeTransferQueue({.stateFolder = m_folders.state,
                              .stores = *m_stores,
                              .limit = m_limit,
                              .clock = m_clock,
                              .account = find,
                              .startByItself = false,
                              .openStream = openStream});
}

} // namespace partway
