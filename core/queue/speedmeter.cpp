// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/speedmeter.h"

#include <algorithm>

namespace partway {

namespace {

using namespace std::chrono_literals;
constexpr auto window = 3'000ms;
constexpr auto apart = 100ms;    // samples nearer than this are one
constexpr auto shortest = 400ms; // less says nothing

} // namespace

void SpeedMeter::sample(qint64 bytes, std::chrono::milliseconds at)
{
    if (m_last >= 0)
        m_moved += std::max<qint64>(0, bytes - m_last);
    m_last = bytes;
    if (m_samples.size() > 1 && at - m_samples.at(m_samples.size() - 2).at < apart)
        m_samples.last() = {at, m_moved};
    else
        m_samples.append({at, m_moved});
    // One sample from before the window stays, so that it always reaches back that far.
    while (m_samples.size() > 2 && at - m_samples.at(1).at >= window)
        m_samples.removeFirst();
}

qint64 SpeedMeter::bytesPerSecond(std::chrono::milliseconds at) const
{
    if (m_samples.isEmpty())
        return 0;
    const Sample& first = m_samples.first();
    const auto length = at - first.at;
    if (length < shortest)
        return 0;
    return (m_samples.last().moved - first.moved) * 1'000 / length.count();
}

qint64 secondsLeft(qint64 bytesLeft, qint64 bytesPerSecond)
{
    if (bytesPerSecond <= 0)
        return -1;
    return (bytesLeft + bytesPerSecond - 1) / bytesPerSecond;
}

} // namespace partway
