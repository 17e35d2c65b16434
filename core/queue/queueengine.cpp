// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

#include "base/log.h"
#include "queue/addjob.h"

#include <QDir>
#include <QPointer>

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr auto tickEvery = 200ms;
constexpr auto lookEvery = 500ms;
constexpr auto closeWithin = 5s;
constexpr qsizetype addBlock = 1'000;

// What a process that was killed left there. Others may be at work in it: only what is old.
void clearSpool(const QString& folder)
{
    const QDateTime old = QDateTime::currentDateTimeUtc().addDays(-2);
    const QDir spool(folder);
    const QFileInfoList files = spool.entryInfoList({QStringLiteral("part-*")}, QDir::Files);
    for (const QFileInfo& file : files) {
        if (file.lastModified() < old)
            QFile::remove(file.filePath());
    }
}

} // namespace

size_t destinationHash(const QString& accountId, const QString& bucket, const QByteArray& key)
{
    return qHashMulti(0, accountId, bucket, key);
}

QueueEngine::QueueEngine(EngineParts parts)
    : m_parts(std::move(parts)), m_stores(new OpenStores(m_parts.stores, this))
{
    m_tick.setParent(this); // the timers move to the engine's thread with this object
    m_look.setParent(this);
    m_closeLimit.setParent(this);
    m_tick.setSingleShot(true);
    m_tick.setInterval(tickEvery);
    m_look.setInterval(lookEvery);
    m_closeLimit.setSingleShot(true);
    m_closeLimit.setInterval(closeWithin);
    connect(&m_tick, &QTimer::timeout, this, &QueueEngine::tick);
    connect(&m_look, &QTimer::timeout, this, &QueueEngine::look);
    connect(&m_closeLimit, &QTimer::timeout, this, &QueueEngine::finishClosing);
    connect(m_stores, &OpenStores::ended, this, &QueueEngine::storeEnded);
    m_parts.stores.watchKeys([self = QPointer(this)](const QString& accountId, bool waiting) {
        if (self)
            self->keysAwaited(accountId, waiting);
    });
}

QueueEngine::~QueueEngine()
{
    m_pool.waitForDone();
}

