// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byterange.h"
#include "base/result.h"
#include "s3/limits.h"

#include <QList>
#include <QMap>

namespace partway {

// Where a part begins in a plan that is not regular; it ends where the next one begins.
struct PlannedPart
{
    int number = 0;
    qint64 offset = 0;

    bool operator==(const PlannedPart&) const = default;
};

// How a file is cut. Our own uploads are regular: parts 1 … count, all of partSize but the last. One that
// another program began may be cut in any way and leave numbers out; then `cuts` lists every part, by rising
// number, and partSize is only the commonest size. Fixed for the life of an upload.
// A plan with direct = true is one PutObject (small and empty files; count is then 1, also for 0 bytes).
// An open plan is that of a source that still grows (openplan.h): count and size are those of the parts that
// are full so far, and may be 0.
struct PartPlan
{
    qint64 size = 0;
    qint64 partSize = 0;
    int count = 0;
    bool direct = false;
    QList<PlannedPart> cuts{}; // empty: regular
    bool open = false;         // the source still grows; nothing is completed before it is closed

    bool isRegular() const { return cuts.isEmpty(); }
    ByteRange range(int number) const; // empty for a number that is not in the plan
    int numberAt(int index) const;     // of the index-th part, from 0; 0: there is none
    int indexOf(int number) const;     // -1: not in the plan
    int lastNumber() const { return numberAt(count - 1); }
    // Its parts are exactly [0, size), none of them empty (but for an empty file's one). An open one covers
    // nothing.
    bool covers() const;
    bool operator==(const PartPlan&) const = default;
};

// The plan whose parts have these lengths, by number: regular if the numbers and lengths are those of a
// regular one.
PartPlan planOfLengths(const QMap<int, qint64>& lengths);

struct PlanWishes
{
    qint64 partSize = 0;           // 0: automatic
    qint64 directBelow = 16 * MiB; // files up to this size (and within maxSinglePut) go by PutObject
};

// Pure. s3-reference §3.1: partSize = max(wish, ceil(size / maxParts), minPart), rounded up to a MiB;
// automatic sizes aim at a part of 5–30 s: 8 MiB under 2 GiB (what a cut connection costs is a small share of
// the file then), else the profile's default, growing with the file. Errors (Refused): "file-too-large",
// "part-size-too-small", "part-size-too-large", with limits in `message`.
Result<PartPlan> planParts(qint64 size, const StoreLimits& limits, const PlanWishes& wishes = {});

// The same cuts for a file of another size: parts beyond the end go, new ones of partSize follow, and the
// part at the end is cut anew. Error (Refused): "file-too-large", or "plan-does-not-fit" for a plan without
// parts and for an empty file.
Result<PartPlan> recutPlan(const PartPlan& plan, qint64 size, const StoreLimits& limits);

} // namespace partway
