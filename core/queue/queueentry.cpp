// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueentry.h"

#include "queue/partstrip.h"

namespace partway {

const UploadState& QueueEntry::state() const
{
    return runner ? runner->machine().state() : transfer.state();
}

qint64 QueueEntry::storedBytes() const
{
    if (runner)
        return runner->machine().storedBytes();
    return transfer.state().phase == Phase::Finished ? transfer.plan.size() : transfer.storedBytes;
}

int QueueEntry::storedParts() const
{
    if (phase() == Phase::Finished)
        return transfer.plan.count();
    return runner ? static_cast<int>(runner->machine().state().parts.size()) : transfer.storedParts;
}

// What a person sees: a phase of work only while somebody works.
Phase QueueEntry::shownPhase() const
{
    const Phase now = phase();
    if (stage == Stage::Running || elsewhere)
        return now;
    if (blocked)
        return blocked->kind == ErrorKind::SignIn ? Phase::NeedsAttention : Phase::Failed;
    if (now == Phase::Aborting || (queued && ask == Ask::Abort))
        return Phase::Aborting;
    if (queued || stage == Stage::Loading || isRunning(now))
        return Phase::Waiting;
    return now;
}

bool hasNotBegun(const UploadState& state)
{
    return state.uploadId.isEmpty() && state.createAskedAtMs == 0 && !state.completeAsked &&
           state.strays.isEmpty() && !state.finished;
}

qint64 scheduledSize(const PartPlan& plan)
{
    return plan.open ? std::max(plan.size, plan.partSize) : plan.size;
}

bool restsOnSource(const QueueEntry& entry)
{
    if (!entry.runner)
        return false;
    const UploadMachine& machine = entry.runner->machine();
    const PartPlan& plan = machine.spec().plan;
    if (!plan.open || !machine.partsInFlight().isEmpty())
        return false;
    const bool allSent = machine.phase() == Phase::Sending && machine.state().parts.size() >= plan.count;
    return allSent || (machine.phase() == Phase::Creating && plan.count == 0);
}

bool needsStream(const QueueEntry& entry)
{
    const HeldTransfer& transfer = entry.transfer;
    const bool allStored = !transfer.plan.isOpen() && transfer.storedParts >= transfer.plan.count();
    return transfer.sourceKind() == SourceKind::Stream && !allStored && !entry.state().abortAsked;
}

namespace {

void fillSource(const QueueEntry& entry, const UploadSpec& spec, TransferRow* row)
{
    row->source = spec.source;
    row->openEnd = spec.plan.open;
    row->closeAsked = entry.state().closeAsked;
    row->beingWritten = entry.transfer.beingWritten;
    if (!entry.runner)
        return;
    const UploadMachine& machine = entry.runner->machine();
    row->size = entry.runner->sourceSize();
    row->waitsForSource = machine.waitsForSource();
    row->noRoom = entry.runner->waitsForRoom();
    row->rechecks =
        spec.source == SourceKind::Followed && !spec.plan.open && !machine.state().unchecked.isEmpty();
}

void fillProgress(const QueueEntry& entry, std::chrono::milliseconds at, TransferRow* row)
{
    row->storedBytes = entry.storedBytes();
    row->storedParts = entry.storedParts();
    if (!entry.runner) {
        const bool known = row->phase == Phase::Finished || !entry.strip.isEmpty();
        row->strip = known ? entry.strip : Seldom<QByteArray>(guessStrip(row->partCount, row->storedParts));
        return;
    }
    const UploadRunner& runner = *entry.runner;
    row->inFlightBytes = std::min(runner.bytesInFlight(), row->size - row->storedBytes);
    row->strip =
        row->phase == Phase::Finished
            ? QByteArray()
            : makeStrip(runner.machine().spec().plan, runner.machine().state().parts, runner.liveParts());
    if (row->phase == Phase::Sending) {
        row->bytesPerSecond = entry.turn->speed.bytesPerSecond(at);
        if (row->openEnd)
            return; // how much is left nobody knows
        row->secondsLeft =
            secondsLeft(row->size - row->storedBytes - row->inFlightBytes, row->bytesPerSecond);
    }
}

void fillBlocked(const Boxed<Error>& error, TransferRow* row)
{
    row->error = error;
    if (error->kind == ErrorKind::SignIn) {
        row->attention = Attention::SignIn;
        row->hold = Hold::SignIn;
    }
}

// The store copied by itself, and neither a checksum nor an ETag of the source says that it did so rightly.
bool isOnlyStoresWord(const UploadSpec& spec, const UploadState& state)
{
    if (state.phase != Phase::Finished || !state.finished || state.throughHere)
        return false;
    const Proof& proof = state.finished->proof;
    return !proof.checksum && !(spec.plan.direct && proof.etag);
}

} // namespace

TransferRow rowOf(const QueueEntry& entry, std::chrono::milliseconds at)
{
    const HeldTransfer& transfer = entry.transfer;
    const UploadState& state = entry.state();
    const UploadSpec spec = entry.runner ? entry.runner->machine().spec() : transfer.spec();
    TransferRow row;
    row.id = transfer.id;
    row.copies = spec.copy.has_value();
    row.throughHere = state.throughHere;
    row.storesWord = row.copies && isOnlyStoresWord(spec, state);
    row.sourcePath = transfer.sourcePath;
    row.accountId = Seldom<QString>::alike(transfer.accountId());
    row.bucket = Seldom<QString>::alike(spec.bucket);
    row.key = wishedKey(spec, state);
    row.storeBucket = state.storeBucket;
    row.storeKey = state.storeKey;
    row.uploadId = state.uploadId;
    row.group = Seldom<QString>::alike(transfer.group());
    row.size = spec.plan.size;
    row.modifiedMs = transfer.source.modifiedNs() / 1'000'000;
    row.partCount = spec.plan.count;
    row.resentBytes = state.bytesResent;
    row.phase = entry.shownPhase();
    row.hold = entry.runner ? entry.runner->machine().hold() : Hold::None;
    if (entry.awaitsKeys && row.hold == Hold::None && !isEnded(row.phase))
        row.hold = Hold::SignIn;
    row.attention = state.attention;
    row.error = state.error;
    row.leftovers = state.leftovers;
    row.unseen = state.finished && state.finished->proof.isOnlyAnswer();
    row.handedOver = state.handedOver;
    row.queued = entry.queued && entry.stage != Stage::Running && !entry.blocked;
    row.elsewhere = entry.elsewhere;
    row.priority = transfer.priority;
    row.position = transfer.position;
    row.addedAt = transfer.addedAt;
    row.endedAt = transfer.endedAt;
    fillSource(entry, spec, &row);
    fillProgress(entry, at, &row);
    if (entry.blocked && !entry.elsewhere && entry.stage != Stage::Running)
        fillBlocked(entry.blocked, &row);
    return row;
}

QList<PartRow> partRowsOf(const PartPlan& plan, const QMap<int, StoredPart>& parts,
                          const QHash<int, PartLive>& live)
{
    QList<PartRow> rows;
    rows.reserve(plan.count);
    for (int index = 0; index < plan.count; ++index) {
        const int number = plan.numberAt(index);
        PartRow row;
        row.number = number;
        row.range = plan.range(number);
        if (const auto doing = live.constFind(number); doing != live.cend()) {
            row.state = doing->state;
            row.bytesSent = doing->bytesSent;
            row.attempts = doing->attempts;
            row.bytesPerSecond = doing->bytesPerSecond;
            row.lastError = doing->lastError;
        }
        if (const auto stored = parts.constFind(number); stored != parts.cend()) {
            row.state = stored->adopted ? PartState::Adopted : PartState::Stored;
            row.bytesSent = stored->adopted ? 0 : row.range.length;
            row.etag = stored->etag;
            row.crc = stored->crc;
        }
        rows.append(row);
    }
    return rows;
}

Tally tallyOf(const QueueEntry& entry)
{
    switch (entry.shownPhase()) {
    case Phase::Waiting:
        return Tally::Waiting;
    case Phase::Creating:
    case Phase::Reconciling:
    case Phase::Sending:
    case Phase::Completing:
    case Phase::Confirming:
    case Phase::Aborting:
        return Tally::Active;
    case Phase::Paused:
        return Tally::Paused;
    case Phase::NeedsAttention:
    case Phase::Failed:
        return Tally::Failed;
    case Phase::Finished:
        return Tally::Finished;
    case Phase::Aborted:
    case Phase::Skipped:
        return Tally::None;
    }
    return Tally::None;
}

} // namespace partway
