// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

#include "base/log.h"

#include <QNetworkInterface>

// What the transfers of one endpoint share when there is trouble: one back-off, one that tries again, one
// word when it is over.

namespace partway {

namespace {

// A request that was cut on its way, or stood still: fewer at once may get through.
bool tellsOfABadLine(const Error& error)
{
    static const QStringList codes{QStringLiteral("stalled"), QStringLiteral("connection-lost"),
                                   QStringLiteral("RequestTimeout")};
    return codes.contains(error.code);
}

constexpr qint64 provenBytes = MiB; // more than the kernel takes without a network

} // namespace

std::chrono::milliseconds QueueEngine::waitAfter(TransferId id, int attempt, const Error& error)
{
    const QueueEntry* entry = find(id);
    const QString endpoint = entry ? endpointOf(entry->transfer.accountId()) : QString();
    EndpointPace& pace = m_paces[endpoint];
    const auto now = m_parts.clock.monotonic();
    if (attempt > 0) {
        if (error.kind == ErrorKind::Throttled)
            m_budgets[endpoint].throttled(now);
        else if (tellsOfABadLine(error))
            m_budgets[endpoint].stalled(now);
        if (pace.failed(id, error, now, m_random)) {
            qCInfo(logQueue).noquote() << endpoint << "waits:" << error.code << error.httpStatus;
            QMetaObject::invokeMethod(
                this, [this, endpoint] { holdOthersOff(endpoint); }, Qt::QueuedConnection);
        }
    }
    if (pace.isClosed())
        return pace.waitOf(id, now);
    return RetryPolicy{}.delay(attempt, error, m_random);
}

void QueueEngine::holdOthersOff(const QString& endpoint)
{
    const EndpointPace& pace = m_paces[endpoint];
    if (!pace.isClosed() || m_closing)
        return;
    const QSet<TransferId> active = m_active;
    for (TransferId id : active) {
        const QueueEntry& entry = *find(id);
        if (entry.runner && id != pace.scout() && endpointOf(entry.transfer.accountId()) == endpoint)
            entry.runner->holdOff(*pace.cause());
    }
    scheduleSoon();
}

void QueueEngine::endpointWorked(const QueueEntry& entry)
{
    const QString endpoint = endpointOf(entry.transfer.accountId());
    if (m_paces[endpoint].worked(m_parts.clock.monotonic()))
        QMetaObject::invokeMethod(
            this, [this, endpoint] { letGoOn(endpoint); }, Qt::QueuedConnection);
}

// The scout of a network that is back need not have a whole part stored before the others follow.
void QueueEngine::noticeScout(const QueueEntry& entry)
{
    const EndpointPace& pace = m_paces[endpointOf(entry.transfer.accountId())];
    if (pace.isClosed() && pace.scout() == entry.transfer.id && pace.cause()->httpStatus == 0 &&
        entry.runner->bytesInFlight() > provenBytes)
        endpointWorked(entry);
}

void QueueEngine::letGoOn(const QString& endpoint)
{
    if (m_paces[endpoint].isClosed() || m_closing)
        return;
    const QSet<TransferId> active = m_active;
    for (TransferId id : active) {
        const QueueEntry& entry = *find(id);
        if (entry.runner && endpointOf(entry.transfer.accountId()) == endpoint)
            entry.runner->endWait();
    }
    scheduleSoon();
}

// The transfer that was to try again was paused or ended: another takes its place.
void QueueEngine::replaceScouts()
{
    for (auto pace = m_paces.begin(); pace != m_paces.end(); ++pace) {
        const QueueEntry* scout = pace->isClosed() ? find(pace->scout()) : nullptr;
        if (!pace->isClosed() || (scout && scout->runner && isRunning(scout->phase())))
            continue;
        const QueueEntry* next = nullptr;
        for (TransferId id : std::as_const(m_active)) {
            const QueueEntry& entry = *find(id);
            const bool fits = entry.runner && isRunning(entry.phase()) && !restsOnSource(entry) &&
                              endpointOf(entry.transfer.accountId()) == pace.key();
            next = fits ? &entry : next;
        }
        if (!next) {
            pace->open();
            letGoOn(pace.key());
        } else if (pace->waitOf(pace->scout(), m_parts.clock.monotonic()).count() == 0) {
            pace->appoint(next->transfer.id);
            next->runner->endWait();
        }
    }
}

QSet<QString> systemAddresses()
{
    QSet<QString> addresses;
    const QList<QHostAddress> all = QNetworkInterface::allAddresses();
    for (const QHostAddress& address : all) {
        if (!address.isLoopback() && !address.isLinkLocal())
            addresses.insert(address.toString());
    }
    return addresses;
}

void QueueEngine::lookAtNetwork()
{
    const QSet<QString> addresses = m_parts.addresses ? m_parts.addresses() : systemAddresses();
    const NetworkWatch::News news =
        m_networkWatch.look(m_parts.clock.now().toMSecsSinceEpoch(), m_parts.clock.monotonic(), addresses);
    if (news.socketsMayBeDead())
        m_stores->dropConnections();
    if (news.socketsMayBeDead() || news.addressCame)
        networkIsBack();
}

void QueueEngine::setOnline(bool online)
{
    const bool back = online && !m_online;
    m_online = online;
    if (!m_tick.isActive())
        m_tick.start();
    if (!back)
        return;
    m_stores->dropConnections(); // sockets of the network that went are dead and do not know it
    networkIsBack();
}

// Whoever waits for the network tries again now. What a store asked for still holds.
void QueueEngine::networkIsBack()
{
    for (EndpointPace& pace : m_paces)
        pace.networkCame();
    const QSet<TransferId> active = m_active;
    for (TransferId id : active) {
        const QueueEntry& entry = *find(id);
        if (entry.runner && !m_paces[endpointOf(entry.transfer.accountId())].isClosed())
            entry.runner->endWait();
    }
    scheduleSoon();
}

} // namespace partway
