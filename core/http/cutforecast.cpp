// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/cutforecast.h"

#include <algorithm>

namespace partway {

namespace {

using namespace std::chrono_literals;
using Time = CutForecast::Time;

constexpr int firstAtOnce = 2;
constexpr int provenBy = 2; // after so many more, as many as others decide
constexpr int unlimited = 1'000;
constexpr auto shortestLife = 1s;  // what breaks sooner was refused, whatever its age
constexpr auto longestLife = 600s; // losing a part more rarely than this is cheaper than any care
constexpr auto firstTrust = 300s;
constexpr auto longestTrust = 1'800s;
constexpr auto shortestMargin = 250ms;
constexpr auto longestWait = 30s;
constexpr int boundHolds = 3; // times the bound, without another break

} // namespace

void CutForecast::evidence(Time at)
{
    m_trust = m_trust == Time(0) ? Time(firstTrust) : m_trust;
    if (at - m_evidenceAt >= m_trust)
        m_trust = std::min<Time>(2 * m_trust, longestTrust);
    m_evidenceAt = at;
}

void CutForecast::broke(const Break& what, Time at)
{
    const bool again = what.age || m_atMost;
    if (what.age && *what.age >= shortestLife && *what.age < longestLife)
        m_life.broke(*what.age);
    m_atMost = !again && what.atMost >= shortestLife && what.atMost < longestLife ? std::optional(what.atMost)
                                                                                  : m_atMost;
    if (m_life.life())
        m_atMost.reset();
    m_rhythm.cut(at);
    m_breakAt = at;
    evidence(at);
}

// Only where nothing better is known: the line was about to be cut, and slow perhaps.
void CutForecast::lostBody(const Done& what)
{
    if (!m_times.msPerByte())
        m_times.took(what.bytes, what.length, what.together, true);
}

void CutForecast::done(const Done& what, Time at)
{
    ++m_done;
    m_times.took(what.bytes, what.length, what.together, what.fresh);
    if (what.age)
        m_life.lasted(*what.age);
    if (m_rhythm.isDueWithin(at - what.length, at))
        m_rhythm.idleOutlived();
    if (m_atMost && at - m_breakAt > boundHolds * *m_atMost)
        m_atMost.reset();
}

void CutForecast::waited(Idle connection, Time at)
{
    switch (connection) {
    case Idle::Died:
        m_rhythm.idleDied();
        evidence(at);
        break;
    case Idle::Outlived:
        m_rhythm.idleOutlived();
        break;
    case Idle::Unseen:
        m_rhythm.unseen();
        break;
    }
}

bool CutForecast::isWatchful() const
{
    return m_life.life() || m_rhythm.period() || m_atMost;
}

int CutForecast::atOnce(qint64 bytes) const
{
    const int begun = m_done < provenBy ? firstAtOnce + m_done : unlimited;
    if (!isWatchful())
        return begun;
    Time span = m_life.life().value_or(m_atMost.value_or(longestLife));
    span = std::min(span, m_rhythm.period().value_or(span));
    const std::optional<double> line = m_times.msPerByte();
    if (!line)
        return 1;
    if (*line <= 0)
        return begun;
    const double through = static_cast<double>(span.count()) / 2 / (*line * static_cast<double>(bytes));
    return std::min(begun, static_cast<int>(std::clamp(through, 1.0, static_cast<double>(unlimited))));
}

bool CutForecast::fitsLife(Time age, Time length) const
{
    const std::optional<Time> life = m_life.life();
    if (!life)
        return true;
    const Time margin = std::max<Time>(*life * 4 / 100, shortestMargin);
    return age + length <= *life - margin;
}

CutForecast::Advice CutForecast::advise(qint64 bytes, std::optional<Time> connection, int beside,
                                        Time at) const
{
    using What = Advice::What;
    if (!isTrusted(at))
        return {};
    const Time warm = m_times.expected(bytes, beside, false).value_or(Time(0));
    const Time opened = m_times.expected(bytes, beside, true).value_or(Time(0));
    const bool fresh = !connection || !fitsLife(*connection, warm);
    if (const std::optional<Time> cut = m_rhythm.next(at);
        cut && at + (fresh ? opened : warm) > *cut - m_rhythm.slack()) {
        const Time over = *cut + m_rhythm.slack();
        // Right after a cut there is as much time as there ever is, also for what does not fit at all.
        const Time sinceLast = at + *m_rhythm.period() - over;
        if (sinceLast > m_rhythm.slack() && over - at <= longestWait)
            return {What::Wait, over};
    }
    return {fresh && connection ? What::BeginFresh : What::Begin, Time(0)};
}

} // namespace partway
