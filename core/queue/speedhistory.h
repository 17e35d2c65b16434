// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadstate.h"

#include <QList>

namespace partway {

// One second of a transfer, or of all of them.
struct SpeedSample
{
    qint64 bytesPerSecond = 0;
    qint64 limit = 0; // 0: none
    Hold hold = Hold::None;

    bool operator==(const SpeedSample&) const = default;
};

// What a plot says in words.
struct SpeedFacts
{
    qint64 now = 0;
    qint64 mean = 0; // while something moved
    qint64 most = 0;
    int slowDowns = 0; // times the server asked for it
    int secondsHeld = 0;
};

// The last minutes, a sample a second. A value.
class SpeedHistory
{
public:
    static constexpr int most = 900; // a quarter of an hour

    void add(const SpeedSample& sample);
    const QList<SpeedSample>& samples() const { return m_samples; } // oldest first
    SpeedFacts facts() const;

private:
    QList<SpeedSample> m_samples;
};

} // namespace partway
