// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/partplan.h"

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 smallFile = 256 * MiB;
constexpr qint64 smallFilePart = 8 * MiB;
constexpr qint64 usualPart = 16 * MiB;

qint64 divideUp(qint64 value, qint64 by)
{
    return value / by + (value % by == 0 ? 0 : 1);
}

Error refused(const char* code, const QString& message)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = QString::fromLatin1(code);
    error.message = message;
    return error;
}

Error tooLarge(qint64 size, qint64 most)
{
    return refused("file-too-large",
                   QStringLiteral("%1 bytes; the store takes at most %2 bytes").arg(size).arg(most));
}

// The largest object that the limits allow together; 0: no limit known.
qint64 largestObject(const StoreLimits& limits)
{
    qint64 most = limits.maxObject;
    if (limits.maxPart > 0 && limits.maxParts > 0) {
        const qint64 inParts = limits.maxPart * limits.maxParts;
        most = most > 0 ? std::min(most, inParts) : inParts;
    }
    return most;
}

// A store whose default is above the usual one (Storj: 64 MiB) wants it for every file.
qint64 automaticPart(qint64 size, const StoreLimits& limits)
{
    if (size < smallFile && limits.defaultPart <= usualPart)
        return std::min(smallFilePart, limits.defaultPart);
    return limits.defaultPart;
}

// A wish below the file's size is meant: such a file goes in parts however small it is.
bool goesDirect(qint64 size, const StoreLimits& limits, const PlanWishes& wishes)
{
    if (size == 0)
        return true;
    if (limits.maxSinglePut > 0 && size > limits.maxSinglePut)
        return false;
    if (wishes.partSize > 0 && wishes.partSize < size)
        return false;
    return size <= wishes.directBelow;
}

Result<void> checkWish(qint64 wish, const StoreLimits& limits)
{
    if (wish < 0 || (wish > 0 && wish < limits.minPart))
        return refused(
            "part-size-too-small",
            QStringLiteral("%1 bytes; the store takes at least %2 bytes").arg(wish).arg(limits.minPart));
    if (limits.maxPart > 0 && wish > limits.maxPart)
        return refused(
            "part-size-too-large",
            QStringLiteral("%1 bytes; the store takes at most %2 bytes").arg(wish).arg(limits.maxPart));
    return {};
}

} // namespace

ByteRange PartPlan::range(int number) const
{
    const qint64 offset = (number - 1) * partSize;
    return {offset, std::min(partSize, size - offset)};
}

Result<PartPlan> planParts(qint64 size, const StoreLimits& limits, const PlanWishes& wishes)
{
    Q_ASSERT(size >= 0);
    if (const Result<void> wish = checkWish(wishes.partSize, limits); !wish.ok())
        return wish.error();
    const qint64 most = largestObject(limits);
    if (most > 0 && size > most)
        return tooLarge(size, most);
    if (goesDirect(size, limits, wishes))
        return PartPlan{size, size, 1, true};

    qint64 part =
        std::max(wishes.partSize > 0 ? wishes.partSize : automaticPart(size, limits), limits.minPart);
    if (limits.maxParts > 0)
        part = std::max(part, divideUp(size, limits.maxParts));
    part = divideUp(part, MiB) * MiB;
    // A greatest part that is no whole number of MiB (5,000,000,000) still covers what it has to: `most`.
    if (limits.maxPart > 0)
        part = std::min(part, limits.maxPart);
    return PartPlan{size, part, static_cast<int>(divideUp(size, part)), false};
}

} // namespace partway
