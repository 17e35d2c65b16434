// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/connectionbudget.h"

#include <algorithm>
#include <utility>

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr auto shortestWindow = 2s;
constexpr auto calmAfterThrottle = 30s;
constexpr std::chrono::milliseconds calmAfterStall = 10s;
constexpr std::chrono::milliseconds longestStallCalm = 60s;
constexpr int fewestThatArrive = 2;
constexpr auto deafAfterFall = 2s;
constexpr auto calmAtBest = 60s;
constexpr double worthwhile = 1.05;

} // namespace

void ConnectionBudget::startWindow(std::chrono::milliseconds at)
{
    m_measuring = true;
    m_windowStart = at;
    m_windowBytes = 0;
    m_windowParts = 0;
}

// A window holds at least one part of each connection, else parts that end together would look like a climb.
void ConnectionBudget::partDone(qint64 bytes, std::chrono::milliseconds at)
{
    ++m_partsSinceFall;
    if (!m_measuring) {
        startWindow(at);
        return;
    }
    m_windowBytes += bytes;
    ++m_windowParts;
    const auto length = at - m_windowStart;
    if (length < shortestWindow || m_windowParts < m_slots)
        return;
    const double goodput = static_cast<double>(m_windowBytes) / static_cast<double>(length.count());
    startWindow(at);
    if (at >= m_calmUntil)
        judge(goodput, at);
}

void ConnectionBudget::judge(double goodput, std::chrono::milliseconds at)
{
    if (goodput > m_lastGoodput * worthwhile) {
        m_best = m_slots;
        m_lastGoodput = goodput;
        m_slots = std::min(m_slots + 1, maxSlotsPerEndpoint);
        return;
    }
    m_slots = m_best;
    m_lastGoodput = 0;
    m_calmUntil = at + calmAtBest;
}

void ConnectionBudget::throttled(std::chrono::milliseconds at)
{
    if (at < m_deafUntil)
        return;
    m_mayHalve = false;
    fallTo(m_slots / 2, at, calmAfterThrottle);
}

// A line that is overfull loses connections and lets them stand; one that is only bad loses them however few
// there are, and needs more than one. So it falls slowly while parts arrive between the losses, else fast:
// fewer at once are done sooner. Each loss soon after the one before makes it wait longer before it climbs.
// Where whatever is on its way is lost together, again and again, each connection more is a part more that
// goes out twice: then one is best.
void ConnectionBudget::stalled(std::chrono::milliseconds at)
{
    if (at < m_deafUntil) {
        if (std::exchange(m_mayHalve, false))
            m_slots = m_best = std::max(1, m_slots / 2);
        return;
    }
    const bool again = at < m_stalledAt + 3 * m_stallCalm;
    m_stallCalm = again ? std::min(2 * m_stallCalm, longestStallCalm) : calmAfterStall;
    m_stalledAt = at;
    m_mayHalve = again;
    const int slower = std::max(m_slots - 1, std::min(m_slots, fewestThatArrive));
    fallTo(m_partsSinceFall > 0 ? slower : m_slots / 2, at, m_stallCalm);
}

void ConnectionBudget::fallTo(int slots, std::chrono::milliseconds at, std::chrono::milliseconds calm)
{
    m_slots = std::max(1, slots);
    m_partsSinceFall = 0;
    m_best = m_slots;
    m_lastGoodput = 0;
    m_measuring = false;
    m_deafUntil = at + deafAfterFall;
    m_calmUntil = at + calm;
}

} // namespace partway
