// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadstate.h"

#include <QHash>
#include <QSet>

#include <variant>

namespace partway {

// --- What can happen
// -------------------------------------------------------------------------------------------

namespace event {
struct Start
{
}; // the scheduler gave it a turn; also resumes Paused and interrupted transfers
struct Pause
{
};
struct Abort
{
};
struct Retry
{
}; // from Failed, or from NeedsAttention once its cause is mended
struct Replace
{
}; // answer to ObjectExists
struct KeepBoth
{
}; // another answer: under another name
struct Skip
{
}; // another answer: what is there stays, and nothing of ours does
struct ThroughHere
{
}; // answer to CannotCopy, or a wish from the start: the bytes of the copy pass through this computer
struct StartOver
{
    PartPlan plan;
    std::optional<CopySource> copy{}; // of a copy: its source as it is now
}; // the source changed and is to be sent as it is now; or the person asked for it
struct Repair
{
    PartPlan plan;
}; // the source changed: keep of what is stored what equals the file as it is now; plan: the old cuts for it
struct Follow
{
    PartPlan plan;
}; // the file still grows: keep of what is stored what it still has, and go on until it is closed
struct CloseSource
{
}; // the person says that a growing source is complete
struct SourceGrew
{
    qint64 size;
}; // so many bytes of a growing source are there
struct SourceClosed
{
    PartPlan whole;
    PartPlan inParts;
}; // it will not grow any more; the plan for what it is, if nothing was begun, and as the upload is cut
struct Slots
{
    int count;
}; // how many parts may be on their way at once from now on
struct WaitOver
{
}; // the wait of the last command::Wait is over, or was cut short (network is back)
struct HoldOff
{
    Error error;
}; // another transfer met this trouble at the same endpoint: nothing new is begun before WaitOver
struct Created
{
    CreateUploadOutput output;
};
struct UploadsFound
{
    QList<ListedUpload> uploads;
}; // all uploads of exactly our key since the intent, not known to be another transfer's
struct PartStored
{
    int number = 0;
    StoredPart part;
    qint64 bytesSent = 0;
};
struct PartsListed
{
    ListPartsPage page;
};
struct Completed
{
    CompleteUploadOutput output;
};
struct ObjectPut
{
    PutObjectOutput output;
    QByteArray md5;
    QByteArray crc;
};
struct ObjectSeen
{
    ObjectInfo info;
};
struct UploadAborted
{
}; // the store said yes (or NoSuchUpload)
struct Failed
{
    Error error;
    int part = 0;
    qint64 bytesSent = 0;
}; // the request of `part`, or the one control request
struct SourceTrouble
{
    Error error;
}; // file-changed, file-missing, file-unreadable
} // namespace event

using UploadEvent =
    std::variant<event::Start, event::Pause, event::Abort, event::Retry, event::Replace, event::KeepBoth,
                 event::Skip, event::ThroughHere, event::StartOver, event::Repair, event::Follow,
                 event::CloseSource, event::SourceGrew, event::SourceClosed, event::Slots, event::WaitOver,
                 event::HoldOff, event::Created, event::UploadsFound, event::PartStored, event::PartsListed,
                 event::Completed, event::ObjectPut, event::ObjectSeen, event::UploadAborted, event::Failed,
                 event::SourceTrouble>;

// --- What is to be done
// ----------------------------------------------------------------------------------------

namespace command {
struct SaveState
{
}; // write state() durably; nothing after it in the list may begin before it is written
struct SavePart
{
    int number = 0;
}; // write this part's row with the next group
struct ForgetParts
{
}; // delete all part rows (the upload began anew)
struct RecheckParts
{
}; // in one write: the source as it is promised now, the plan, and all part rows as `unchecked`
struct SavePlan
{
}; // in one write: the source and the plan as they are from now on
struct LookAtTarget
{
}; // HEAD the key → ObjectSeen or Failed(NotFound)
struct Create
{
};
struct FindUploads
{
}; // list uploads of our key begun since createAskedAtMs, or only uploadId if it is known → UploadsFound
struct SendPart
{
    int number = 0;
    QByteArray listedEtag;
    QByteArray listedChecksum;
    QByteArray recordedMd5;
}; // listed, recorded: what is said to be stored under this number. If the file's digest equals it,
   // PartStored(adopted) without sending
struct PutObject
{
    WriteCondition condition = WriteCondition::None;
};
struct ListParts
{
    QString uploadId;
    int afterPart = 0;
};
struct Complete
{
    QList<CompletedPart> parts;
    QByteArray objectChecksum;
    WriteCondition condition = WriteCondition::None;
    bool again = false; // the object was seen: only the store's record of the upload is to go
};
struct Confirm
{
}; // HEAD the key → ObjectSeen or Failed
struct AbortUpload
{
    QString uploadId;
};
struct CancelAll
{
}; // cut every request in flight (each still reports its end) and drop a pending wait (no WaitOver follows)
struct Wait
{
    int attempt = 1; // failures of this transfer in a row; 0: it waits for what another one met
    Error error;
}; // back off, then WaitOver
struct Note
{
    QString code;
    QString detail;
}; // one line for the row's history
} // namespace command

using UploadCommand =
    std::variant<command::SaveState, command::SavePart, command::ForgetParts, command::RecheckParts,
                 command::SavePlan, command::LookAtTarget, command::Create, command::FindUploads,
                 command::SendPart, command::PutObject, command::ListParts, command::Complete,
                 command::Confirm, command::AbortUpload, command::CancelAll, command::Wait, command::Note>;
using UploadCommands = QList<UploadCommand>;

// The upload machine: event in, commands out. A value; no I/O, no clock, no threads. It is where the protocol
// is understood; UploadRunner does as it says and reports back. The eight rules of design §3 are kept here.
//
// Contract with the runner: commands are done in order; a SaveState is a barrier. Every Create, FindUploads,
// SendPart, PutObject, ListParts, Complete, Confirm, LookAtTarget and AbortUpload is answered by exactly one
// event (Failed with Cancelled when CancelAll cut it, also if it had not begun). At most one control request
// is out at a time.
class UploadMachine
{
public:
    UploadMachine(UploadSpec spec, StoreProfile profile, UploadState state = {});

