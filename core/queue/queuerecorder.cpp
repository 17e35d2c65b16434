// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

// What runners tell: it goes to the journal, and what the engine needs of it stays.

namespace partway {

void QueueEngine::saveState(TransferId id, const UploadState& state, std::function<void(Result<void>)> saved)
{
    QueueEntry* entry = find(id);
    if (entry && isEnded(state.phase) && !entry->transfer.endedAt.isValid())
        entry->transfer.endedAt = m_parts.clock.now();
    m_journal->saveState(id, state, entry ? entry->transfer.endedAt : QDateTime(), std::move(saved));
}

void QueueEngine::savePart(TransferId id, int number, const StoredPart& part)
{
    m_journal->savePart(id, number, part);
    QueueEntry* entry = find(id);
    if (!entry || !entry->runner)
        return;
    endpointWorked(*entry);
    // Parts that reconciliation writes again did not cross the wire.
    const qint64 length = entry->runner->machine().spec().plan.range(number).length;
    const qint64 sent = std::min(length, entry->runner->bytesOnWire() - entry->turn->countedOnWire);
    entry->turn->countedOnWire = entry->runner->bytesOnWire();
    if (sent > 0)
        m_budgets[endpointOf(entry->transfer.accountId())].partDone(sent, m_parts.clock.monotonic());
}

void QueueEngine::forgetParts(TransferId id)
{
    m_journal->forgetParts(id);
}

void QueueEngine::saveSource(TransferId id, const SourceFingerprint& source, const UploadSpec& spec)
{
    if (QueueEntry* entry = find(id)) {
        entry->transfer.source = HeldSource(source);
        entry->transfer.setSpec(spec);
    }
    m_journal->saveSource(id, source, spec);
}

void QueueEngine::recheckParts(TransferId id, const SourceFingerprint& source, const UploadSpec& spec,
                               const QMap<int, StoredPart>& unchecked)
{
    if (QueueEntry* entry = find(id)) {
        entry->transfer.source = HeldSource(source);
        entry->transfer.setSpec(spec);
    }
    m_journal->recheckParts(id, source, spec, unchecked);
}

void QueueEngine::note(TransferId id, const QString& code, const QString& detail)
{
    const HistoryLine line{m_parts.clock.now(), code, detail};
    m_journal->note(id, line);
    if (m_watched.id == id) {
        m_watched.history.append(line);
        m_watched.due = true;
    }
}

bool QueueEngine::isOtherTransfersUpload(TransferId id, const QString& uploadId)
{
    return m_journal->isOthersUpload(id, uploadId);
}

} // namespace partway
