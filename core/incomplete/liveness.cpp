// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/liveness.h"

#include <algorithm>

namespace partway {

Liveness livenessOf(const PartsTally& tally, int partsSeen, const QDateTime& now, const QDateTime& begun)
{
    constexpr int minute = 60;
    Liveness liveness;
    liveness.newest = tally.newest;
    liveness.partsLastMinute =
        int(std::count_if(tally.recent.cbegin(), tally.recent.cend(), [&now](const QDateTime& at) {
            return at.secsTo(now) < minute; // a part of the future is new, too: clocks differ
        }));
    liveness.begunJustNow = begun.isValid() && begun.secsTo(now) < minute;
    if (partsSeen >= 0)
        liveness.grownBy = std::max(0, tally.parts - partsSeen);
    return liveness;
}

bool mayBeInUse(const QDateTime& initiated, const QDateTime& newestPart, const QDateTime& now)
{
    constexpr int hour = 3600;
    const QDateTime last = newestPart.isValid() ? newestPart : initiated;
    return !last.isValid() || last.secsTo(now) < hour;
}

} // namespace partway
