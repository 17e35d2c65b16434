// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/boxed.h"
#include "base/ids.h"
#include "base/seldom.h"
#include "upload/sourcefile.h"
#include "upload/uploadrunner.h"
#include "upload/uploadstate.h"

#include <QDateTime>
#include <QString>

namespace partway {

struct Destination
{
    QString accountId;
    QString bucket;
    QString prefix; // "" or "raw/2026/"; a file's key is prefix + its path below the dropped folder

    bool operator==(const Destination&) const = default;
};

// One row of the queue as the journal keeps it. A plain value. parts of `state` are loaded only when it runs.
struct Transfer
{
    TransferId id;
    QString sourcePath; // of a copy: "s3://bucket/key"
    SourceFingerprint source;
    QString accountId;
    UploadSpec spec;
    UploadState state;
    QString group;       // the dropped folder this file came from ("photos"); empty: a single file
    qint64 position = 0; // place in the queue; smaller goes first
    int priority = 0;    // -1 low, 0 normal, 1 high
    QDateTime addedAt;
    QDateTime endedAt;      // invalid until it ends
    qint64 storedBytes = 0; // sum of stored parts, kept by the journal for rows whose parts are not loaded
    int storedParts = 0;
    bool beingWritten = false; // a program had it open for writing when it was added; not kept in the journal
};

// One row as ui and command line see it. Cheap to copy. Fields stand in the order in which they leave no
// gaps: there may be 100,000 of them.
struct TransferRow
{
    TransferId id;
    QString sourcePath;
    QByteArray key;
    Seldom<QString> accountId; // made alike: thousands of rows have the same
    Seldom<QString> bucket;
    Seldom<QString> group;
    Seldom<QString> storeBucket; // where the store itself put it, once it has said so; empty: in bucket, …
    Seldom<QByteArray> storeKey; // … under key
    Seldom<QString> uploadId;    // while the store keeps an upload of it
    Seldom<QByteArray> strip;    // at most stripBuckets PartStates, one byte each: the part strip, reduced;
                                 // empty: all missing (or all stored when Finished)
    Boxed<Error> error;
    qint64 size = 0;
    qint64 modifiedMs = 0;    // of the file, as it was promised; UTC
    qint64 storedBytes = 0;   // acknowledged by the store
    qint64 inFlightBytes = 0; // handed to the network, not acknowledged
    qint64 resentBytes = 0;
    qint64 bytesPerSecond = 0; // 0: not known
    qint64 secondsLeft = -1;   // -1: not known
    qint64 position = 0;
    QDateTime addedAt;
    QDateTime endedAt;
    int partCount = 0;
    int storedParts = 0;
    int priority : 8 = 0;
    Phase phase = Phase::Waiting;
    Hold hold = Hold::None;
    Attention attention = Attention::None;
    SourceKind source = SourceKind::File;
    bool leftovers : 1 = false;
    bool unseen : 1 = false;         // Finished by the store's word: it lets nobody look at the object
    bool queued : 1 = false;         // Waiting or interrupted, and will run by itself when its turn comes
    bool handedOver : 1 = false;     // a ticket of it was made: it goes on only when it is asked for by name
    bool elsewhere : 1 = false;      // another Partway process drives it
    bool openEnd : 1 = false;        // its end is not known yet: size is what was seen of it so far
    bool waitsForSource : 1 = false; // all of that is stored
    bool closeAsked : 1 = false;     // the person said that it is complete
    bool rechecks : 1 = false;       // it is complete, and what was sent is compared with it once more
    bool noRoom : 1 = false;         // a stream that is not read on: the disk is full
    bool beingWritten : 1 = false;   // a program had it open for writing when it was added
    bool copies : 1 = false;         // its source is an object; sourcePath says which
    bool storesWord : 1 = false;     // Finished copy: nothing was there to compare its bytes by
    bool throughHere : 1 = false;    // … and its bytes pass through this computer

    // Where the object is: where the store put it, once it has said so, else where it was wished to be.
    const QString& objectBucket() const { return (storeBucket.isEmpty() ? bucket : storeBucket).value(); }
    const QByteArray& objectKey() const { return storeKey.isEmpty() ? key : storeKey.value(); }
    QString name() const; // the file's; of a stream, which has none, its object's
};
constexpr int stripBuckets = 256;

struct PartRow
{
    int number = 0;
    ByteRange range;
    PartState state = PartState::Missing;
    qint64 bytesSent = 0;
    int attempts = 0;
    qint64 bytesPerSecond = 0;
    QByteArray etag;
    QByteArray crc;
    std::optional<Error> lastError;
};

struct HistoryLine
{
    QDateTime at;
    QString code; // "created", "resumed", "part-retried", "restarted-vanished", "finished" …; ui/format makes
                  // the sentence
    QString detail;
};

// Everything about one row that the details pane shows.
struct TransferDetails
{
    TransferRow row;
    UploadSpec spec;
    UploadState state; // without parts
    SourceFingerprint source;
    QList<PartRow> parts;
    QList<HistoryLine> history; // newest last, at most 500
};

struct QueueTotals
{
    int all = 0, active = 0, waiting = 0, paused = 0, failed = 0,
        finished = 0; // failed: with those that need attention
    qint64 bytesPerSecond = 0;
    qint64 bytesLeft = 0;
    qint64 secondsLeft = -1;
    bool online = true;
};

} // namespace partway
