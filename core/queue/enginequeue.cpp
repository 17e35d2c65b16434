// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/enginequeue.h"

#include "queue/queueengine.h"
#include "queue/rowshelf.h"

#include <QNetworkInformation>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace partway {

namespace {

// So many rows take a window some milliseconds.
constexpr qsizetype addedAtOnce = 500;

// The face: keeps a copy of the rows, posts every wish to the engine's thread. Lives on the thread that makes
// it.
class EngineQueue final : public TransferQueue
{
public:
    explicit EngineQueue(EngineParts parts);
    ~EngineQueue() override;

    void open() override;
    int add(const AddRequest& request) override;
    int addPrepared(const QList<Transfer>& transfers) override;
    void cancelAdd(int request) override;
    void start(const QList<TransferId>& ids) override { post(&QueueEngine::start, ids); }
    void pause(const QList<TransferId>& ids) override { post(&QueueEngine::pause, ids); }
    void abort(const QList<TransferId>& ids) override { post(&QueueEngine::abort, ids); }
    void retry(const QList<TransferId>& ids) override { post(&QueueEngine::retry, ids); }
    void replace(const QList<TransferId>& ids) override { post(&QueueEngine::replace, ids); }
    void keepBoth(const QList<TransferId>& ids) override { post(&QueueEngine::keepBoth, ids); }
    void skip(const QList<TransferId>& ids) override { post(&QueueEngine::skip, ids); }
    void throughHere(const QList<TransferId>& ids) override { post(&QueueEngine::throughHere, ids); }
    void repair(const QList<TransferId>& ids) override { post(&QueueEngine::repair, ids); }
    void follow(const QList<TransferId>& ids) override { post(&QueueEngine::follow, ids); }
    void closeSource(const QList<TransferId>& ids) override { post(&QueueEngine::closeSource, ids); }
    void saveTicket(TransferId id, const QString& path) override { post(&QueueEngine::saveTicket, id, path); }
    void startOver(const QList<TransferId>& ids) override { post(&QueueEngine::startOver, ids); }
    void forget(const QList<TransferId>& ids) override { post(&QueueEngine::forget, ids); }
    void startAll() override { post(&QueueEngine::startAll); }
    void pauseAll() override { post(&QueueEngine::pauseAll); }
    void setPriority(const QList<TransferId>& ids, int priority) override
    {
        post(&QueueEngine::setPriority, ids, priority);
    }
    void move(const QList<TransferId>& ids, int by) override { post(&QueueEngine::move, ids, by); }
    void place(const QList<TransferId>& ids, TransferId before) override
    {
        post(&QueueEngine::place, ids, before);
    }
    void setRateLimit(qint64 bytesPerSecond) override { m_limit.setBytesPerSecond(bytesPerSecond); }
    void setParallel(int partsAtOnce) override { post(&QueueEngine::setParallel, partsAtOnce); }
    void accountChanged(const QString& accountId) override { post(&QueueEngine::accountChanged, accountId); }
    void watchDetails(TransferId id) override { post(&QueueEngine::watchDetails, id); }
    void close() override;

    QList<TransferRow> rows() const override;
    std::optional<TransferRow> row(TransferId id) const override;
    Boxed<TransferRow> sharedRow(TransferId id) const override { return m_rows.find(id); }
    QueueTotals totals() const override { return m_totals; }

private:
    template <typename... Wanted, typename... Given>
    void post(void (QueueEngine::*call)(Wanted...), Given... given)
    {
        if (!m_closing)
            postAlways(call, std::move(given)...);
    }
    template <typename... Wanted, typename... Given>
    void postAlways(void (QueueEngine::*call)(Wanted...), Given... given)
    {
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, call, given...] { (engine->*call)(given...); },
            Qt::QueuedConnection);
    }
    // What the engine tells, told on in its order. Of many new rows a slice at a time, with a turn of the
    // event loop after each, so that a window answers in between; all else waits behind them.
    void hear(std::function<void()> words);
    void hearNext();
    void hearNews(QueueNews news);
    template <typename... Told>
    void passOn(void (QueueEngine::*from)(Told...), void (TransferQueue::*to)(Told...))
    {
        connect(m_engine, from, this, [this, to](Told... told) {
            hear([this, to, told...] { Q_EMIT(this->*to)(told...); });
        });
    }
    void takeAdded(const QList<TransferRow>& rows);
    void take(const QueueNews& news);
    void watchNetwork();

    RateLimit& m_limit;
    QThread m_thread;
    QueueEngine* m_engine;                     // lives on m_thread and goes with it
    std::deque<std::function<void()>> m_heard; // and not told on yet
    QTimer m_next;
    RowShelf m_rows;
    QueueTotals m_totals;
    int m_lastRequest = 0;
    bool m_opened = false;
    bool m_closing = false;
};

