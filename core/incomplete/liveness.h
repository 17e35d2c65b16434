// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteupload.h"

#include <QDateTime>

#include <chrono>

namespace partway {

// Is somebody still using an incomplete upload? Seen from a fresh listing of its parts, and an earlier one.
struct Liveness
{
    int partsLastMinute = 0;
    int grownBy = 0;           // parts more than at the earlier look
    bool begunJustNow = false; // within the last minute: its first part may still be on its way
    QDateTime newest{};

    bool isInUse() const { return partsLastMinute > 0 || grownBy > 0 || begunJustNow; }
    bool operator==(const Liveness&) const = default;
};

// Pure. now: by the store's clock. partsSeen: -1 where nobody looked before. begun: invalid where it is not
// known.
Liveness livenessOf(const PartsTally& tally, int partsSeen, const QDateTime& now,
                    const QDateTime& begun = {});

// Whether it is worth a look before an abort: what was begun or grew within the hour, or does not say.
bool mayBeInUse(const QDateTime& initiated, const QDateTime& newestPart, const QDateTime& now);

} // namespace partway
