// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/managerpool.h"

#include <algorithm>

namespace partway {

namespace {

constexpr int connectionsPerHost = 6;

} // namespace

ManagerPool::ManagerPool(int managers, std::optional<QNetworkProxy> proxy) : m_proxy(std::move(proxy))
{
    for (int i = 0; i < std::max(1, managers); ++i)
        add();
}

void ManagerPool::add()
{
    Entry entry;
    entry.manager = std::make_unique<QNetworkAccessManager>();
    entry.manager->setAutoDeleteReplies(false);
    if (m_proxy)
        entry.manager->setProxy(*m_proxy);
    m_entries.emplace(++m_lastSeat, std::move(entry));
}

// The least busy one for this host; the first of equals, so that single requests find their open connection.
ManagerPool::Seat ManagerPool::take(const QByteArray& host)
{
    Seat best = 0;
    int fewest = connectionsPerHost;
    for (const auto& [seat, entry] : m_entries) {
        const int running = entry.running.value(host);
        if (!entry.retired && running < fewest) {
            best = seat;
            fewest = running;
        }
    }
    if (best != 0) {
        Entry& entry = m_entries.at(best);
        ++entry.running[host];
        ++entry.total;
    }
    return best;
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

void ManagerPool::renew()
{
    int needed = 0;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        needed += it->second.retired ? 0 : 1;
        it->second.retired = true;
        it = it->second.total == 0 ? m_entries.erase(it) : std::next(it);
    }
    for (int i = 0; i < needed; ++i)
        add();
}

} // namespace partway
