// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/openplan.h"

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 usualExpectation = 500 * GiB;
constexpr qint64 largestUsualPart = 256 * MiB;

qint64 inMebibytes(qint64 bytes)
{
    return (bytes + MiB - 1) / MiB * MiB;
}

} // namespace

Result<PartPlan> openPlan(const StoreLimits& limits, const PlanWishes& wishes, qint64 expectedSize)
{
    PlanWishes inParts = wishes;
    inParts.directBelow = -1;
    if (expectedSize <= 0 && wishes.partSize <= 0) {
        const qint64 parts = limits.maxParts > 0 ? limits.maxParts : 10'000;
        inParts.partSize = std::min(inMebibytes(usualExpectation / parts), largestUsualPart);
        inParts.partSize = std::max({inParts.partSize, limits.minPart, limits.defaultPart});
        if (limits.maxPart > 0)
            inParts.partSize = std::min(inParts.partSize, limits.maxPart);
    }
    // An object of at least one part, so that the size is that of a part and not of a small file.
    const qint64 least = std::max(inParts.partSize, qint64{1});
    Result<PartPlan> plan = planParts(std::max(expectedSize, least), limits, inParts);
    if (!plan)
        return plan;
    plan->size = 0;
    plan->count = 0;
    plan->direct = false;
    plan->open = true;
    return plan;
}

qint64 openPlanHolds(const PartPlan& plan, const StoreLimits& limits)
{
    const qint64 parts = limits.maxParts > 0 ? limits.maxParts : 10'000;
    const qint64 inParts = plan.partSize * parts;
    return limits.maxObject > 0 ? std::min(inParts, limits.maxObject) : inParts;
}

PartPlan grownPlan(const PartPlan& plan, qint64 size)
{
    PartPlan grown = plan;
    if (plan.partSize > 0)
        grown.count = std::max(plan.count, static_cast<int>(size / plan.partSize));
    grown.size = grown.count * plan.partSize;
    return grown;
}

PartPlan closedPlan(const PartPlan& plan, qint64 size)
{
    PartPlan closed = plan;
    closed.open = false;
    closed.size = size;
    closed.count = static_cast<int>(
        std::max(qint64{1}, (size + plan.partSize - 1) / std::max(plan.partSize, qint64{1})));
    return closed;
}

} // namespace partway
