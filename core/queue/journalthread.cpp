// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journalthread.h"

#include "queue/journalworker.h"

namespace partway {

namespace {

using namespace std::chrono_literals;
constexpr auto partsLate = 100ms;
constexpr int partsTogether = 64;

} // namespace

JournalThread::JournalThread(QObject* parent) : QObject(parent), m_worker(new JournalWorker)
{
    m_thread.setObjectName(QStringLiteral("partway-journal"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &JournalWorker::writesFail, this, &JournalThread::writesFail);
    connect(m_worker, &JournalWorker::writesWork, this, &JournalThread::writesWork);
    m_partTimer.setSingleShot(true);
    m_partTimer.setInterval(partsLate);
    connect(&m_partTimer, &QTimer::timeout, this, &JournalThread::flushParts);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

JournalThread::~JournalThread()
{
    flushParts();
    // The thread ends itself: told from here, its loop may end before it comes to the last writes.
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            worker->finish();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

// The result goes from the worker's thread to this one with `done`; only one of them holds it at a time.
template <typename T>
void JournalThread::ask(std::function<Result<T>(Journal&)> call, Answer<T> answer, Durable durable,
                        bool isRead)
{
    auto result = std::make_shared<std::optional<Result<T>>>();
    JournalJob job;
    job.durable = durable;
    job.isRead = isRead;
    job.call = [call = std::move(call), result](Journal& journal) -> Result<void> {
        result->emplace(call(journal));
        if (!(*result)->ok())
            return (*result)->error();
        return {};
    };
    // Never run when the thread was told to end first: the receiver is gone with this object.
    job.done = [this, result, answer = std::move(answer)](const Result<void>& written) {
        QMetaObject::invokeMethod(
            this,
            [result, answer, written] {
                if (written && *result)
                    answer(std::move(**result));
                else
                    answer(written.ok() ? Error{} : written.error());
            },
            Qt::QueuedConnection);
    };
    m_worker->enqueue(std::move(job));
}

void JournalThread::write(std::function<Result<void>(Journal&)> call)
{
    m_worker->enqueue({std::move(call), {}, Durable::Normal, false});
}

void JournalThread::open(const QString& folder, std::function<void(QList<Transfer>)> take,
                         Answer<qint64> opened)
{
    const auto hand = [this, take = std::move(take)](QList<Transfer> rows) {
        QMetaObject::invokeMethod(
            this, [take, rows = std::move(rows)]() mutable { take(std::move(rows)); }, Qt::QueuedConnection);
        return true;
    };
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, folder, hand, opened = std::move(opened)] {
        const Result<qint64> revision = worker->open(folder, hand);
        QMetaObject::invokeMethod(
            this, [opened, revision] { opened(revision); }, Qt::QueuedConnection);
    });
}

void JournalThread::add(const QList<Transfer>& transfers, Answer<QList<TransferId>> added)
{
    ask<QList<TransferId>>([transfers](Journal& journal) { return journal.add(transfers); }, std::move(added),
                           Durable::Full, false);
}

void JournalThread::saveState(TransferId id, const UploadState& state, const QDateTime& endedAt,
                              Answer<void> saved)
{
    flushParts();
    JournalJob job;
    job.durable = Durable::Full;
    job.call = [id, state, endedAt](Journal& journal) { return journal.saveState(id, state, endedAt); };
    job.done = [this, saved = std::move(saved)](const Result<void>& written) {
        QMetaObject::invokeMethod(
            this, [saved, written] { saved(written); }, Qt::QueuedConnection);
    };
    m_worker->enqueue(std::move(job));
}

void JournalThread::changeState(TransferId id, std::function<bool(UploadState&)> edit, const QDateTime& now,
                                Answer<std::optional<UploadState>> changed)
{
    flushParts();
    ask<std::optional<UploadState>>(
        [id, edit = std::move(edit), now](Journal& journal) { return journal.changeState(id, edit, now); },
        std::move(changed), Durable::Full, false);
}

void JournalThread::savePart(TransferId id, int number, const StoredPart& part)
{
    m_parts[id].insert(number, part);
    if (++m_partCount >= partsTogether)
        flushParts();
    else if (!m_partTimer.isActive())
        m_partTimer.start();
}

void JournalThread::flushParts()
{
    m_partTimer.stop();
    m_partCount = 0;
    const auto groups = std::exchange(m_parts, {});
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        write([id = group.key(), parts = group.value()](Journal& journal) {
            return journal.saveParts(id, parts);
        });
    }
}

void JournalThread::forgetParts(TransferId id)
{
    m_parts.remove(id); // not yet written: never
    write([id](Journal& journal) { return journal.forgetParts(id); });
}

void JournalThread::saveSource(TransferId id, const SourceFingerprint& source, const UploadSpec& spec)
{
    write([id, source, spec](Journal& journal) { return journal.saveSource(id, source, spec); });
}

void JournalThread::recheckParts(TransferId id, const SourceFingerprint& source, const UploadSpec& spec,
                                 const QMap<int, StoredPart>& unchecked)
{
    m_parts.remove(id); // not yet written: never as parts that count
    write([id, source, spec, unchecked](Journal& journal) {
        return journal.recheckParts(id, source, spec, unchecked);
    });
}

void JournalThread::saveOrder(TransferId id, qint64 position, int priority)
{
    write([id, position, priority](Journal& journal) { return journal.saveOrder(id, position, priority); });
}

void JournalThread::note(TransferId id, const HistoryLine& line)
{
    write([id, line](Journal& journal) { return journal.note(id, line); });
}

void JournalThread::remove(const QList<TransferId>& ids, Answer<void> removed)
{
    for (TransferId id : ids)
        m_parts.remove(id);
    JournalJob job;
    job.call = [ids](Journal& journal) { return journal.remove(ids); };
    job.done = [this, removed = std::move(removed)](const Result<void>& written) {
        QMetaObject::invokeMethod(
            this, [removed, written] { removed(written); }, Qt::QueuedConnection);
    };
    m_worker->enqueue(std::move(job));
}

void JournalThread::setWanted(TransferId id, Wanted wanted)
{
    write([id, wanted](Journal& journal) { return journal.setWanted(id, wanted); });
}

void JournalThread::loadOne(TransferId id, Answer<std::optional<Transfer>> loaded)
{
    flushParts();
    ask<std::optional<Transfer>>([id](Journal& journal) { return journal.loadOne(id); }, std::move(loaded),
                                 Durable::Normal, true);
}

void JournalThread::history(TransferId id, Answer<QList<HistoryLine>> loaded)
{
    ask<QList<HistoryLine>>([id](Journal& journal) { return journal.history(id); }, std::move(loaded),
                            Durable::Normal, true);
}

void JournalThread::look(qint64 since, const QList<TransferId>& mine, Answer<JournalNews> looked)
{
    ask<JournalNews>(
        [since, mine](Journal& journal) -> Result<JournalNews> {
            JournalNews news;
            news.changed = journal.changedByOthers();
            if (!news.changed)
                return news;
            Result<JournalRows> rows = journal.load(since);
            if (!rows)
                return rows.error();
            Result<QList<TransferId>> ids = journal.ids();
            if (!ids)
                return ids.error();
            Result<QMap<TransferId, Wanted>> wanted = journal.takeWanted(mine);
            if (!wanted)
                return wanted.error();
            news.rows = std::move(*rows);
            news.ids = std::move(*ids);
            news.wanted = std::move(*wanted);
            return news;
        },
        std::move(looked), Durable::Normal, true);
}

bool JournalThread::isOthersUpload(TransferId id, const QString& uploadId)
{
    bool others = false;
    QMetaObject::invokeMethod(
        m_worker,
        [this, id, uploadId, &others] {
            if (Journal* journal = m_worker->journal()) {
                const Result<bool> found = journal->isOthersUpload(id, uploadId);
                others = found && *found;
            }
        },
        Qt::BlockingQueuedConnection);
    return others;
}

} // namespace partway
