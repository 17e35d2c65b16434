// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

#include <algorithm>

// What the person asks of the rows. Ids that are not there any more, and wishes that make no sense for where
// a row stands, are passed over: the window may be a moment behind.

namespace partway {

namespace {

bool canBeRetried(Phase phase)
{
    return phase == Phase::Failed || phase == Phase::NeedsAttention;
}

} // namespace

// Puts it in line for a turn at which this is asked of its runner.
void QueueEngine::askFor(QueueEntry& entry, Ask ask)
{
    entry.ask = ask;
    entry.queued = true;
    entry.urgent = true;
    entry.told = Phase::Waiting;
    entry.blocked.reset();
    const std::optional<CopySource>& copy = entry.transfer.copy();
    for (const QString& account : {entry.transfer.accountId(), copy ? copy->accountId : QString()}) {
        if (!account.isEmpty() && m_stores->state(account) == OpenStores::State::Failed)
            m_stores->open(account);
    }
    requeue(entry);
}

// For a turn to come; one that is being prepared takes it along.
void QueueEngine::askNext(QueueEntry& entry, Ask ask)
{
    if (entry.ask == Ask::Abort && entry.queued)
        return;
    if (entry.stage == Stage::Idle) {
        askFor(entry, ask);
    } else {
        entry.ask = ask;
        entry.queued = true;
    }
}

void QueueEngine::startOne(QueueEntry& entry)
{
    if (entry.elsewhere && entry.transfer.sourceKind() == SourceKind::Stream) {
        m_journal->setWanted(entry.transfer.id, Wanted::GoOn); // only who reads the stream can
        return;
    }
    if (entry.elsewhere || isEnded(entry.phase()))
        return;
    if (entry.runner) {
        if (!isRunning(entry.phase()))
            entry.runner->start();
        return;
    }
    if (entry.stage == Stage::Loading) {
        entry.queued = true;
        return;
    }
    const Phase phase = entry.phase();
    if (phase == Phase::Paused) {
        // From now on it waits like any other, also through a restart.
        const auto toWaiting = [](UploadState& state) {
            const bool paused = state.phase == Phase::Paused;
            state.phase = paused ? Phase::Waiting : state.phase;
            return paused;
        };
        if (!changeWithoutRunner(entry, toWaiting))
            return;
    }
    if (entry.ask != Ask::Abort || !entry.queued)
        askFor(entry, canBeRetried(phase) ? Ask::Retry : Ask::Start);
}

void QueueEngine::start(const QList<TransferId>& ids)
{
    for (TransferId id : ids) {
        if (QueueEntry* entry = find(id))
            startOne(*entry);
    }
}

void QueueEngine::startAll()
{
    for (auto& [id, entry] : m_entries) {
        const bool ours = !entry.state().handedOver;
        if (ours && !canBeRetried(entry.phase()) && !(entry.queued && !entry.blocked)) {
            startOne(entry);
            entry.urgent = false; // all of them are no more urgent than one another
            requeue(entry);
        }
    }
}

void QueueEngine::askEach(const QList<TransferId>& ids, Ask ask)
{
    for (TransferId id : ids) {
        QueueEntry* entry = find(id);
        if (!entry || entry->elsewhere)
            continue;
        if (!canBeRetried(entry->phase()) && !entry->blocked)
            continue;
        if (entry->runner) {
            entry->ask = ask;
            entry->told = Phase::Waiting;
            tellRunner(*entry);
        } else {
            const bool justOpen = entry->blocked && !canBeRetried(entry->phase());
            askNext(*entry, justOpen ? entry->ask : ask);
        }
    }
}

void QueueEngine::retry(const QList<TransferId>& ids)
{
    askEach(ids, Ask::Retry);
}

void QueueEngine::replace(const QList<TransferId>& ids)
{
    askEach(ids, Ask::Replace);
}

void QueueEngine::keepBoth(const QList<TransferId>& ids)
{
    askEach(ids, Ask::KeepBoth);
}

void QueueEngine::skip(const QList<TransferId>& ids)
{
    askEach(ids, Ask::Skip);
}

// What rests for another reason takes the wish along to its next turn.
void QueueEngine::throughHere(const QList<TransferId>& ids)
{
    for (TransferId id : ids) {
        QueueEntry* entry = find(id);
        if (!entry || entry->elsewhere || !entry->transfer.copy())
            continue;
        const bool waits = entry->phase() == Phase::Paused || entry->phase() == Phase::Waiting;
        if (!entry->runner && waits)
            askNext(*entry, Ask::ThroughHere);
        else
            askEach({id}, Ask::ThroughHere);
    }
}

void QueueEngine::startOver(const QList<TransferId>& ids)
{
    askEach(ids, Ask::StartOver);
}

// What rests is also worth it where nobody has noticed yet that the file changed.
void QueueEngine::repair(const QList<TransferId>& ids)
{
    for (TransferId id : ids) {
        QueueEntry* entry = find(id);
        if (!entry || entry->elsewhere)
            continue;
        const Phase phase = entry->phase();
        const bool waits = !isEnded(phase) && phase != Phase::Aborting && !canBeRetried(phase);
        if (!entry->runner && waits)
            askNext(*entry, Ask::Repair);
        else
            askEach({id}, Ask::Repair);
    }
}

// Changes the state while nobody drives the transfer: at once in the row, and in the journal on top of what
// is there by then. False if another process drives it.
bool QueueEngine::changeWithoutRunner(QueueEntry& entry, const std::function<bool(UploadState&)>& edit)
{
    const TransferId id = entry.transfer.id;
    if (DriverLock::isHeld(m_parts.stateFolder, id)) {
        lookAtLocks();
        return false;
    }
    UploadState state = entry.transfer.state();
    (void)edit(state);
    entry.transfer.setState(state);
    ++entry.changing;
    m_journal->changeState(
        id, edit, m_parts.clock.now(),
        [this, id](const Result<std::optional<UploadState>>& state) { changedWithout(id, state); });
    markDirty(entry);
    return true;
}

void QueueEngine::changedWithout(TransferId id, const Result<std::optional<UploadState>>& state)
{
    QueueEntry* entry = find(id);
    if (!entry)
        return;
    --entry->changing;
    if (entry->stage != Stage::Idle || entry->changing > 0 || !state || !*state)
        return;
    entry->transfer.setState(**state);
    if (isEnded(entry->phase())) {
        entry->transfer.endedAt = m_parts.clock.now();
        entry->queued = false;
    } else if (entry->phase() == Phase::Aborting && !m_closing) {
        askFor(*entry, Ask::Abort);
    }
    requeue(*entry);
    announce(*entry);
}

void QueueEngine::pauseOne(QueueEntry& entry)
{
    if (entry.elsewhere) {
        entry.wished = Wanted::Pause;
        m_journal->setWanted(entry.transfer.id, Wanted::Pause);
        return;
    }
    if (entry.runner) {
        entry.runner->pause();
        return;
    }
    const Phase phase = entry.phase();
    const bool works = phase == Phase::Waiting || (isRunning(phase) && phase != Phase::Aborting);
    const bool aborts = phase == Phase::Aborting || (entry.queued && entry.ask == Ask::Abort);
    if (aborts || (!works && !entry.queued && !entry.blocked))
        return;
    entry.queued = false; // a turn that is being prepared sees this
    entry.blocked.reset();
    if (works && entry.stage == Stage::Idle) {
        changeWithoutRunner(entry, [](UploadState& state) {
            const bool works = state.phase == Phase::Waiting || (isRunning(state.phase) && !state.abortAsked);
            state.phase = works ? Phase::Paused : state.phase;
            return works;
        });
    }
    requeue(entry);
}

void QueueEngine::pause(const QList<TransferId>& ids)
{
    for (TransferId id : ids) {
        if (QueueEntry* entry = find(id))
            pauseOne(*entry);
    }
}

void QueueEngine::pauseAll()
{
    for (auto& [id, entry] : m_entries) {
        const bool idles = entry.phase() == Phase::Paused && !entry.queued;
        if (!entry.elsewhere && !isEnded(entry.phase()) && !idles)
            pauseOne(entry);
    }
}

void QueueEngine::abortOne(QueueEntry& entry)
{
    if (entry.elsewhere) {
        entry.wished = Wanted::Abort;
        m_journal->setWanted(entry.transfer.id, Wanted::Abort);
        return;
    }
    if (isEnded(entry.phase()))
        return;
    if (entry.runner) {
        entry.runner->abort();
        return;
    }
    if (entry.stage == Stage::Loading) {
        entry.ask = Ask::Abort;
        entry.queued = true;
        return;
    }
    // Written down before anything else: an abort that was asked for outlives this process. What never began
    // needs no store to be gone.
    entry.queued = false;
    entry.blocked.reset();
    changeWithoutRunner(entry, [](UploadState& state) {
        if (isEnded(state.phase))
            return false;
        state.abortAsked = true;
        state.phase = hasNotBegun(state) ? Phase::Aborted : Phase::Aborting;
        state.attention = Attention::None;
        state.error.reset();
        return true;
    });
    requeue(entry);
}

void QueueEngine::abort(const QList<TransferId>& ids)
{
    for (TransferId id : ids) {
        if (QueueEntry* entry = find(id))
            abortOne(*entry);
    }
}

void QueueEngine::forget(const QList<TransferId>& ids)
{
    QList<TransferId> gone;
    for (TransferId id : ids) {
        const QueueEntry* entry = find(id);
        if (entry && isEnded(entry->phase()) && entry->stage == Stage::Idle && !entry->elsewhere)
            gone.append(id);
    }
    if (gone.isEmpty())
        return;
    m_journal->remove(gone, [this, gone](const Result<void>& removed) {
        if (!removed)
            return; // still there, and journalTrouble() said why
        for (TransferId id : gone)
            erase(id);
    });
}

// --- settings -------------------------------------------------------------------------------------------

void QueueEngine::setParallel(int partsAtOnce)
{
    m_limits.parallel = std::max(0, partsAtOnce);
    scheduleSoon();
}

// New keys or settings: everything of this account that waits for them goes on.
void QueueEngine::accountChanged(const QString& accountId)
{
    m_endpoints.remove(accountId);
    m_stores->forget(accountId);
    for (auto& [id, entry] : m_entries) {
        if (!needsStore(entry, accountId) || entry.elsewhere)
            continue;
        const bool signIn =
            entry.phase() == Phase::NeedsAttention && entry.state().attention == Attention::SignIn;
        if (entry.blocked) {
            entry.blocked.reset();
            requeue(entry);
        } else if (signIn) {
            if (entry.runner && entry.runner->isQuiet())
                settle(entry); // a runner keeps the store, and so the keys, that it began with
            askEach({id}, Ask::Retry);
        }
    }
    scheduleSoon();
}

} // namespace partway
