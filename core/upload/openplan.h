// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/partplan.h"

namespace partway {

// The plan of a source whose size nobody knows yet: a file that is still written, a stream. Parts are of one
// size for the life of the upload, so that size is chosen for the largest object that is expected. Pure.

// expectedSize 0: 500 GiB, but with parts of at most 256 MiB. Errors (Refused): those of planParts.
Result<PartPlan> openPlan(const StoreLimits& limits, const PlanWishes& wishes, qint64 expectedSize);

// The largest object that a plan with parts of this size can become.
qint64 openPlanHolds(const PartPlan& plan, const StoreLimits& limits);

// All parts that are full when the source has `size` bytes; never fewer than the plan has.
PartPlan grownPlan(const PartPlan& plan, qint64 size);

// The source ended at `size`: the same cuts, and the rest as the last part.
PartPlan closedPlan(const PartPlan& plan, qint64 size);

} // namespace partway
