// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/endpointpace.h"

#include <QStringList>

#include <algorithm>

namespace partway {

namespace {

using namespace std::chrono_literals;
using Time = EndpointPace::Time;

constexpr Time firstTry = 500ms;
constexpr Time slowestTry = 5s; // a try costs one connection: going on within seconds is worth it
constexpr Time firstThrottle = 1s;
constexpr Time longestThrottle = 30s;
constexpr Time othersAfterScout = 60s; // only if nobody tells them
constexpr int mostTries = 20;
constexpr int lostInARow = 3;

// Half of it is chance, so that many computers do not come back at the same moment.
Time grown(Time first, Time most, int tries, Randomness& random)
{
    const qint64 full =
        std::min<qint64>(most.count(), first.count() * (qint64(1) << std::clamp(tries - 1, 0, mostTries)));
    return Time(full / 2 + qint64(random.unit() * double(full) / 2));
}

} // namespace

bool concernsEndpoint(const Error& error)
{
    static const QStringList codes{
        QStringLiteral("host-not-found"),
        QStringLiteral("refused"),
        QStringLiteral("unreachable"),
        QStringLiteral("captive-portal"),
        QStringLiteral("proxy-sign-in"),
        QStringLiteral("proxy-unreachable"),
        QStringLiteral("tls"),
        QStringLiteral("tls-expired"),
        QStringLiteral("tls-unknown-ca"),
        QStringLiteral("tls-wrong-host"),
    };
    return error.kind == ErrorKind::Throttled ||
           (error.kind == ErrorKind::Transient && codes.contains(error.code));
}

bool EndpointPace::isShared(const Error& error)
{
    if (concernsEndpoint(error))
        return true;
    const bool noAnswer = error.kind == ErrorKind::Transient && error.httpStatus == 0;
    return noAnswer && ++m_lost >= lostInARow;
}

bool EndpointPace::failed(TransferId by, const Error& error, Time at, Randomness& random)
{
    if (!isShared(error))
        return false;
    const Time asked = std::chrono::seconds(std::max(0, error.retryAfterSeconds));
    if (m_cause && by != m_scout && at < m_until) {
        m_until = std::max(m_until, at + asked); // requests that were on their way say the same again
        return false;
    }
    m_tries = std::min(m_tries + 1, mostTries);
    const bool throttled = error.kind == ErrorKind::Throttled;
    const Time wait = throttled ? grown(firstThrottle, longestThrottle, m_tries, random)
                                : grown(firstTry, slowestTry, m_tries, random);
    m_until = at + std::max(wait, asked);
    m_scout = by;
    m_cause = error;
    return true;
}

// A request that was on its way when the store asked to slow down proves nothing; one after the wait does.
bool EndpointPace::worked(Time at)
{
    m_lost = 0;
    if (m_cause && m_cause->kind == ErrorKind::Throttled && at < m_until)
        return false;
    m_tries = std::max(0, m_tries - 1);
    if (!m_cause)
        return false;
    if (m_cause->kind != ErrorKind::Throttled)
        m_tries = 0;
    open();
    return true;
}

void EndpointPace::networkCame()
{
    m_lost = 0;
    if (m_cause && m_cause->kind == ErrorKind::Throttled)
        return;
    m_tries = 0;
    open();
}

void EndpointPace::open()
{
    m_cause.reset();
    m_scout = {};
}

Time EndpointPace::waitOf(TransferId by, Time at) const
{
    const Time own = std::max(Time(0), m_until - at);
    return by == m_scout ? own : own + othersAfterScout;
}

} // namespace partway
