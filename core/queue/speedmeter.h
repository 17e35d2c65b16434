// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <chrono>

namespace partway {

// Bytes per second over the last three seconds. Fed with a counter of bytes (stored and on their way) that
// may also fall when a request is lost: a fall is no negative speed. A value.
class SpeedMeter
{
public:
    void sample(qint64 bytes, std::chrono::milliseconds at);
    qint64 bytesPerSecond(std::chrono::milliseconds at) const; // 0: not known, or nothing moves
    void reset() { *this = {}; }

private:
    struct Sample
    {
        std::chrono::milliseconds at;
        qint64 moved; // sum of all rises so far
    };
    QList<Sample> m_samples; // oldest first
    qint64 m_last = -1;
    qint64 m_moved = 0;
};

// -1: not known.
qint64 secondsLeft(qint64 bytesLeft, qint64 bytesPerSecond);

} // namespace partway
