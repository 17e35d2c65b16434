// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"
#include "upload/copysource.h"
#include "upload/partplan.h"

#include <QList>
#include <QMap>

#include <optional>

namespace partway {

// Where a transfer stands. The drawing of design §3 is this enum.
enum class Phase : quint8 {
    Waiting,     // in the queue, nothing asked of the store yet
    Creating,    // asking for an upload id (or looking up one that a crash left)
    Reconciling, // asking the store what it holds of us
    Sending,
    Completing, // assembling on the server
    Confirming, // looking at the object
    Paused,
    NeedsAttention, // a person decides; see Attention
    Aborting,
    Aborted,
    Skipped,  // the object was there and the person wanted to keep it
    Finished, // proven
    Failed,   // with an error; retry goes on from what is stored
};

enum class Attention : quint8 {
    None,
    SourceChanged,
    SourceMissing,
    ObjectExists,
    SignIn,
    OutcomeUnknown,
    CannotCopy, // the store does not copy by itself: through this computer?
};

// Why a running transfer is not moving just now.
enum class Hold : quint8 {
    None,
    Backoff,   // the last try failed; another follows
    Throttled, // the store asked for fewer requests
    Network,   // the store cannot be reached
    Portal,    // the network answers in the store's place: it wants a sign-in
    Proxy,     // the proxy wants a sign-in
    SignIn,    // keys are missing
};

// Where the bytes come from. A file must stay as it was promised; one that is followed grows until it is
// closed and is then compared once more, part by part; a stream is read once and never again.
enum class SourceKind : quint8 { File, Followed, Stream };

enum class IfExists { Replace, Skip, Rename, Fail, Ask };

// Names for the journal and --json: "sending", "needs-attention", "source-changed", …
QString phaseName(Phase phase);
Phase phaseFromName(const QString& name); // Waiting when unknown
QString attentionName(Attention attention);
Attention attentionFromName(const QString& name);
QString holdName(Hold hold);
QString sourceKindName(SourceKind kind);            // "file", "followed", "stream"
SourceKind sourceKindFromName(const QString& name); // File when unknown
QString ifExistsName(IfExists policy);
bool ifExistsFromName(const QString& name, IfExists* policy);

bool isEnded(Phase phase);   // Finished, Skipped, Aborted: nothing more will happen
bool isRunning(Phase phase); // Creating … Confirming, Aborting

// What was promised: fixed when the transfer is added (but for key and plan, see UploadState). A plain value.
struct UploadSpec
{
    QString bucket;
    QByteArray key; // UTF-8, NFC
    ObjectOptions object;
    ChecksumMode checksum = ChecksumMode::Md5;
    bool compositeChecksum =
        false; // begun by another program so: no checksum of the whole object can be told
    IfExists ifExists = IfExists::Replace;
    PartPlan plan;
    SourceKind source = SourceKind::File;
    int followIdleSeconds = 0; // a followed file is complete when it rested so long; 0: when it is closed
    std::optional<CopySource> copy{}; // the source is an object, not a file

    bool operator==(const UploadSpec&) const = default;
};

// What the store acknowledged for one part. Digests are ours, over the bytes we sent; raw.
struct StoredPart
{
    QByteArray etag;      // verbatim
    QByteArray md5;       // raw; empty when not computed
    QByteArray crc;       // raw, of the spec's checksum mode; empty when not computed
    bool adopted = false; // found on the store and equal to the file; not sent by this run

    bool operator==(const StoredPart&) const = default;
};

// What "finished" rests on. More than one may hold.
struct Proof
{
    bool answer = false;   // the store answered Complete/Put with success
    bool size = false;     // HEAD says our size
    bool token = false;    // HEAD shows our token
    bool etag = false;     // ETag equals the one computed from our digests
    bool checksum = false; // the store's object checksum equals ours

    bool isOnlyAnswer() const { return answer && !size && !token && !etag && !checksum; }
    bool operator==(const Proof&) const = default;
};

struct FinishedObject
{
    QByteArray etag;
    QByteArray checksum; // raw, as we computed or the store reported
    QString versionId;
    QString requestId;
    Proof proof;

    bool operator==(const FinishedObject&) const = default;
};

// The durable state of one upload: enough to go on after a crash. Everything but parts is one journal row;
// parts are rows of their own. A plain value.
struct UploadState
{
    Phase phase = Phase::Waiting;
    Attention attention = Attention::None;
    std::optional<Error> error;  // why it waits, needs attention or failed
    QString token;               // x-amz-meta-partway-upload; made when the transfer is added
    QByteArray renamedKey;       // IfExists::Rename chose another key; empty: the spec's
    bool replaceAllowed = false; // the person said "replace" to ObjectExists
    QString uploadId;
    QString storeBucket; // where the upload is, if the store chose that itself; empty: as the spec says
    QByteArray storeKey;
    qint64 createAskedAtMs = 0; // intent: Create was about to be sent (UTC ms); 0: not, or its end is known
    bool completeAsked = false; // intent: Complete (or PutObject) was about to be sent and may have been done
    QList<QString> strays;      // uploads of ours to be aborted before anything else
    bool leftovers = false;     // something of ours may be on the store and cannot be removed
    bool abortAsked = false;    // the person wants it gone; outlives a sign-in or a restart in the middle
    bool opaqueEtags = false;   // encrypted with KMS or by a customer's key: ETags are not MD5s
    qint64 partsCutAtMs = 0;    // the last end of a part: cut or repeated, it may still arrive (UTC ms)
    bool handedOver = false;    // a ticket was made: another computer goes on, this one only if asked to
    bool closeAsked = false;    // the person said that a growing source is complete
    bool throughHere = false;   // of a copy: its bytes pass through this computer, by the person's wish
    int restarts = 0;           // times the upload vanished and began anew
    qint64 bytesResent = 0;     // body bytes sent beyond the first time, as far as known
    std::optional<FinishedObject> finished;
    int sourceChanges = 0;       // times the file was taken anew: from then on our token alone proves nothing
    QMap<int, StoredPart> parts; // by part number; proven stored
    QMap<int, StoredPart>
        unchecked; // recorded for an earlier state of the file, or by another computer: such
                   // a part counts only once the file's own bytes have been compared with it

    bool operator==(const UploadState&) const = default;
};

struct ObjectPlace
{
    QString bucket;
    QByteArray key;
};

QByteArray wishedKey(const UploadSpec& spec, const UploadState& state); // the renamed one if there is one
// Where the object is, or its upload: where the store put it, once it has said so, else where it was wished.
ObjectPlace objectPlace(const UploadSpec& spec, const UploadState& state);

} // namespace partway