EngineQueue::EngineQueue(EngineParts parts)
    : m_limit(parts.limit), m_engine(new QueueEngine(std::move(parts)))
{
    m_thread.setObjectName(QStringLiteral("partway-engine"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &EngineQueue::hearNext);
    connect(m_engine, &QueueEngine::news, this, &EngineQueue::hearNews);
    passOn(&QueueEngine::opened, &TransferQueue::opened);
    passOn(&QueueEngine::openFailed, &TransferQueue::openFailed);
    passOn(&QueueEngine::refused, &TransferQueue::refused);
    passOn(&QueueEngine::taken, &TransferQueue::taken);
    passOn(&QueueEngine::addEnded, &TransferQueue::addEnded);
    passOn(&QueueEngine::ticketSaved, &TransferQueue::ticketSaved);
    passOn(&QueueEngine::ticketRefused, &TransferQueue::ticketRefused);
    passOn(&QueueEngine::journalTrouble, &TransferQueue::journalTrouble);
    // The thread ends itself, so that a destructor may wait for it without an event loop.
    connect(m_engine, &QueueEngine::closed, &m_thread, &QThread::quit, Qt::DirectConnection);
    connect(&m_thread, &QThread::finished, this, [this] { hear([this] { Q_EMIT closed(); }); });
    m_thread.start();
}

EngineQueue::~EngineQueue()
{
    // The engine itself may be gone by now; what it posted to us is dropped with us.
    disconnect(&m_thread, nullptr, this, nullptr);
    close();
    m_thread.wait();
}

void EngineQueue::open()
{
    if (!std::exchange(m_opened, true))
        watchNetwork();
    post(&QueueEngine::open);
}

void EngineQueue::close()
{
    if (!std::exchange(m_closing, true))
        postAlways(&QueueEngine::close);
}

int EngineQueue::add(const AddRequest& request)
{
    const int number = ++m_lastRequest;
    post(&QueueEngine::add, number, request);
    return number;
}

int EngineQueue::addPrepared(const QList<Transfer>& transfers)
{
    const int number = ++m_lastRequest;
    post(&QueueEngine::addPrepared, number, transfers);
    return number;
}

void EngineQueue::cancelAdd(int request)
{
    post(&QueueEngine::cancelAdd, request);
}

// Optional: without a backend (no system bus, say) the network is taken to be there, and requests find out.
void EngineQueue::watchNetwork()
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    QNetworkInformation* network = QNetworkInformation::instance();
    const auto tell = [this](QNetworkInformation::Reachability reachability) {
        post(&QueueEngine::setOnline, reachability != QNetworkInformation::Reachability::Disconnected);
    };
    connect(network, &QNetworkInformation::reachabilityChanged, this, tell);
    tell(network->reachability());
}

void EngineQueue::hear(std::function<void()> words)
{
    m_heard.push_back(std::move(words));
    if (!m_next.isActive())
        hearNext();
}

void EngineQueue::hearNext()
{
    if (m_heard.empty())
        return;
    const std::function<void()> words = std::move(m_heard.front());
    m_heard.pop_front();
    if (!m_heard.empty())
        m_next.start(0);
    words(); // last: whoever hears that it is closed may destroy this
}

void EngineQueue::hearNews(QueueNews news)
{
    const QList<TransferRow> rows = std::exchange(news.added, {});
    for (qsizetype from = 0; from < rows.size(); from += addedAtOnce)
        hear([this, rows, from] { takeAdded(rows.mid(from, addedAtOnce)); });
    hear([this, news = std::move(news)] { take(news); });
}

void EngineQueue::takeAdded(const QList<TransferRow>& rows)
{
    m_next.start(0); // also before what is not heard yet
    for (const TransferRow& row : rows)
        m_rows.put(row);
    Q_EMIT added(rows);
}

void EngineQueue::take(const QueueNews& news)
{
    for (const TransferRow& row : news.changed)
        m_rows.put(row);
    if (!news.removed.isEmpty())
        m_rows.remove(news.removed);
    if (news.totals)
        m_totals = *news.totals;
    if (!news.changed.isEmpty())
        Q_EMIT changed(news.changed);
    if (!news.removed.isEmpty())
        Q_EMIT removed(news.removed);
    if (news.totals)
        Q_EMIT totalsChanged(m_totals);
    if (news.details)
        Q_EMIT details(*news.details);
    for (const TransferRow& row : news.ended)
        Q_EMIT ended(row);
}

QList<TransferRow> EngineQueue::rows() const
{
    QList<TransferRow> rows;
    rows.reserve(static_cast<qsizetype>(m_rows.all().size()));
    for (const auto& row : m_rows.all())
        rows.append(*row);
    std::sort(rows.begin(), rows.end(), [](const TransferRow& a, const TransferRow& b) {
        return a.position != b.position ? a.position < b.position : a.id < b.id;
    });
    return rows;
}

std::optional<TransferRow> EngineQueue::row(TransferId id) const
{
    const Boxed<TransferRow> found = m_rows.find(id);
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace

std::unique_ptr<TransferQueue> makeTransferQueue(EngineParts parts)
{
    return std::make_unique<EngineQueue>(std::move(parts));
}

} // namespace partway
