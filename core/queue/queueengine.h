// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/connectionbudget.h"
#include "queue/endpointpace.h"
#include "queue/engineparts.h"
#include "queue/journalthread.h"
#include "queue/networkwatch.h"
#include "queue/openstores.h"
#include "queue/queueentry.h"
#include "queue/resumeticket.h"
#include "queue/scheduler.h"
#include "queue/transferqueue.h"
#include "queue/waitingline.h"
#include "upload/digestpool.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <unordered_map>

namespace partway {

// What the face is told at once, a few times a second.
struct QueueNews
{
    QList<TransferRow> added, changed, ended;
    QList<TransferId> removed;
    std::optional<QueueTotals> totals;
    std::optional<TransferDetails> details;
};

// The engine behind TransferQueue: rows, journal, stores, scheduler and runners. Lives on the engine's
// thread; the face calls it by posted calls and hears from it by queued signals. In eleven files:
//   queueengine.cpp   opening, adding, closing     queuecontrol.cpp  what the person asks
//   queuedrive.cpp    turns, runners, slots        queueorder.cpp    the order of the rows
//   queuestores.cpp   the stores they need         queuerecorder.cpp what runners tell the journal
//   queuesources.cpp  sources that grow            queuetickets.cpp  resume tickets
//   queuenews.cpp     what the face is told
//   queueothers.cpp   other Partway processes on the same journal
//   queuepaces.cpp    one back-off for each endpoint; sleep and other networks
class QueueEngine final : public QObject, private UploadRecorder
{
    Q_OBJECT
public:
    explicit QueueEngine(EngineParts parts);
    ~QueueEngine() override;

    void open();
    void close();

    void add(int request, const AddRequest& what);
    void addPrepared(int request, const QList<Transfer>& transfers);
    void cancelAdd(int request);

    void start(const QList<TransferId>& ids);
    void pause(const QList<TransferId>& ids);
    void abort(const QList<TransferId>& ids);
    void retry(const QList<TransferId>& ids);
    void replace(const QList<TransferId>& ids);
    void keepBoth(const QList<TransferId>& ids);
    void skip(const QList<TransferId>& ids);
    void throughHere(const QList<TransferId>& ids);
    void startOver(const QList<TransferId>& ids);
    void repair(const QList<TransferId>& ids);
    void follow(const QList<TransferId>& ids);
    void closeSource(const QList<TransferId>& ids);
    void saveTicket(TransferId id, const QString& path);
    void forget(const QList<TransferId>& ids);
    void startAll();
    void pauseAll();
    void setPriority(const QList<TransferId>& ids, int priority);
    void move(const QList<TransferId>& ids, int by);
    void place(const QList<TransferId>& ids, TransferId before);
    void setParallel(int partsAtOnce);
    void accountChanged(const QString& accountId);
    void setOnline(bool online);
    void networkIsBack();
    void watchDetails(TransferId id);

Q_SIGNALS:
    void opened();
    void openFailed(const partway::Error& error);
    void news(const partway::QueueNews& news);
    void refused(int request, const QList<partway::RefusedPath>& paths);
    void taken(int request, const QList<partway::TransferId>& ids);
    void addEnded(int request, int taken);
    void journalTrouble(const partway::Error& error);
    void ticketSaved(partway::TransferId id, const QString& path);
    void ticketRefused(partway::TransferId id, const partway::Error& error);
    void closed();

private:
    // One add() that has not ended.
    struct Adding
    {
        std::shared_ptr<std::atomic<bool>> stop;
        bool scanning = true;
        int writing = 0; // blocks on their way to the journal
        QList<TransferId> ids;
    };
    struct Watched
    {
        TransferId id;
        std::optional<QMap<int, StoredPart>> parts; // of a row without a runner, once loaded
        QList<HistoryLine> history;
        bool due = false;
    };

    // UploadRecorder: queuerecorder.cpp
    void saveState(TransferId id, const UploadState& state, std::function<void(Result<void>)> saved) override;
    void savePart(TransferId id, int number, const StoredPart& part) override;
    void forgetParts(TransferId id) override;
    void saveSource(TransferId id, const SourceFingerprint& source, const UploadSpec& spec) override;
    void recheckParts(TransferId id, const SourceFingerprint& source, const UploadSpec& spec,
                      const QMap<int, StoredPart>& unchecked) override;
    void note(TransferId id, const QString& code, const QString& detail) override;
    bool isOtherTransfersUpload(TransferId id, const QString& uploadId) override;

    // queueengine.cpp
    void takeRows(const QList<Transfer>& rows);
    void openedAt(qint64 revision);
    QueueEntry& insert(const Transfer& transfer);
    void erase(TransferId id);
    QueueEntry* find(TransferId id);
    void addPlanned(int request, QList<Transfer> transfers);
    QList<TransferId> goingTo(const Transfer& transfer) const;
    bool resumeTwin(const Transfer& transfer, Adding* adding);
    void writeNew(int request, const QList<Transfer>& transfers);
    void inserted(int request, const QList<Transfer>& transfers, const QList<TransferId>& ids);
    void endAddIfDone(int request);
    void closeWhenQuiet();
    void finishClosing();

