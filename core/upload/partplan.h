// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byterange.h"
#include "base/result.h"
#include "s3/limits.h"

namespace partway {

// How a file is cut: parts 1 … count, all of partSize but the last. Fixed for the life of an upload.
// A plan with direct = true is one PutObject (small and empty files; count is then 1, also for 0 bytes).
struct PartPlan
{
    qint64 size = 0;
    qint64 partSize = 0;
    int count = 0;
    bool direct = false;

    ByteRange range(int number) const; // number 1 … count
    bool operator==(const PartPlan&) const = default;
};

struct PlanWishes
{
    qint64 partSize = 0;           // 0: automatic
    qint64 directBelow = 16 * MiB; // files up to this size (and within maxSinglePut) go by PutObject
};

// Pure. s3-reference §3.1: partSize = max(wish, ceil(size / maxParts), minPart), rounded up to a MiB;
// automatic sizes aim at a part of 5–30 s: 8 MiB under 256 MiB, else the profile's default, growing with the
// file. Errors (Refused): "file-too-large", "part-size-too-small", "part-size-too-large", with limits in
// `message`.
Result<PartPlan> planParts(qint64 size, const StoreLimits& limits, const PlanWishes& wishes = {});

} // namespace partway
