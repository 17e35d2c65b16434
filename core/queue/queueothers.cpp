// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

#include <QDir>

// Other Partway processes on the same journal: what they drive, what they changed, and what they wish of what
// is driven here. Looked at twice a second.

namespace partway {

QList<TransferId> QueueEngine::mine() const
{
    return QList<TransferId>(m_active.cbegin(), m_active.cend());
}

void QueueEngine::look()
{
    lookAtNetwork();
    replaceScouts();
    lookAtLocks();
    if (std::exchange(m_looking, true))
        return;
    m_journal->look(m_revision, mine(), [this](const Result<JournalNews>& news) {
        m_looking = false;
        if (news && news->changed && !m_closing)
            takeNews(*news);
    });
}

// Each lock file belongs to a process that drives the transfer, or to one that died with it.
void QueueEngine::lookAtLocks()
{
    QSet<TransferId> held;
    const QStringList names = QDir(m_parts.stateFolder + QStringLiteral("/locks")).entryList(QDir::Files);
    for (const QString& name : names) {
        const TransferId id{name.section(QLatin1Char('.'), 0, 0).toLongLong()};
        if (!id || m_active.contains(id))
            continue;
        if (DriverLock::isHeld(m_parts.stateFolder, id))
            held.insert(id);
        else
            DriverLock::tryLock(m_parts.stateFolder, id).reset(); // takes the file away
    }
    const QSet<TransferId> before = std::exchange(m_elsewhere, held);
    for (TransferId id : std::as_const(held)) {
        QueueEntry* entry = find(id);
        if (entry && !entry->elsewhere) {
            entry->elsewhere = true;
            entry->blocked.reset();
            requeue(*entry);
        }
    }
    for (TransferId id : before) {
        QueueEntry* entry = held.contains(id) ? nullptr : find(id);
        if (entry && entry->elsewhere)
            cameBack(*entry);
    }
}

// The other process let go of it, or died. What it left is in the journal; a wish that it did not hear is
// ours now.
void QueueEngine::cameBack(QueueEntry& entry)
{
    const TransferId id = entry.transfer.id;
    m_journal->loadOne(id, [this, id](const Result<std::optional<Transfer>>& transfer) {
        QueueEntry* entry = find(id);
        if (!entry || m_closing || m_elsewhere.contains(id))
            return;
        entry->elsewhere = false;
        if (transfer && *transfer)
            takeOthersRow(**transfer);
        const Wanted wished = std::exchange(entry->wished, Wanted::Nothing);
        if (wished != Wanted::Nothing)
            m_journal->setWanted(id, Wanted::Nothing);
        requeue(*entry);
        heed(*entry, wished);
    });
}

void QueueEngine::takeNews(const JournalNews& news)
{
    m_revision = news.rows.revision;
    for (const Transfer& transfer : news.rows.rows)
        takeOthersRow(transfer);
    if (static_cast<size_t>(news.ids.size()) != m_entries.size()) {
        const QSet<TransferId> there(news.ids.cbegin(), news.ids.cend());
        QList<TransferId> gone;
        for (const auto& [id, entry] : m_entries) {
            if (!there.contains(id) && entry.stage == Stage::Idle)
                gone.append(id);
        }
        for (TransferId id : std::as_const(gone))
            erase(id);
    }
    for (auto wish = news.wanted.cbegin(); wish != news.wanted.cend(); ++wish) {
        QueueEntry* entry = find(wish.key());
        if (entry)
            heed(*entry, wish.value());
    }
}

// A row as the journal has it now. What this process drives it knows better; what it added itself and has not
// heard of yet is not taken for another's.
void QueueEngine::takeOthersRow(const Transfer& transfer)
{
    QueueEntry* entry = find(transfer.id);
    if (!entry) {
        const size_t hash = destinationHash(transfer.accountId, transfer.spec.bucket, transfer.spec.key);
        if (m_beingAdded.contains(hash))
            return;
        QueueEntry& fresh = insert(transfer);
        fresh.elsewhere = m_elsewhere.contains(fresh.transfer.id);
        m_news.added.append(rowOf(fresh, m_parts.clock.monotonic()));
        markDirty(fresh);
        return;
    }
    if (entry->stage != Stage::Idle) {
        entry->transfer.position = transfer.position;
        entry->transfer.priority = transfer.priority;
        markDirty(*entry);
        return;
    }
    if (entry->changing > 0)
        return; // older than what was asked of it here
    entry->transfer = HeldTransfer(transfer);
    entry->strip = {};
    const Phase phase = entry->phase();
    if (isEnded(phase) || phase == Phase::Paused)
        entry->queued = false;
    requeue(*entry);
    announce(*entry);
    if (m_watched.id == entry->transfer.id)
        loadWatched();
}

} // namespace partway
