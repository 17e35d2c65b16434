// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journalworker.h"

#include <algorithm>

namespace partway {

namespace {

using namespace std::chrono_literals;
constexpr auto tryAgainAfter = 3s;

} // namespace

JournalWorker::JournalWorker() : m_again(new QTimer(this))
{
    m_again->setSingleShot(true);
    m_again->setInterval(tryAgainAfter);
    connect(m_again, &QTimer::timeout, this, &JournalWorker::drain);
}

void JournalWorker::enqueue(JournalJob job)
{
    const QMutexLocker lock(&m_mutex);
    m_incoming.append(std::move(job));
    if (m_draining)
        return;
    m_draining = true;
    QMetaObject::invokeMethod(this, &JournalWorker::drain, Qt::QueuedConnection);
}

Result<qint64> JournalWorker::open(const QString& folder, const Journal::TakeRows& take)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open(folder);
    if (!journal)
        return journal.error();
    m_journal = std::move(*journal);
    const Result<qint64> revision = m_journal->read(0, take);
    if (revision)
        return revision;
    m_journal.reset();
    Error error = revision.error();
    if (error.code == QLatin1String("journal-corrupt")) {
        if (const QString aside = moveJournalAside(folder); !aside.isEmpty())
            error.resource = aside;
    }
    return error;
}

// Writes that lie together go in one transaction; a read sees all that was asked before it.
void JournalWorker::drain()
{
    if (!m_journal)
        return;
    QList<JournalJob> jobs = std::exchange(m_backlog, {});
    {
        const QMutexLocker lock(&m_mutex);
        jobs += std::exchange(m_incoming, {});
        m_draining = false;
    }
    QList<JournalJob> writes;
    for (const JournalJob& job : std::as_const(jobs)) {
        if (!job.isRead) {
            writes.append(job);
            continue;
        }
        runBatch(std::exchange(writes, {}));
        job.done(job.call(*m_journal));
    }
    runBatch(writes);
    if (!m_backlog.isEmpty())
        m_again->start();
}

void JournalWorker::runBatch(const QList<JournalJob>& jobs)
{
    if (jobs.isEmpty())
        return;
    if (jobs.size() == 1 || !m_backlog.isEmpty()) {
        runOneByOne(jobs);
        return;
    }
    const bool full = std::any_of(jobs.cbegin(), jobs.cend(),
                                  [](const JournalJob& job) { return job.durable == Durable::Full; });
    const Result<void> written =
        m_journal->together(full ? Durable::Full : Durable::Normal, [&]() -> Result<void> {
            for (const JournalJob& job : jobs) {
                if (const Result<void> done = job.call(*m_journal); !done)
                    return done;
            }
            return {};
        });
    if (!written) {
        runOneByOne(jobs); // one of them must not take the others with it
        return;
    }
    report(written);
    for (const JournalJob& job : jobs) {
        if (job.done)
            job.done(written);
    }
}

// Once a write without a callback has failed nothing overtakes it: a state must not be on the disk while the
// parts that it forgot still are.
void JournalWorker::runOneByOne(const QList<JournalJob>& jobs)
{
    for (const JournalJob& job : jobs) {
        Result<void> written = m_backlogError;
        if (m_backlog.isEmpty()) {
            written = m_journal->together(job.durable, [&] { return job.call(*m_journal); });
            report(written);
        }
        if (job.done) {
            job.done(written);
        } else if (!written) {
            m_backlog.append(job);
            m_backlogError = written.error();
        }
    }
}

void JournalWorker::report(const Result<void>& written)
{
    if (written.ok() == !m_failing)
        return;
    m_failing = !written.ok();
    if (m_failing)
        Q_EMIT writesFail(written.error());
    else
        Q_EMIT writesWork();
}

void JournalWorker::finish()
{
    if (!m_journal)
        return;
    drain();
    m_again->stop();
    m_journal.reset();
}

} // namespace partway