    // now: UTC ms, only to be written into an intent.
    UploadCommands handle(const UploadEvent& event, qint64 nowMs);

    // To be asked when a Create is about to leave. True: its intent was written down long ago (a full disk or
    // a sleep came between) and says so anew now; it is to be saved once more before the request leaves. Else
    // a crash would make the upload look older, or younger, than any of ours.
    bool renewIntent(qint64 nowMs);

    // Of a copy: the store took it, but not the tags of its source. The spec is to be saved then.
    void loseTags();

    const UploadSpec& spec() const { return m_spec; }
    const UploadState& state() const { return m_state; }
    Phase phase() const { return m_state.phase; }
    Hold hold() const { return m_hold; }
    QByteArray key() const;       // where the upload is: the store's own choice if it made one, or the wished
    QByteArray wishedKey() const; // the renamed one if there is one
    const QSet<int>& partsInFlight() const { return m_flight; }
    bool isQuiet() const; // nothing in flight and no wait pending: safe to let go
    int
    wantedSlots() const; // parts that could be sent now, in flight included; 1 while a control request runs
    qint64 storedBytes() const;
    bool waitsForSource() const; // all that is there of a growing source is stored: nothing to do but wait

private:
    friend class UploadFlow; // the transitions

    // What only this run knows; nothing of it is needed after a crash.
    enum class Request {
        None,
        Look,
        Create,
        Find,
        FindRecord,
        LookInto,
        List,
        Put,
        Complete,
        CompleteAgain,
        Confirm,
        AbortStray,
        ListStray
    };
    enum class Doubt {
        None,
        Lost,
        Conflict
    }; // why Confirming looks at the object, when not after a plain success

    UploadSpec m_spec;
    StoreProfile m_profile;
    UploadState m_state;
    Hold m_hold = Hold::None;
    QSet<int> m_flight;
    QSet<int> m_outdated;              // those of m_flight that carry bytes of the file as it was before
    Request m_request = Request::None; // the one control request that is out
    Doubt m_doubt = Doubt::None;
    bool m_awake = false;   // a state from the journal does nothing before Start, Retry, StartOver or Abort
    bool m_waiting = false; // a command::Wait is out
    std::optional<event::SourceClosed> m_closing; // how the source ended, until what is on its way has
    int m_slots = 0;
    int m_failures = 0;          // in a row; resets with every success
    int m_restarts = 0;          // since a person last said go
    int m_repairs = 0;           // times Complete said that a part is not right
    bool m_partsDoubted = false; // it said so, and no listing has been seen since
    bool m_askedBefore = false;  // an earlier Complete or Put may have been done, whatever became of this one
    bool m_completeOutdated = false; // the request that is out would make the file as it was before
    bool m_lookedAgain =
        false; // a request that was cut may be done late: what is not there is looked for twice
    bool m_completeSettled = false; // the last Complete has had the time to be done, or not to be
    int m_abortRounds = 0;
    bool m_abortedTwice = false;     // since a part that was cut may have come in between
    bool m_targetFree = false;       // the key was looked at, or cannot be
    bool m_targetTaken = false;      // the store refused to replace what is there
    bool m_conditionIgnored = false; // the store has no conditional writes
    int m_conditionRefused = 0;      // how often it said that the key is taken
    bool m_confirmed = false;        // the object was looked at and is not ours, or cannot be looked at
    std::optional<Proof>
        m_proven;          // the object is ours; what is left of the upload is cleared, then it is finished
    bool m_absent = false; // the object was looked at and is not there
    bool m_recordSeen = false; // the store still has the upload of the proven object, as far as can be told
    int m_recordTries = 0;     // times that it could not be cleared
    bool m_seenBeforeAbort = false; // where an abort may hurt an object: it was looked for
    bool m_abortWorked = false;     // … and then the upload was there, and was aborted
    QList<QString> m_found; // uploads that may be ours by key and time, newest first, to be looked into
    QList<QString> m_ours;  // of those, the ones that are
    qint64 m_foundAtMs = 0; // when that was listed
    QMap<int, ListedPart> m_listed; // what the store holds, while reconciling; then what is unknown to us
    QHash<int, int> m_damaged;      // parts that arrived damaged, and how often
};

} // namespace partway
