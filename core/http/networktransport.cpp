// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networktransport.h"

#include "http/bodygate.h"
#include "http/networkcall.h"
#include "http/networkfailure.h"
#include "http/pieceprobe.h"
#include "http/requesturl.h"
#include "http/socketprogress.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <vector>

namespace partway {

namespace {

constexpr std::chrono::seconds stallCheckInterval{1};
constexpr std::chrono::seconds looksQuiet{5};
constexpr std::chrono::seconds movesWithin{60};

class NetworkTransport final : public QObject, public Transport
{
public:
    NetworkTransport(const TransportOptions& options, const Clock& clock,
                     std::optional<QSslConfiguration> tls)
        : m_surroundings{clock, options.limit, std::move(tls), {}, options.pieces},
          m_managers(options.managers, options.route.proxy), m_gate(m_managers, clock)
    {
        if (options.route.connectTimeout.count() > 0)
            m_surroundings.longestConnect = options.route.connectTimeout;
        if (options.pieces == LargePieces::WhenProven && largepieces::needsProbe())
            probe();
        m_stallCheck.setInterval(stallCheckInterval);
        m_nextTry.setSingleShot(true);
        m_nextTry.setTimerType(Qt::PreciseTimer);
        connect(&m_nextTry, &QTimer::timeout, this, &NetworkTransport::startNext);
        connect(&m_stallCheck, &QTimer::timeout, this, &NetworkTransport::checkStalls);
    }

    ~NetworkTransport() override;

    CallId send(HttpRequest request, Done done, Progress progress) override;
    void cancel(CallId call) override;
    void dropConnections() override;

private:
    struct Waiting
    {
        CallId id;
        HttpRequest request;
        QUrl url;
        Done done;
        Progress progress;
    };
    struct Running
    {
        std::unique_ptr<NetworkCall> call;
        Done done;
        BodyGate::Pass pass;
        QByteArray host;
    };
    struct Over
    {
        HttpReply reply;
        Running ended; // without a call if nothing was sent; else it may be on the stack when it ends
    };

    void startNext();
    void start(Waiting waiting, const BodyGate::Pass& pass, const QByteArray& host);
    void onEnded(CallId id, HttpReply reply);
    void over(Over over);
    void failUnsent(Done done, Error error);
    void deliver();
    void checkStalls();
    void probe();

    CallSurroundings m_surroundings;
    ManagerPool m_managers; // after what its requests point to, before the calls that live in it
    BodyGate m_gate;
    std::deque<Waiting> m_waiting;
    std::unordered_map<CallId, Running> m_running;
    std::vector<Over> m_over;
    QTimer m_stallCheck;
    QTimer m_nextTry;                    // for bodies that wait for a better moment
    std::unique_ptr<PieceProbe> m_probe; // while it runs
    SocketProgress m_progress;
    CallId m_lastId = 0;
};

QByteArray hostKey(const Origin& origin)
{
    return origin.scheme.toLatin1() + "://" + origin.hostHeader();
}

Transport::CallId NetworkTransport::send(HttpRequest request, Done done, Progress progress)
{
    const CallId id = ++m_lastId;
    const Result<QUrl> url = urlForTarget(request.origin, request.target);
    if (!url) {
        failUnsent(std::move(done), url.error());
        return id;
    }
    m_waiting.push_back({id, std::move(request), *url, std::move(done), std::move(progress)});
    startNext();
    return id;
}

void NetworkTransport::cancel(CallId id)
{
    if (const auto running = m_running.find(id); running != m_running.end())
        return running->second.call->cancel();
    const auto waiting =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& w) { return w.id == id; });
    if (waiting == m_waiting.end())
        return;
    Done done = std::move(waiting->done);
    m_waiting.erase(waiting);
    failUnsent(std::move(done), requestError(ErrorKind::Cancelled, QStringLiteral("cancelled")));
}

// In order for each host, large bodies and small requests each for themselves; what cannot be begun now does
// not hold up the others.
void NetworkTransport::startNext()
{
    QSet<QByteArray> full, fullOfBodies;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        const QByteArray host = hostKey(it->request.origin);
        const qint64 size = it->request.body.size();
        QSet<QByteArray>& closed = BodyGate::isLarge(size) ? fullOfBodies : full;
        const BodyGate::Pass pass = closed.contains(host) ? BodyGate::Pass() : m_gate.admit(host, size);
        if (pass.seat == 0) {
            closed.insert(host);
            ++it;
            continue;
        }
        Waiting waiting = std::move(*it);
        it = m_waiting.erase(it);
        start(std::move(waiting), pass, host);
    }
    m_nextTry.stop();
    if (const auto wait = m_gate.waitForNextTry())
        m_nextTry.start(*wait);
}

