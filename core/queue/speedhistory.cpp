// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/speedhistory.h"

#include <algorithm>

namespace partway {

void SpeedHistory::add(const SpeedSample& sample)
{
    if (m_samples.size() >= most)
        m_samples.removeFirst(); // no copy: the list only moves its begin
    m_samples.append(sample);
}

SpeedFacts SpeedHistory::facts() const
{
    SpeedFacts facts;
    qint64 sum = 0;
    int moving = 0;
    Hold before = Hold::None;
    for (const SpeedSample& sample : m_samples) {
        sum += sample.bytesPerSecond;
        moving += sample.bytesPerSecond > 0 ? 1 : 0;
        facts.most = std::max(facts.most, sample.bytesPerSecond);
        facts.slowDowns += sample.hold == Hold::Throttled && before != Hold::Throttled ? 1 : 0;
        facts.secondsHeld += sample.hold != Hold::None ? 1 : 0;
        before = sample.hold;
    }
    facts.now = m_samples.isEmpty() ? 0 : m_samples.last().bytesPerSecond;
    facts.mean = moving > 0 ? sum / moving : 0;
    return facts;
}

} // namespace partway
