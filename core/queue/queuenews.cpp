// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

#include <algorithm>

// What the face is told: rows that changed, totals and details, gathered and sent by one timer that only runs
// while something changes.

namespace partway {

void QueueEngine::markDirty(const QueueEntry& entry)
{
    m_dirty.insert(entry.transfer.id);
    if (!m_tick.isActive() && !m_closing)
        m_tick.start();
}

// Those that run stand still without failing, those that wait for the account wait for its keys.
void QueueEngine::keysAwaited(const QString& accountId, bool waiting)
{
    if (waiting)
        m_awaited.insert(accountId);
    else
        m_awaited.remove(accountId);
    for (auto& [id, entry] : m_entries) {
        const bool works = entry.stage != Stage::Idle || entry.queued;
        const bool now = waiting && works && needsStore(entry, accountId);
        if (!needsStore(entry, accountId) || entry.awaitsKeys == now)
            continue;
        entry.awaitsKeys = now;
        markDirty(entry);
    }
}

// Says once that a row came to rest; going to work again makes it news again.
void QueueEngine::announce(QueueEntry& entry)
{
    const Phase phase = entry.shownPhase();
    const bool rests = !isRunning(phase) && phase != Phase::Waiting;
    if (std::exchange(entry.told, phase) == phase || !rests)
        return;
    m_news.ended.append(rowOf(entry, m_parts.clock.monotonic()));
    markDirty(entry);
}

void QueueEngine::sampleSpeeds()
{
    const auto now = m_parts.clock.monotonic();
    qint64 wire = m_wireBefore;
    bool running = false;
    for (TransferId id : std::as_const(m_active)) {
        QueueEntry& entry = *find(id);
        if (!entry.runner)
            continue;
        running = true;
        wire += entry.runner->bytesOnWire();
        entry.turn->speed.sample(entry.storedBytes() + entry.runner->bytesInFlight(), now);
        m_dirty.insert(id);
        if (m_watched.id == id)
            m_watched.due = true;
    }
    if (running)
        m_speed.sample(wire, now);
    else
        m_speed.reset();
}

void QueueEngine::tick()
{
    m_tick.stop();
    sampleSpeeds();
    const auto now = m_parts.clock.monotonic();
    QueueNews news = std::exchange(m_news, {});
    const QSet<TransferId> dirty = std::exchange(m_dirty, {});
    for (TransferId id : dirty) {
        QueueEntry* entry = find(id);
        if (!entry)
            continue;
        recount(*entry);
        news.changed.append(rowOf(*entry, now));
        if (m_watched.id == id)
            m_watched.due = true;
    }
    news.totals = totals();
    if (m_watched.due && find(m_watched.id))
        news.details = watchedDetails();
    m_watched.due = false;
    Q_EMIT this->news(news);
    const bool running = std::any_of(m_active.cbegin(), m_active.cend(),
                                     [this](TransferId id) { return find(id)->runner != nullptr; });
    if (running && !m_closing)
        m_tick.start();
}

// --- totals, kept as rows change ------------------------------------------------------------------------

void QueueEngine::uncount(QueueEntry& entry)
{
    m_counts[entry.tally] -= entry.isCounted ? 1 : 0;
    m_bytesLeft -= entry.tallyLeft;
    entry.isCounted = false;
    entry.tallyLeft = 0;
}

void QueueEngine::recount(QueueEntry& entry)
{
    uncount(entry);
    entry.isCounted = true;
    entry.tally = tallyOf(entry);
    const bool goesOn = entry.tally == Tally::Active || entry.tally == Tally::Waiting;
    const bool aborts = entry.shownPhase() == Phase::Aborting;
    entry.tallyLeft = goesOn && !aborts ? entry.transfer.plan.size() - entry.storedBytes() : 0;
    ++m_counts[entry.tally];
    m_bytesLeft += entry.tallyLeft;
}

QueueTotals QueueEngine::totals() const
{
    QueueTotals totals;
    totals.all = static_cast<int>(m_entries.size());
    totals.active = m_counts.value(Tally::Active);
    totals.waiting = m_counts.value(Tally::Waiting);
    totals.paused = m_counts.value(Tally::Paused);
    totals.failed = m_counts.value(Tally::Failed);
    totals.finished = m_counts.value(Tally::Finished);
    totals.bytesPerSecond = m_speed.bytesPerSecond(m_parts.clock.monotonic());
    totals.bytesLeft = m_bytesLeft;
    totals.secondsLeft = secondsLeft(m_bytesLeft, totals.bytesPerSecond);
    totals.online = m_online;
    return totals;
}

// --- details --------------------------------------------------------------------------------------------

void QueueEngine::watchDetails(TransferId id)
{
    m_watched = {};
    if (!find(id))
        return;
    m_watched.id = id;
    m_journal->history(id, [this, id](const Result<QList<HistoryLine>>& history) {
        if (m_watched.id != id || !history)
            return;
        m_watched.history = *history;
        m_watched.due = true;
        if (!m_tick.isActive())
            m_tick.start();
    });
    loadWatched();
}

// The parts of a row that nobody drives here.
void QueueEngine::loadWatched()
{
    const TransferId id = m_watched.id;
    m_journal->loadOne(id, [this, id](const Result<std::optional<Transfer>>& transfer) {
        if (m_watched.id != id || !transfer || !*transfer)
            return;
        m_watched.parts = (*transfer)->state.parts;
        m_watched.due = true;
        if (!m_tick.isActive() && !m_closing)
            m_tick.start();
    });
}

TransferDetails QueueEngine::watchedDetails()
{
    const QueueEntry& entry = *find(m_watched.id);
    TransferDetails details;
    details.row = rowOf(entry, m_parts.clock.monotonic());
    details.state = entry.state();
    details.state.parts.clear();
    details.state.unchecked.clear();
    details.history = m_watched.history;
    if (entry.runner) {
        const UploadMachine& machine = entry.runner->machine();
        details.spec = machine.spec();
        details.source = entry.runner->promised();
        details.parts = partRowsOf(details.spec.plan, machine.state().parts, entry.runner->liveParts());
        m_watched.parts = machine.state().parts; // what remains when the runner goes
        return details;
    }
    details.spec = entry.transfer.spec();
    details.source = entry.transfer.source.full();
    details.parts = partRowsOf(details.spec.plan, m_watched.parts.value_or(QMap<int, StoredPart>()), {});
    return details;
}

} // namespace partway