void NetworkTransport::start(Waiting waiting, const BodyGate::Pass& pass, const QByteArray& host)
{
    const CallId id = waiting.id;
    auto call = std::make_unique<NetworkCall>(
        std::move(waiting.request), std::move(waiting.url), std::move(waiting.progress),
        [this, id](HttpReply reply) { onEnded(id, std::move(reply)); }, m_surroundings);
    NetworkCall* started = call.get();
    m_running.emplace(id, Running{std::move(call), std::move(waiting.done), pass, host});
    if (!m_stallCheck.isActive())
        m_stallCheck.start();
    started->start(m_managers.manager(pass.seat));
}

void NetworkTransport::onEnded(CallId id, HttpReply reply)
{
    over({std::move(reply), std::move(m_running.extract(id).mapped())});
    if (m_running.empty())
        m_stallCheck.stop();
}

void NetworkTransport::failUnsent(Done done, Error error)
{
    HttpReply reply;
    reply.failure = std::move(error);
    reply.receivedAt = m_surroundings.clock.now();
    over({std::move(reply), {nullptr, std::move(done), {}, {}}});
}

void NetworkTransport::over(Over over)
{
    m_over.push_back(std::move(over));
    if (m_over.size() == 1)
        QMetaObject::invokeMethod(
            this, [this] { deliver(); }, Qt::QueuedConnection);
}

// From the event loop only. First the connections are cut and used again, then the receivers are told. A
// receiver may send, cancel, or delete the transport; the latter silences the rest.
void NetworkTransport::deliver()
{
    std::vector<Over> batch = std::exchange(m_over, {});
    for (Over& over : batch) {
        if (!over.ended.call)
            continue;
        m_gate.ended(over.ended.pass, over.ended.host, *over.ended.call, over.reply);
        over.ended.call.reset();
        m_managers.giveBack(over.ended.pass.seat, over.ended.host);
    }
    startNext();
    const QPointer<NetworkTransport> alive(this);
    for (Over& over : batch) {
        if (alive && over.ended.done)
            over.ended.done(std::move(over.reply));
    }
}

// Idle connections go at once. One that carries a request and still works is not given up.
void NetworkTransport::dropConnections()
{
    m_managers.renew();
    m_gate.connectionsDropped();
    for (const auto& [id, running] : m_running)
        running.call->suspect();
}

// A very slow line moves below what a call sees. Connections that move and do not belong to calls that are
// well must belong to overdue ones: as many of these are left alone, those that moved last.
void NetworkTransport::checkStalls()
{
    const auto now = m_surroundings.clock.monotonic();
    std::vector<NetworkCall*> calls, overdue; // a call that ends leaves the map
    bool quiet = false;
    for (const auto& [id, running] : m_running) {
        NetworkCall* call = running.call.get();
        (call->isOverdue() ? overdue : calls).push_back(call);
        quiet = quiet || call->idle() >= looksQuiet;
    }
    if (quiet)
        m_progress.look(now);
    else
        m_progress.forget();
    const int spared = m_progress.moving(now, movesWithin) - static_cast<int>(calls.size());
    std::sort(overdue.begin(), overdue.end(),
              [](const NetworkCall* a, const NetworkCall* b) { return a->idle() < b->idle(); });
    overdue.erase(overdue.begin(), overdue.begin() + std::clamp(spared, 0, static_cast<int>(overdue.size())));
    calls.insert(calls.end(), overdue.begin(), overdue.end());
    for (NetworkCall* call : calls)
        call->checkStall();
}

NetworkTransport::~NetworkTransport()
{
    if (m_probe)
        largepieces::probeIsLost();
}

void NetworkTransport::probe()
{
    m_probe = std::make_unique<PieceProbe>(m_surroundings.clock, [this](bool proven) {
        largepieces::setProven(proven);
        m_probe.release()->deleteLater();
    });
    m_probe->start();
}

} // namespace

Result<std::unique_ptr<Transport>> makeNetworkTransport(const TransportOptions& options, const Clock& clock)
{
    NetworkRoute route = options.route;
    if (!options.caFile.isEmpty())
        route.caFile = options.caFile;
    const Result<std::optional<QSslConfiguration>> tls = tlsFor(route);
    if (!tls)
        return tls.error();
    return std::unique_ptr<Transport>(std::make_unique<NetworkTransport>(options, clock, *tls));
}

} // namespace partway
