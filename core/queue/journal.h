// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "queue/transfer.h"

#include <QList>

#include <functional>
#include <memory>

namespace partway {

// What another process asked of a transfer that this one drives.
enum class Wanted : quint8 { Nothing, Pause, Abort, CloseSource, GoOn };

// Rows as they were when the journal was looked at, and how far that was.
struct JournalRows
{
    QList<Transfer> rows;
    qint64 revision = 0; // to ask only for what changed later
};

// How much a write must outlive: a killed process, or a power cut as well (one fsync more).
enum class Durable { Normal, Full };

// The durable record of transfers and parts: one SQLite file (WAL, schema version, migrations), and the rules
// of design §4. Synchronous, one thread (the journal's own, see JournalThread). No secret is ever in it. Open
// errors (LocalFile): "journal-corrupt" (the file was moved aside as journal.sqlite.bad-DATE, a new one may
// be opened), "journal-newer" (written by a later Partway), "journal-read-only", "disk-full",
// "journal-failed".
class Journal
{
public:
    static Result<std::unique_ptr<Journal>> open(const QString& folder);
    virtual ~Journal() = default;

    virtual Result<QList<TransferId>>
    add(const QList<Transfer>& transfers) = 0; // with parts; one transaction
    // Rows changed since, in the order of the queue, without parts, with sums. Told in blocks as they are
    // read, the first of them small: a long queue shows its head at once. All of them as they were at one
    // moment; what is returned is the revision of that moment. False from `take` ends it.
    using TakeRows = std::function<bool(QList<Transfer>)>;
    virtual Result<qint64> read(qint64 since, const TakeRows& take) = 0;
    Result<JournalRows> load(qint64 since = 0); // the same at once
    virtual Result<QList<TransferId>> ids() = 0;
    virtual Result<std::optional<Transfer>> loadOne(TransferId id) = 0; // with parts
    virtual Result<QMap<int, StoredPart>> loadParts(TransferId id) = 0; // those that count
    virtual Result<void> saveState(TransferId id, const UploadState& state,
                                   const QDateTime& endedAt) = 0; // not its parts; FULL sync
    // Reads the state as it is now, lets `edit` change it (false: leave it) and writes it, in one
    // transaction. Returns what is there then; nothing if there is no such row. For changes without driving
    // the transfer.
    virtual Result<std::optional<UploadState>>
    changeState(TransferId id, const std::function<bool(UploadState&)>& edit, const QDateTime& now) = 0;
    virtual Result<void> saveSource(TransferId id, const SourceFingerprint& source,
                                    const UploadSpec& spec) = 0; // start over
    // In one transaction: source, spec, and these parts instead of all others, none of them checked.
    virtual Result<void> recheckParts(TransferId id, const SourceFingerprint& source, const UploadSpec& spec,
                                      const QMap<int, StoredPart>& unchecked) = 0;
    virtual Result<void> saveOrder(TransferId id, qint64 position, int priority) = 0;
    virtual Result<void> saveParts(TransferId id, const QMap<int, StoredPart>& parts) = 0; // one transaction
    virtual Result<void> forgetParts(TransferId id) = 0;
    virtual Result<void> remove(const QList<TransferId>& ids) = 0;
    virtual Result<void> note(TransferId id, const HistoryLine& line) = 0;
    virtual Result<QList<HistoryLine>> history(TransferId id) = 0;
    // One transaction around several of these calls: all or none of them. Full: on the disk when it returns,
    // also through a power cut.
    virtual Result<void> together(Durable durable, const std::function<Result<void>()>& calls) = 0;
    virtual Result<bool> isOthersUpload(TransferId id, const QString& uploadId) = 0;

    // Between processes: a wish left for whoever drives the transfer, and whether anyone else wrote since the
    // last look.
    virtual Result<void> setWanted(TransferId id, Wanted wanted) = 0;
    virtual Result<QMap<TransferId, Wanted>>
    takeWanted(const QList<TransferId>& mine) = 0; // reads and clears
    virtual bool changedByOthers() = 0;            // PRAGMA data_version
};

// Puts journal.sqlite and what belongs to it aside as journal.sqlite.bad-DATE; the new name, or empty if that
// failed.
QString moveJournalAside(const QString& folder);

// The right to drive a transfer: a lock on locks/ID.lock that dies with its process, however that ends. Two
// locks of one transfer exclude each other also inside one process. Not thread-safe.
class DriverLock
{
public:
    static std::unique_ptr<DriverLock> tryLock(const QString& stateFolder,
                                               TransferId id);     // null: another process has it
    static bool isHeld(const QString& stateFolder, TransferId id); // by anyone alive
    virtual ~DriverLock() = default;
};

} // namespace partway
