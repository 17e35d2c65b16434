// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/managerpool.h"

#include <algorithm>

namespace partway {

namespace {

constexpr int connectionsPerHost = 6;
constexpr size_t mostManagers = 12;

} // namespace

ManagerPool::ManagerPool(int managers, std::optional<QNetworkProxy> proxy)
    : m_proxy(std::move(proxy)), m_managers(std::max(1, managers))
{
    for (int i = 0; i < m_managers; ++i)
        add();
}

ManagerPool::Seat ManagerPool::add()
{
    Entry entry;
    entry.manager = std::make_unique<QNetworkAccessManager>();
    entry.manager->setAutoDeleteReplies(false);
    if (m_proxy)
        entry.manager->setProxy(*m_proxy);
    m_entries.emplace(++m_lastSeat, std::move(entry));
    return m_lastSeat;
}

// The least busy one for this host; the first of equals, so that single requests find their open connection.
ManagerPool::Seat ManagerPool::seatFor(const QByteArray& host, int fewest) const
{
    Seat best = 0;
    for (const auto& [seat, entry] : m_entries) {
        const int running = entry.running.value(host);
        if (!entry.retired && running < fewest) {
            best = seat;
            fewest = running;
        }
    }
    return best;
}

ManagerPool::Seat ManagerPool::occupy(Seat seat, const QByteArray& host)
{
    Entry& entry = m_entries.at(seat);
    ++entry.total;
    if (++entry.running[host] > 1)
        entry.shared.insert(host);
    return seat;
}

ManagerPool::Seat ManagerPool::take(const QByteArray& host)
{
    const Seat seat = seatFor(host, connectionsPerHost);
    return seat == 0 ? 0 : occupy(seat, host);
}

ManagerPool::Seat ManagerPool::takeAlone(const QByteArray& host)
{
    Seat seat = seatFor(host, 1);
    if (seat == 0 && m_entries.size() < mostManagers)
        seat = add();
    return seat == 0 ? 0 : occupy(seat, host);
}

QNetworkAccessManager& ManagerPool::manager(Seat seat)
{
    return *m_entries.at(seat).manager;
}

void ManagerPool::giveBack(Seat seat, const QByteArray& host)
{
    Entry& entry = m_entries.at(seat);
    --entry.total;
    if (--entry.running[host] <= 0)
        entry.running.remove(host);
    if (entry.retired && entry.total == 0)
        m_entries.erase(seat);
}

void ManagerPool::retire(Seat seat)
{
    m_entries.at(seat).retired = true;
    if (m_entries.at(seat).total == 0)
        m_entries.erase(seat);
    add();
}

std::optional<ManagerPool::Time> ManagerPool::openedAt(Seat seat, const QByteArray& host) const
{
    const Entry& entry = m_entries.at(seat);
    const auto opened = entry.opened.constFind(host);
    if (opened == entry.opened.cend() || entry.shared.contains(host))
        return std::nullopt;
    return *opened;
}

void ManagerPool::noteOpened(Seat seat, const QByteArray& host, std::optional<Time> at)
{
    Entry& entry = m_entries.at(seat);
    if (at)
        entry.opened.insert(host, *at);
    else
        entry.opened.remove(host);
}

void ManagerPool::renew()
{
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        it->second.retired = true;
        it = it->second.total == 0 ? m_entries.erase(it) : std::next(it);
    }
    for (int i = 0; i < m_managers; ++i)
        add();
}

} // namespace partway
