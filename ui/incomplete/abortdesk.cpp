// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/abortdesk.h"

#include <algorithm>
#include <chrono>

namespace partway {

using namespace std::chrono_literals;

// Lives in the office. The run goes before the store.
struct AbortDesk::Agent
{
    StoreOffice::Store store;
    std::unique_ptr<AbortRun> run;
};

AbortDesk::AbortDesk(StoreOffice& office, const QString& stateFolder, QObject* parent)
    : QObject(parent), m_office(office), m_book(stateFolder)
{
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (--m_secondsLeft <= 0)
            send();
        Q_EMIT waitingChanged();
    });
    m_write.setSingleShot(true);
    m_write.setInterval(1s);
    connect(&m_write, &QTimer::timeout, this, &AbortDesk::remember);
    m_retry.setInterval(1min);
    connect(&m_retry, &QTimer::timeout, this, [this] { retryLeft(false); });
    m_retry.start();
    if (const Result<void> loaded = m_book.load(); !loaded)
        QTimer::singleShot(0, this, [this, error = loaded.error()] { Q_EMIT trouble(error); });
}

AbortDesk::~AbortDesk()
{
    // What waited for the ten seconds stays; what was sent and not answered is on disk and tried again.
    m_agents.clear();
    if (!m_gone.isEmpty() || !m_stuck.isEmpty())
        remember();
}

void AbortDesk::add(const QString& accountId, const QList<AbortWish>& wishes)
{
    if (!m_waiting.isEmpty() && m_account != accountId)
        send();
    m_account = accountId;
    for (const AbortWish& wish : wishes) {
        const bool known =
            std::any_of(m_waiting.cbegin(), m_waiting.cend(), [&wish](const AbortWish& waiting) {
                return waiting.upload.uploadId == wish.upload.uploadId &&
                       waiting.upload.key == wish.upload.key && waiting.upload.bucket == wish.upload.bucket;
            });
        if (!known)
            m_waiting.append(wish);
    }
    m_secondsLeft = graceSeconds;
    m_tick.start();
    Q_EMIT waitingChanged();
}

QList<AbortWish> AbortDesk::undo()
{
    m_tick.stop();
    const QList<AbortWish> kept = std::exchange(m_waiting, {});
    Q_EMIT waitingChanged();
    return kept;
}

void AbortDesk::sendNow()
{
    if (m_waiting.isEmpty())
        return;
    send();
    Q_EMIT waitingChanged();
}

void AbortDesk::send()
{
    m_tick.stop();
    m_secondsLeft = 0;
    const QList<AbortWish> wishes = std::exchange(m_waiting, {});
    if (!wishes.isEmpty())
        run(m_account, wishes);
}

void AbortDesk::run(const QString& accountId, const QList<AbortWish>& wishes)
{
    if (m_running == 0)
        m_aborted = m_failed = m_inUse = m_finished = 0;
    m_running += int(wishes.size());
    intend(accountId, wishes);
    const auto agent = m_office.resident<Agent>();
    m_agents.append(agent);
    for (const AbortWish& wish : wishes)
        Q_EMIT begun(accountId, wish.upload);
    const std::weak_ptr<Agent> weak = agent;
    const QPointer<QObject> self(this);
    // In the office only copies are used: the desk may be gone.
    const auto tell = [office = &m_office, desk = this, self, accountId](const UploadRef& upload,
                                                                         const Result<void>& result) {
        office->report(self, [desk, accountId, upload, result] { desk->take(accountId, upload, result); });
    };
    m_office.run(accountId, [weak, wishes, tell](const Result<StoreOffice::Store>& store) {
        const std::shared_ptr<Agent> here = weak.lock();
        if (!here)
            return;
        if (!store) {
            for (const AbortWish& wish : wishes)
                tell(wish.upload, store.error());
            return;
        }
        here->store = *store;
        here->run = std::make_unique<AbortRun>(*here->store, Inventory::Pace());
        here->run->start(
            wishes, [tell](const AbortWish& wish, const Result<void>& result) { tell(wish.upload, result); },
            [] {});
    });
}

// On disk before the first request leaves: a crash leaves nothing half done for ever.
void AbortDesk::intend(const QString& accountId, const QList<AbortWish>& wishes)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<LeftAbort> intents;
    for (const AbortWish& wish : wishes)
        intents.append({.accountId = accountId,
                        .upload = wish.upload,
                        .askedAt = now,
                        .triedAt = now,
                        .look = wish.look && !wish.evenInUse});
    if (const Result<void> kept = m_book.intend(intents); !kept)
        Q_EMIT trouble(kept.error());
}

void AbortDesk::take(const QString& accountId, const UploadRef& upload, const Result<void>& result)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    LeftAbort one{.accountId = accountId, .upload = upload, .askedAt = now, .triedAt = now};
    if (result || result.error().code == QLatin1String("NoSuchBucket")) {
        ++m_aborted;
        m_gone.append(one);
    } else if (result.error().code == QLatin1String("upload-in-use")) {
        ++m_inUse;
        m_gone.append(one); // a person decides anew
    } else if (result.error().code == QLatin1String("upload-finished")) {
        ++m_finished;
        m_gone.append(one);
    } else {
        ++m_failed;
        one.code = result.error().code;
        m_stuck.append(one);
    }
    m_write.start();
    Q_EMIT ended(accountId, upload, result);
    finishOne();
}

void AbortDesk::finishOne()
{
    if (--m_running > 0)
        return;
    m_agents.clear();
    remember();
    Q_EMIT allEnded(m_aborted, m_failed, m_inUse, m_finished);
}

void AbortDesk::remember()
{
    m_write.stop();
    for (const Result<void>& kept :
         {m_book.drop(m_gone), m_stuck.isEmpty() ? Result<void>() : m_book.keep(m_stuck)}) {
        if (!kept)
            Q_EMIT trouble(kept.error());
    }
    m_gone.clear();
    m_stuck.clear();
    Q_EMIT leftChanged();
}

bool AbortDesk::isLeft(const QString& accountId, const UploadRef& upload) const
{
    const LeftAbort wanted{.accountId = accountId, .upload = upload};
    return std::any_of(m_book.all().cbegin(), m_book.all().cend(),
                       [&wanted](const LeftAbort& left) { return left.isSameUpload(wanted); });
}

void AbortDesk::retryLeft(bool all)
{
    if (m_running > 0)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QHash<QString, QList<AbortWish>> due;
    for (const LeftAbort& left : m_book.all()) {
        if (all || (!left.held && left.nextTry() <= now))
            due[left.accountId].append({.upload = left.upload, .look = left.look});
    }
    for (auto account = due.cbegin(); account != due.cend(); ++account)
        run(account.key(), account.value());
}

void AbortDesk::dropLeft()
{
    const QList<LeftAbort> all = m_book.all();
    if (const Result<void> dropped = m_book.drop(all); !dropped)
        Q_EMIT trouble(dropped.error());
    Q_EMIT leftChanged();
}

} // namespace partway
