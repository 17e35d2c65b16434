// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

// Which stores a transfer needs, and what becomes of it while one cannot be opened.

namespace partway {

// Where the source of a copy is read: null while that store is being opened, or if it cannot be.
std::shared_ptr<ObjectStore> QueueEngine::sourceStoreOf(QueueEntry& entry)
{
    const QString accountId = entry.transfer.copy()->accountId;
    switch (m_stores->state(accountId)) {
    case OpenStores::State::Open:
        return m_stores->store(accountId);
    case OpenStores::State::Failed:
        block(entry, m_stores->error(accountId));
        return nullptr;
    case OpenStores::State::Unknown:
        m_stores->open(accountId);
        return nullptr;
    case OpenStores::State::Opening:
        return nullptr;
    }
    return nullptr;
}

bool QueueEngine::needsStore(const QueueEntry& entry, const QString& accountId) const
{
    const HeldTransfer& transfer = entry.transfer;
    return transfer.accountId() == accountId || (transfer.copy() && transfer.copy()->accountId == accountId);
}

// The account was changed while this ran: what its old keys could not do the ones that it has now may.
bool QueueEngine::keysAreOld(const QueueEntry& entry) const
{
    return m_stores->store(entry.transfer.accountId()).get() != entry.turn->storeUsed &&
           m_stores->state(entry.transfer.accountId()) != OpenStores::State::Failed;
}

void QueueEngine::storeEnded(const QString& accountId)
{
    if (m_stores->state(accountId) == OpenStores::State::Failed) {
        const Boxed<Error> error = m_stores->error(accountId); // one for all of them
        const QList<TransferId> waiting = m_line.all(accountId);
        for (TransferId id : waiting)
            block(*find(id), error);
        scheduleSoon(); // copies that wait for it as their source notice at their turn
        return;
    }
    for (auto& [id, entry] : m_entries) {
        if (entry.blocked && needsStore(entry, accountId)) {
            entry.blocked.reset();
            entry.told = Phase::Waiting;
            requeue(entry);
        }
    }
    scheduleSoon();
}

// Nothing fails and nothing is written: it waits until the account is mended or the person tries again.
void QueueEngine::block(QueueEntry& entry, const Boxed<Error>& error)
{
    entry.blocked = error;
    requeue(entry);
    announce(entry);
}

} // namespace partway
