// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/journal.h"

#include <QMutex>
#include <QObject>
#include <QTimer>

namespace partway {

// One thing to be done to the journal. `done` is called on the worker's thread; it posts onwards.
struct JournalJob
{
    std::function<Result<void>(Journal&)> call;
    std::function<void(const Result<void>&)> done; // none: kept and tried again until it works
    Durable durable = Durable::Normal;
    bool isRead = false;
};

// The journal's side of JournalThread. Only enqueue() is called from another thread.
class JournalWorker final : public QObject
{
    Q_OBJECT
public:
    JournalWorker();

    void enqueue(JournalJob job); // any thread

    Result<qint64> open(const QString& folder, const Journal::TakeRows& take); // the revision
    Journal* journal() { return m_journal.get(); }
    void finish(); // writes what can be written and closes

Q_SIGNALS:
    void writesFail(const partway::Error& error);
    void writesWork();

private:
    void drain();
    void runBatch(const QList<JournalJob>& jobs);
    void runOneByOne(const QList<JournalJob>& jobs);
    void report(const Result<void>& written);

    QMutex m_mutex; // guards m_incoming and m_draining
    QList<JournalJob> m_incoming;
    bool m_draining = false; // a drain() is on its way

    std::unique_ptr<Journal> m_journal;
    QList<JournalJob> m_backlog; // writes without a callback that failed, in order
    Error m_backlogError;        // why the first of them failed
    QTimer* m_again;
    bool m_failing = false;
};

} // namespace partway
