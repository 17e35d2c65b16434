// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "simulation/agenda.h"
#include "simulation/decisions.h"
#include "simulation/modelfile.h"
#include "upload/uploadstate.h"

#include <QVariant>

#include <functional>
#include <optional>

namespace partway {

// What was promised for a transfer: the file as it was, and how it is cut.
struct Promise
{
    ModelFile file;
    PartPlan plan;
    std::optional<CopySource> copy{}; // that file is an object
};

// The journal of one transfer with the rules of JournalThread and SqliteJournal: calls are written in their
// order, some together; parts are gathered and go before any state saved after them; what has nobody waiting
// for it is tried again and nothing overtakes it. A dying process leaves a beginning of what was waiting, and
// of a group of parts perhaps some rows. What is on the disk is held in the journal's own encoding, so that a
// new process knows what was written and nothing else.
class ModelJournal
{
public:
    using Answer = std::function<void(bool written)>;

    ModelJournal(Agenda& agenda, Decisions& decisions) : m_agenda(agenda), m_decisions(decisions) {}

    void add(const UploadState& state, const Promise& promise); // written at once: the transfer was taken

    void saveState(const UploadState& state, Answer saved);
    void savePart(int number, const StoredPart& part);
    void forgetParts();
    void savePromise(const Promise& promise);
    void recheckParts(const Promise& promise, const QMap<int, StoredPart>& unchecked); // in one write

    // Called at each write: true when the process dies in the middle of it.
    std::function<bool()> diesNow;

    void die();          // what was waiting is gone, but for a beginning of it
    bool isIdle() const; // nothing is waiting
    void failUntil(qint64 ms) { m_failsUntil = ms; }

    UploadState state() const; // as read from the disk
    QString uploadId() const { return m_row.uploadId; }
    Promise promise() const { return m_promise; }

private:
    struct PartRow
    {
        QVariant etag;
        QByteArray md5, crc;
        bool adopted = false;
        bool checked = true;
    };
    struct StateRow
    {
        QString phase, token, uploadId, more;
    };
    struct Job
    {
        enum class Kind { State, Parts, Forget, Promise, Recheck } kind = Kind::State;
        StateRow state;
        QMap<int, PartRow> parts;
        Promise promise;
        Answer answer;
    };

    static StateRow encoded(const UploadState& state);
    void flushParts();
    void enqueue(Job job);
    void drain(int life);
    void drainFailing(const QList<Job>& jobs, int life);
    void write(const Job& job);
    void writeTorn(const Job& job);

    Agenda& m_agenda;
    Decisions& m_decisions;
    QMap<int, PartRow> m_group; // gathered, not yet handed to the writer
    bool m_groupTimed = false;
    QList<Job> m_waiting;
    bool m_draining = false;
    qint64 m_failsUntil = 0;
    int m_life = 0;

    StateRow m_row; // the disk
    QMap<int, PartRow> m_parts;
    Promise m_promise;
};

} // namespace partway