    // queuecontrol.cpp
    void askFor(QueueEntry& entry, Ask ask);
    void askNext(QueueEntry& entry, Ask ask);
    void askEach(const QList<TransferId>& ids, Ask ask);
    void startOne(QueueEntry& entry);
    void pauseOne(QueueEntry& entry);
    void abortOne(QueueEntry& entry);
    void closeSourceOne(QueueEntry& entry);
    void heed(QueueEntry& entry, Wanted wished);
    void giveTicket(TransferId id, const QString& path);
    void handOver(TransferId id, const QString& path, const ResumeTicket& ticket);
    bool changeWithoutRunner(QueueEntry& entry, const std::function<bool(UploadState&)>& edit);
    void changedWithout(TransferId id, const Result<std::optional<UploadState>>& state);

    // queueorder.cpp
    QList<TransferId> queueOrder() const;
    void takeOrder(const QList<TransferId>& order);

    // queuedrive.cpp
    void requeue(QueueEntry& entry);
    void scheduleSoon();
    void schedule();
    void allot();
    QString endpointOf(const QString& accountId);
    SchedulerItem itemOf(const QueueEntry& entry, const QString& endpoint) const;
    void turn(QueueEntry& entry);
    void loaded(TransferId id, const Result<std::optional<Transfer>>& result);
    void run(QueueEntry& entry, const Transfer& transfer);
    void tellRunner(QueueEntry& entry);
    void runnerChanged(TransferId id);
    void settle(QueueEntry& entry);
    void letGo(QueueEntry& entry);
    void writeReceiptFor(const HeldTransfer& transfer, const UploadState& state);

    // queuestores.cpp
    std::shared_ptr<ObjectStore> sourceStoreOf(QueueEntry& entry);
    bool needsStore(const QueueEntry& entry, const QString& accountId) const;
    bool keysAreOld(const QueueEntry& entry) const;
    void storeEnded(const QString& accountId);
    void block(QueueEntry& entry, const Boxed<Error>& error);

    // queuepaces.cpp
    std::chrono::milliseconds waitAfter(TransferId id, int attempt, const Error& error);
    void holdOthersOff(const QString& endpoint);
    void endpointWorked(const QueueEntry& entry);
    void noticeScout(const QueueEntry& entry);
    void letGoOn(const QString& endpoint);
    void replaceScouts();
    void lookAtNetwork();

    // queuenews.cpp
    void keysAwaited(const QString& accountId, bool waiting);
    void markDirty(const QueueEntry& entry);
    void announce(QueueEntry& entry);
    void tick();
    void sampleSpeeds();
    void recount(QueueEntry& entry);
    void uncount(QueueEntry& entry);
    QueueTotals totals() const;
    TransferDetails watchedDetails();
    void loadWatched();

    // queueothers.cpp
    void look();
    void lookAtLocks();
    void takeNews(const JournalNews& news);
    void takeOthersRow(const Transfer& transfer);
    void cameBack(QueueEntry& entry);
    QList<TransferId> mine() const;

    EngineParts m_parts;
    QSet<QString> m_awaited; // accounts whose keys are fetched just now
    SystemRandomness m_random;
    JournalThread* m_journal = nullptr;
    DigestPool* m_digests = nullptr;
    OpenStores* m_stores;
    QThreadPool m_pool; // scans, receipts
    std::unordered_map<TransferId, QueueEntry> m_entries;
    SortedBlocks<std::pair<size_t, TransferId>> m_byDestination; // by destinationHash()
    WaitingLine m_line;
    QSet<TransferId> m_active; // Loading or Running
    QSet<TransferId> m_elsewhere;
    QMap<QString, ConnectionBudget> m_budgets; // by endpoint
    QMap<QString, EndpointPace> m_paces;       // by endpoint
    QHash<QString, QString> m_endpoints;       // by account
    SchedulerLimits m_limits;
    bool m_scheduled = false;
    bool m_online = true;

    QHash<int, Adding> m_adding;
    QHash<TransferId, QString> m_tickets; // to be written when their rows have come to rest
    QSet<size_t> m_beingAdded;            // destinations on their way to the journal

    QSet<TransferId> m_dirty;
    QueueNews m_news; // gathered for the next tick, but for changed rows
    QTimer m_tick;
    SpeedMeter m_speed;
    qint64 m_wireBefore = 0; // bytes that runners sent which are gone
    QHash<Tally, int> m_counts;
    qint64 m_bytesLeft = 0;
    Watched m_watched;

    QTimer m_look;
    bool m_looking = false;
    qint64 m_revision = 0;
    NetworkWatch m_networkWatch;

    bool m_open = false;
    bool m_closing = false;
    bool m_closed = false;
    QTimer m_closeLimit;
};

size_t destinationHash(const QString& accountId, const QString& bucket, const QByteArray& key);

} // namespace partway
