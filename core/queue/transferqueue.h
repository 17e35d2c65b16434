// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QObject>

#include <functional>
#include <memory>

namespace partway {

struct AddRequest
{
    QStringList paths; // files and folders; a folder keeps its structure below the prefix, with its own name
    Destination to;
    ObjectOptions object;                 // contentType empty: by the file's name and content
    qint64 partSize = 0;                  // 0: automatic
    std::optional<ChecksumMode> checksum; // unset: the account's
    IfExists ifExists = IfExists::Replace;
    bool followLinks = false;
    QByteArray keyOverride;    // one file: exactly this key; empty: by rule
    bool stream = false;       // no paths: what comes through standard input; needs keyOverride
    bool follow = false;       // the files are still written: each is sent as it grows, until it is closed
    int followIdleSeconds = 0; // … or rested for so long; 0: only when it is closed
    qint64 expectedSize = 0;   // of a stream or a followed file, at most; 0: not known
};

// A path that could not be taken, with its reason; the rest went on.
struct RefusedPath
{
    QString path;
    Error error;
};

// The face of the engine that ui and command line talk to. Lives on the caller's (GUI) thread; the work is
// done on the engine's own. Calls return at once; what they cause arrives as signals. Rows travel as plain
// values in batches, a few times a second.
class TransferQueue : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void open() = 0; // reads the journal; ends with opened() or openFailed()

    // Scans and plans on the pool; rows arrive in blocks by added(), what could not be taken by refused(),
    // then addEnded(). Returns a number that these signals carry.
    virtual int add(const AddRequest& request) = 0;
    virtual void cancelAdd(int request) = 0;
    // Rows that were made elsewhere: adopted uploads and resume tickets, with parts that are stored, and
    // copies (planCopy). Ends as add() does; refused() with "upload-is-a-row" where a row of the list has the
    // upload already. A copy of the same source to the same place goes on with the row that is there.
    virtual int addPrepared(const QList<Transfer>& transfers) = 0;

    virtual void
    start(const QList<TransferId>& ids) = 0; // resume: paused, interrupted, failed, or waiting out of turn
    virtual void pause(const QList<TransferId>& ids) = 0;
    virtual void abort(const QList<TransferId>& ids) = 0;       // deletes what the store keeps of it
    virtual void retry(const QList<TransferId>& ids) = 0;       // from Failed and NeedsAttention
    virtual void replace(const QList<TransferId>& ids) = 0;     // answer to ObjectExists
    virtual void keepBoth(const QList<TransferId>& ids) = 0;    // another: send under another name
    virtual void skip(const QList<TransferId>& ids) = 0;        // another: leave what is there
    virtual void throughHere(const QList<TransferId>& ids) = 0; // answer to CannotCopy
    virtual void startOver(const QList<TransferId>& ids) = 0;   // the file as it is now
    // The same, but compares what is stored with the file and sends only what differs. Also from Paused.
    virtual void repair(const QList<TransferId>& ids) = 0;
    virtual void follow(const QList<TransferId>& ids) = 0; // the file still grows: go on until it is closed
    virtual void
    closeSource(const QList<TransferId>& ids) = 0; // what is followed or streamed is complete now
    // Pauses it and writes a resume ticket; ends with ticketSaved() or ticketRefused().
    virtual void saveTicket(TransferId id, const QString& path) = 0;
    virtual void
    forget(const QList<TransferId>& ids) = 0; // takes ended rows off the list; others are left alone
    virtual void startAll() = 0;
    virtual void pauseAll() = 0;
    virtual void setPriority(const QList<TransferId>& ids, int priority) = 0;
    virtual void move(const QList<TransferId>& ids, int by) = 0; // up: negative
    // Together in front of another; no `before`: at the end.
    virtual void place(const QList<TransferId>& ids, TransferId before) = 0;

    virtual void setRateLimit(qint64 bytesPerSecond) = 0; // 0: none; at once
    virtual void setParallel(int partsAtOnce) = 0;        // 0: automatic
    virtual void
    accountChanged(const QString& accountId) = 0; // new keys or settings: its waiting transfers go on

    virtual QList<TransferRow> rows() const = 0; // a snapshot in queue order
    virtual std::optional<TransferRow> row(TransferId id) const = 0;
    // The row itself, which never changes: a changed one is another. Who shows rows needs no copies of them
    // then. Null: not there, or not kept in such a way.
    virtual Boxed<TransferRow> sharedRow(TransferId) const { return {}; }
    virtual QueueTotals totals() const = 0;
    virtual void watchDetails(TransferId id) = 0; // details() follows a few times a second; none: stop

    // Cuts everything, keeps all state, closes the journal; ends with closed(). The destructor does the same,
    // waiting.
    virtual void close() = 0;

Q_SIGNALS:
    void opened();
    void openFailed(const partway::Error& error); // "journal-corrupt", "journal-read-only", "disk-full", …
    void added(const QList<partway::TransferRow>& rows);
    void changed(const QList<partway::TransferRow>& rows);
    void removed(const QList<partway::TransferId>& ids);
    void refused(int request, const QList<partway::RefusedPath>& paths);
    // All rows that the request led to: new ones, and those that were there and unchanged and go on instead.
    void taken(int request, const QList<partway::TransferId>& ids);
    void addEnded(int request, int taken);
    void totalsChanged(const partway::QueueTotals& totals);
    void details(const partway::TransferDetails& details);
    void ended(const partway::TransferRow&
                   row); // Finished, Failed, NeedsAttention, Aborted, Skipped, Paused: once each time
    void ticketSaved(partway::TransferId id, const QString& path);
    void ticketRefused(partway::TransferId id, const partway::Error& error);
    void journalTrouble(const partway::Error& error); // while running: what happens to the store is not lost
    void closed();
};

} // namespace partway
