// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QtGlobal>

#include <atomic>
#include <chrono>

namespace partway {

// A token bucket for body bytes on the wire. take() answers how many of the wanted bytes may go now; 0 means
// ask again after pause(). setBytesPerSecond may be called from any thread and counts at once; the rest on
// the engine's thread. The bucket holds at most 50 ms of the rate, at least 16 KiB, so that the line stays
// smooth.
class RateLimit
{
public:
    explicit RateLimit(const Clock& clock) : m_clock(clock) {}

    void setBytesPerSecond(qint64 rate) { m_rate = rate; } // 0: no limit
    qint64 bytesPerSecond() const { return m_rate; }
    bool active() const { return m_rate > 0; }

    qint64 take(qint64 wanted);
    std::chrono::milliseconds pause() const;

private:
    const Clock& m_clock;
    std::atomic<qint64> m_rate{0};
    double m_tokens = 0;
    std::chrono::milliseconds m_filledAt{0};
};

} // namespace partway
