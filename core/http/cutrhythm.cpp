// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/cutrhythm.h"

#include <algorithm>

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr auto oneMoment = 2s;
constexpr auto shortest = 3s;
constexpr auto longest = 600s;
constexpr int wellKnown = 3;
constexpr int mostMisses = 2;
constexpr int mostUnseen = 3;

} // namespace

void CutRhythm::cut(Time at)
{
    if (m_last && at - *m_last < oneMoment)
        return;
    m_unseen = 0;
    if (m_last)
        consider(at - *m_last, at);
    m_last = at;
}

// The period is measured from the first cut on: the longer it holds the better it is known.
void CutRhythm::consider(Time interval, Time at)
{
    m_misses = 0;
    if (m_period) {
        const qint64 count = (interval + *m_period / 2) / *m_period;
        const Time off = interval - *m_period * count;
        if (count >= 1 && std::max(off, -off) <= *m_period / 10) {
            m_periods += count;
            m_period = (at - m_first) / m_periods;
            ++m_agreeing;
            return;
        }
    }
    forget();
    if (interval < shortest || interval > longest)
        return;
    m_period = interval;
    m_first = at - interval;
    m_periods = 1;
    m_agreeing = 1;
}

void CutRhythm::idleDied()
{
    if (!m_period)
        return;
    ++m_agreeing;
    m_misses = m_unseen = 0;
}

void CutRhythm::idleOutlived()
{
    if (m_period && (m_agreeing <= 1 || ++m_misses >= mostMisses))
        forget();
}

void CutRhythm::unseen()
{
    if (m_period && m_agreeing <= 1 && ++m_unseen >= mostUnseen)
        forget();
}

void CutRhythm::forget()
{
    m_period.reset();
    m_agreeing = m_misses = m_unseen = 0;
}

std::optional<CutRhythm::Time> CutRhythm::next(Time at) const
{
    if (!m_period || !m_last)
        return std::nullopt;
    const qint64 passed = std::max<qint64>(0, (at - slack() - *m_last) / *m_period);
    Time due = *m_last + *m_period * std::max<qint64>(1, passed);
    while (due + slack() <= at)
        due += *m_period;
    return due;
}

bool CutRhythm::isDueWithin(Time from, Time to) const
{
    const std::optional<Time> due = next(from + 2 * slack());
    return due && *due + slack() <= to;
}

CutRhythm::Time CutRhythm::slack() const
{
    const Time share = m_period ? *m_period * (m_agreeing >= wellKnown ? 2 : 4) / 100 : Time(0);
    return std::clamp<Time>(share, 300ms, 2s);
}

} // namespace partway
