// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

// Sources that grow: what the person says about them, here and through other processes.

namespace partway {

// A file that turns out to be written still.
void QueueEngine::follow(const QList<TransferId>& ids)
{
    for (TransferId id : ids) {
        QueueEntry* entry = find(id);
        if (!entry || entry->elsewhere || isEnded(entry->phase()) || entry->phase() == Phase::Aborting ||
            entry->transfer.sourceKind() == SourceKind::Stream || entry->transfer.copy())
            continue;
        entry->transfer.beingWritten = false;
        if (entry->runner)
            entry->runner->follow();
        else
            askNext(*entry, Ask::Follow);
        markDirty(*entry);
    }
}

void QueueEngine::closeSource(const QList<TransferId>& ids)
{
    for (TransferId id : ids) {
        if (QueueEntry* entry = find(id))
            closeSourceOne(*entry);
    }
}

// Where nobody drives it, this is remembered: its next turn finds it complete.
void QueueEngine::closeSourceOne(QueueEntry& entry)
{
    if (entry.elsewhere) {
        entry.wished = Wanted::CloseSource;
        m_journal->setWanted(entry.transfer.id, Wanted::CloseSource);
        return;
    }
    if (entry.runner) {
        entry.runner->closeSource();
        return;
    }
    if (isEnded(entry.phase()) || !entry.transfer.plan.isOpen())
        return;
    changeWithoutRunner(entry, [](UploadState& state) {
        const bool news = !state.closeAsked && !isEnded(state.phase);
        state.closeAsked = true;
        return news;
    });
}

// What another process wishes of a transfer that this one drives, or drove last.
void QueueEngine::heed(QueueEntry& entry, Wanted wished)
{
    switch (wished) {
    case Wanted::Nothing:
        return;
    case Wanted::Pause:
        return pauseOne(entry);
    case Wanted::Abort:
        return abortOne(entry);
    case Wanted::CloseSource:
        return closeSourceOne(entry);
    case Wanted::GoOn:
        return startOne(entry);
    }
}

} // namespace partway
