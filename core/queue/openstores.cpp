// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/openstores.h"

#include <QPointer>

namespace partway {

OpenStores::State OpenStores::state(const QString& accountId) const
{
    const auto entry = m_entries.constFind(accountId);
    return entry == m_entries.cend() ? State::Unknown : entry->state;
}

std::shared_ptr<ObjectStore> OpenStores::store(const QString& accountId) const
{
    return m_entries.value(accountId).store;
}

Error OpenStores::error(const QString& accountId) const
{
    return m_entries.value(accountId).error;
}

void OpenStores::open(const QString& accountId)
{
    Entry& entry = m_entries[accountId];
    if (entry.state == State::Opening || entry.state == State::Open)
        return;
    entry.state = State::Opening;
    const int attempt = ++entry.attempt;
    const QPointer<OpenStores> self(this); // the provider may answer after the queue is gone
    m_provider.open(accountId,
                    [self, accountId, attempt](const Result<std::shared_ptr<ObjectStore>>& opened) {
                        if (!self || self->m_entries.value(accountId).attempt != attempt)
                            return;
                        Entry& entry = self->m_entries[accountId];
                        entry.state = opened ? State::Open : State::Failed;
                        if (opened)
                            entry.store = *opened;
                        else
                            entry.error = opened.error();
                        Q_EMIT self->ended(accountId);
                    });
}

void OpenStores::fail(const QString& accountId, const Error& error)
{
    Entry& entry = m_entries[accountId];
    entry.state = State::Failed;
    entry.error = error;
    entry.store.reset();
    ++entry.attempt;
    Q_EMIT ended(accountId);
}

void OpenStores::forget(const QString& accountId)
{
    Entry& entry = m_entries[accountId];
    entry.state = State::Unknown;
    entry.store.reset(); // transfers that run keep theirs until they end
    ++entry.attempt;
    m_provider.forget(accountId);
}

void OpenStores::dropConnections()
{
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.store)
            entry.store->dropConnections();
    }
}

void OpenStores::clear()
{
    m_entries.clear();
}

} // namespace partway