QueueEntry* QueueEngine::find(TransferId id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

// --- opening --------------------------------------------------------------------------------------------

void QueueEngine::open()
{
    if (m_journal)
        return;
    m_digests = new DigestPool(2, this);
    clearSpool(m_parts.stateFolder + QStringLiteral("/spool"));
    m_journal = new JournalThread(this);
    connect(m_journal, &JournalThread::writesFail, this, &QueueEngine::journalTrouble);
    lookAtLocks();
    m_journal->open(
        m_parts.stateFolder, [this](const QList<Transfer>& rows) { takeRows(rows); },
        [this](const Result<qint64>& revision) {
            if (revision) {
                openedAt(*revision);
                return;
            }
            delete std::exchange(m_journal, nullptr);
            delete std::exchange(m_digests, nullptr);
            Q_EMIT openFailed(revision.error());
        });
}

// A block of what the journal holds. It is shown at once, while the next ones are read; nothing runs before
// all are there, since the last may be the one that goes first.
void QueueEngine::takeRows(const QList<Transfer>& rows)
{
    if (m_closing)
        return;
    for (const Transfer& transfer : rows) {
        QueueEntry& entry = insert(transfer);
        const Phase phase = entry.phase();
        entry.elsewhere = m_elsewhere.contains(transfer.id);
        entry.queued = m_parts.startByItself && !entry.elsewhere && !needsStream(entry) &&
                       (phase == Phase::Waiting || isRunning(phase));
        requeue(entry);
        entry.told = entry.shownPhase();
        recount(entry);
        m_dirty.remove(transfer.id);
        m_news.added.append(rowOf(entry, m_parts.clock.monotonic()));
    }
    tick();
}

void QueueEngine::openedAt(qint64 revision)
{
    if (m_closing)
        return;
    m_open = true;
    m_revision = revision;
    tick();
    m_look.start();
    Q_EMIT opened();
    scheduleSoon();
}

QueueEntry& QueueEngine::insert(const Transfer& transfer)
{
    const TransferId id = transfer.id;
    QueueEntry& entry = m_entries[id];
    entry.transfer = HeldTransfer(transfer);
    entry.told = entry.phase();
    m_byDestination.insert(
        {destinationHash(transfer.accountId, transfer.spec.bucket, transfer.spec.key), id});
    recount(entry);
    return entry;
}

void QueueEngine::erase(TransferId id)
{
    QueueEntry* entry = find(id);
    if (!entry)
        return;
    const HeldTransfer& transfer = entry->transfer;
    m_byDestination.erase({destinationHash(transfer.accountId(), transfer.bucket(), transfer.key), id});
    m_line.remove(id, &entry->spot);
    m_active.remove(id);
    m_elsewhere.remove(id);
    m_dirty.remove(id);
    uncount(*entry);
    m_entries.erase(id);
    m_news.removed.append(id);
    if (!m_tick.isActive())
        m_tick.start();
}

// --- adding ---------------------------------------------------------------------------------------------

void QueueEngine::add(int request, const AddRequest& what)
{
    if (!m_open || m_closing) {
        Q_EMIT addEnded(request, 0);
        return;
    }
    auto stop = std::make_shared<std::atomic<bool>>(false);
    m_adding.insert(request, {stop, true, 0, {}});
    const AddJob job{what, m_parts.account(what.to.accountId), &m_parts.clock, stop};
    m_pool.start([this, request, job] {
        const AddNews news{
            [this, request](QList<Transfer> transfers) {
                QMetaObject::invokeMethod(
                    this, [this, request, transfers] { addPlanned(request, transfers); },
                    Qt::QueuedConnection);
            },
            [this, request](const QList<RefusedPath>& paths) { Q_EMIT refused(request, paths); },
        };
        runAddJob(job, news);
        QMetaObject::invokeMethod(
            this,
            [this, request] {
                m_adding[request].scanning = false;
                endAddIfDone(request);
            },
            Qt::QueuedConnection);
    });
}

// Two rows never drive one upload.
void QueueEngine::addPrepared(int request, const QList<Transfer>& transfers)
{
    m_adding.insert(request, {std::make_shared<std::atomic<bool>>(false), false, 0, {}});
    QList<Transfer> fresh, copies;
    for (const Transfer& transfer : transfers) {
        if (transfer.spec.copy) {
            copies.append(transfer);
            continue;
        }
        const auto there = std::find_if(m_entries.begin(), m_entries.end(), [&transfer](const auto& entry) {
            return !isEnded(entry.second.phase()) && entry.second.state().uploadId == transfer.state.uploadId;
        });
        if (there == m_entries.end()) {
            fresh.append(transfer);
            continue;
        }
        Error known;
        known.kind = ErrorKind::Conflict;
        known.code = QStringLiteral("upload-is-a-row");
        known.resource = QString::number(there->first.value);
        Q_EMIT refused(request, {{transfer.sourcePath, known}});
    }
    if (m_open && !m_closing && !fresh.isEmpty()) {
        ++m_adding[request].writing;
        writeNew(request, fresh);
    }
    if (m_open)
        addPlanned(request, copies);
    endAddIfDone(request);
}

void QueueEngine::cancelAdd(int request)
{
    const auto adding = m_adding.constFind(request);
    if (adding != m_adding.cend())
        *adding->stop = true;
}

void QueueEngine::addPlanned(int request, QList<Transfer> transfers)
{
    Adding& adding = m_adding[request];
    QList<Transfer> fresh;
    for (Transfer& transfer : transfers) {
        const size_t hash = destinationHash(transfer.accountId, transfer.spec.bucket, transfer.spec.key);
        if (*adding.stop || m_closing || m_beingAdded.contains(hash) || resumeTwin(transfer, &adding))
            continue;
        m_beingAdded.insert(hash);
        fresh.append(std::move(transfer));
    }
    for (qsizetype from = 0; from < fresh.size(); from += addBlock) {
        ++adding.writing;
        writeNew(request, fresh.mid(from, addBlock));
    }
}

// Those that may be for its destination: by the hash of it.
QList<TransferId> QueueEngine::goingTo(const Transfer& transfer) const
{
    const size_t hash = destinationHash(transfer.accountId, transfer.spec.bucket, transfer.spec.key);
    QList<TransferId> ids;
    m_byDestination.visitFrom({hash, TransferId{}}, [hash, &ids](const auto& known) {
        if (known.first != hash)
            return false;
        ids.append(known.second);
        return true;
    });
    return ids;
}

// The same file for the same destination, and not done with: go on with what is there instead of a second
// upload.
bool QueueEngine::resumeTwin(const Transfer& transfer, Adding* adding)
{
    const QList<TransferId> known = goingTo(transfer);
    for (TransferId id : known) {
        QueueEntry& entry = *find(id);
        const HeldTransfer& there = entry.transfer;
        const bool same = there.accountId() == transfer.accountId && there.bucket() == transfer.spec.bucket &&
                          there.key == transfer.spec.key && there.sourcePath == transfer.sourcePath &&
                          there.copy() == transfer.spec.copy &&
                          isSameSource(there.source.full(), transfer.source);
        if (!same || entry.state().handedOver || isEnded(entry.phase()) || entry.phase() == Phase::Aborting ||
            entry.ask == Ask::Abort)
            continue;
        adding->ids.append(there.id);
        if (there.sourceKind() == SourceKind::Stream && entry.stage == Stage::Idle)
            askFor(entry, Ask::Repair); // the same stream once more: what is stored of it need not be sent
        else if (transfer.state.throughHere && !entry.state().throughHere)
            throughHere({there.id});
        else
            startOne(entry);
        return true;
    }
    return false;
}

void QueueEngine::writeNew(int request, const QList<Transfer>& transfers)
{
    m_journal->add(transfers, [this, request, transfers](const Result<QList<TransferId>>& ids) {
        for (const Transfer& transfer : transfers)
            m_beingAdded.remove(destinationHash(transfer.accountId, transfer.spec.bucket, transfer.spec.key));
        if (m_beingAdded.isEmpty())
            m_beingAdded = {}; // and the room that thousands took
        if (ids) {
            inserted(request, transfers, *ids);
        } else {
            QList<RefusedPath> paths;
            for (const Transfer& transfer : transfers)
                paths.append({transfer.sourcePath, ids.error()});
            Q_EMIT refused(request, paths);
        }
        --m_adding[request].writing;
        endAddIfDone(request);
    });
}

void QueueEngine::inserted(int request, const QList<Transfer>& transfers, const QList<TransferId>& ids)
{
    for (qsizetype i = 0; i < transfers.size(); ++i) {
        Transfer transfer = transfers.at(i);
        transfer.storedParts = static_cast<int>(transfer.state.parts.size());
        for (auto part = transfer.state.parts.cbegin(); part != transfer.state.parts.cend(); ++part)
            transfer.storedBytes += transfer.spec.plan.range(part.key()).length;
        transfer.id = ids.at(i);
        transfer.position = transfer.id.value; // as the journal gives it to new rows
        QueueEntry& entry = insert(transfer);
        entry.queued = true;
        requeue(entry);
        m_news.added.append(rowOf(entry, m_parts.clock.monotonic()));
        m_dirty.remove(entry.transfer.id);
    }
    m_adding[request].ids += ids;
    if (!m_tick.isActive())
        m_tick.start();
}

void QueueEngine::endAddIfDone(int request)
{
    const auto adding = m_adding.constFind(request);
    if (adding == m_adding.cend() || adding->scanning || adding->writing > 0)
        return;
    const QList<TransferId> ids = adding->ids;
    m_adding.erase(adding);
    tick(); // rows before the end of their adding
    Q_EMIT taken(request, ids);
    Q_EMIT addEnded(request, static_cast<int>(ids.size()));
}

// --- closing --------------------------------------------------------------------------------------------

void QueueEngine::close()
{
    if (m_closing)
        return;
    m_closing = true;
    m_look.stop();
    for (const Adding& adding : std::as_const(m_adding))
        *adding.stop = true;
    for (auto& [id, entry] : m_entries) {
        if (entry.runner && !isRunning(entry.phase()) && entry.runner->isQuiet())
            settle(entry); // it ended a moment ago
        else if (entry.runner)
            entry.runner->stop();
    }
    m_closeLimit.start();
    closeWhenQuiet();
}

// A runner that is cut ends by itself, soon; only a store that never answers makes us wait for the limit.
void QueueEngine::closeWhenQuiet()
{
    for (const auto& [id, entry] : m_entries) {
        if (entry.runner && !entry.runner->isQuiet()) {
            QTimer::singleShot(20ms, this, &QueueEngine::closeWhenQuiet);
            return;
        }
    }
    finishClosing();
}

void QueueEngine::finishClosing()
{
    if (std::exchange(m_closed, true))
        return;
    m_closeLimit.stop();
    m_tick.stop();
    m_pool.waitForDone();
    for (auto& [id, entry] : m_entries) {
        if (entry.runner && !entry.runner->isQuiet()) {
            qCWarning(logQueue) << "transfer" << id.value << "did not let go in time";
            (void)entry.runner.release(); // its answers may still come: it must not be destroyed
        }
        entry.runner.reset();
    }
    delete std::exchange(m_journal, nullptr); // writes what is waiting
    m_entries.clear();                        // and only then lets other processes have the transfers
    m_stores->clear();
    Q_EMIT closed();
}

} // namespace partway
