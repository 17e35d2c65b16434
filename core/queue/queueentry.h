// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boxed.h"
#include "queue/heldtransfer.h"
#include "queue/journal.h"
#include "queue/speedmeter.h"
#include "queue/transfer.h"
#include "queue/waitingline.h"

#include <memory>
#include <optional>

namespace partway {

// What is asked of a transfer at its next turn.
enum class Ask : quint8 {
    Start,
    Retry,
    Replace,
    KeepBoth,
    Skip,
    ThroughHere,
    StartOver,
    Repair,
    Follow,
    Abort
};

// Where a transfer stands with this process.
enum class Stage : quint8 {
    Idle,    // no runner
    Loading, // its turn has come: locked, being read from the journal
    Running, // has a runner
};

// Which total a row counts for.
enum class Tally : quint8 { None, Active, Waiting, Paused, Failed, Finished };

// One transfer as the engine holds it. Engine thread.
struct QueueEntry
{
    HeldTransfer transfer; // while a runner lives its machine knows better
    Stage stage = Stage::Idle;
    Ask ask = Ask::Start;
    Wanted wished = Wanted::Nothing; // left for the process that drives it
    Phase told = Phase::Waiting;     // the last one that ended() was said of, or a running one
    Tally tally = Tally::None;       // what it is counted as
    Hold hold = Hold::None;
    bool isCounted = false;
    bool queued = false;     // waits for a turn
    bool urgent = false;     // the person wants it now: before all others
    bool elsewhere = false;  // another process drives it
    bool awaitsKeys = false; // they are fetched just now
    qint16 changing = 0;     // changes of its state on their way to the journal, without a runner
    qint16 slotCount = 0;
    qint16 wantedSlots = 1;
    qint64 tallyLeft = 0;     // bytes it is counted with
    Boxed<Error> blocked;     // its account's store cannot be opened
    Seldom<QByteArray> strip; // as it was when the last runner went
    WaitingLine::Spot spot;
    struct Turn
    {
        std::unique_ptr<DriverLock> lock;
        SpeedMeter speed;
        const void* storeUsed = nullptr; // only compared
        qint64 countedOnWire = 0;        // as far as the budget knows
        int budgetSeen = 0;              // slots of its endpoint when it last changed
    };
    std::unique_ptr<Turn> turn;           // while it is being loaded and runs
    std::unique_ptr<UploadRunner> runner; // goes before its lock

    const UploadState& state() const;
    Phase phase() const { return state().phase; }
    qint64 storedBytes() const;
    int storedParts() const;
    Phase shownPhase() const;
    bool canRun() const { return queued && stage == Stage::Idle && !elsewhere && !blocked; }
};

// Nothing was asked of the store yet: no upload, no object, no intent of either.
bool hasNotBegun(const UploadState& state);

// What the scheduler takes for its size: nobody knows how large an open one becomes.
qint64 scheduledSize(const PartPlan& plan);

// All that is there of a source that grows is stored: it asks nothing of its store before there is more.
bool restsOnSource(const QueueEntry& entry);

// It cannot go on by itself: its bytes have to be piped in once more.
bool needsStream(const QueueEntry& entry);

TransferRow rowOf(const QueueEntry& entry, std::chrono::milliseconds at);
QList<PartRow> partRowsOf(const PartPlan& plan, const QMap<int, StoredPart>& parts,
                          const QHash<int, PartLive>& live);
Tally tallyOf(const QueueEntry& entry);

} // namespace partway
