// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/partplan.h"

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 smallFile = 2048 * MiB;
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
    if (!limits.singlePut)
        return false;
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
    const int index = indexOf(number);
    if (index < 0)
        return {};
    if (!isRegular()) {
        const qint64 offset = cuts.at(index).offset;
        return {offset, (index + 1 < cuts.size() ? cuts.at(index + 1).offset : size) - offset};
    }
    const qint64 offset = index * partSize;
    return {offset, std::min(partSize, size - offset)};
}

int PartPlan::numberAt(int index) const
{
    if (index < 0 || index >= count)
        return 0;
    return isRegular() ? index + 1 : cuts.at(index).number;
}

int PartPlan::indexOf(int number) const
{
    if (isRegular())
        return number >= 1 && number <= count ? number - 1 : -1;
    const auto least = [](const PlannedPart& part, int wanted) { return part.number < wanted; };
    const auto found = std::lower_bound(cuts.cbegin(), cuts.cend(), number, least);
    if (found == cuts.cend() || found->number != number)
        return -1;
    return static_cast<int>(found - cuts.cbegin());
}

bool PartPlan::covers() const
{
    if (open)
        return false;
    if (size == 0)
        return count == 1 && range(lastNumber()) == ByteRange{};
    if (isRegular())
        return count > 0 && range(count).length > 0 && range(count).end() == size;
    qint64 end = 0;
    int before = 0;
    for (const PlannedPart& part : cuts) {
        const ByteRange bytes = range(part.number);
        if (part.number <= before || bytes.offset != end || bytes.length <= 0)
            return false;
        before = part.number;
        end = bytes.end();
    }
    return end == size && count == cuts.size();
}

namespace {

// The length that most parts have; of two the larger.
qint64 commonestLength(const QMap<int, qint64>& lengths)
{
    QMap<qint64, int> times;
    for (const qint64 length : lengths)
        ++times[length];
    qint64 best = 0;
    int most = 0;
    for (auto length = times.cbegin(); length != times.cend(); ++length) {
        if (length.value() >= most) {
            best = length.key();
            most = length.value();
        }
    }
    return best;
}

} // namespace

PartPlan planOfLengths(const QMap<int, qint64>& lengths)
{
    PartPlan plan;
    plan.count = static_cast<int>(lengths.size());
    const qint64 first = lengths.isEmpty() ? 0 : lengths.first();
    bool regular = true;
    for (auto part = lengths.cbegin(); part != lengths.cend(); ++part) {
        const bool last = plan.cuts.size() + 1 == plan.count;
        regular = regular && part.key() == plan.cuts.size() + 1 &&
                  (last ? part.value() <= first : part.value() == first);
        plan.cuts.append({part.key(), plan.size});
        plan.size += part.value();
    }
    plan.partSize = regular ? first : commonestLength(lengths);
    if (regular)
        plan.cuts.clear();
    return plan;
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
    return PartPlan{size, part, static_cast<int>(std::max(qint64{1}, divideUp(size, part))), false};
}

Result<PartPlan> recutPlan(const PartPlan& plan, qint64 size, const StoreLimits& limits)
{
    if (plan.direct || plan.partSize < 1 || size < 1)
        return refused("plan-does-not-fit", {});
    if (size == plan.size)
        return plan;
    PartPlan cut = plan;
    cut.size = size;
    if (plan.isRegular()) {
        const qint64 count = divideUp(size, plan.partSize);
        if (limits.maxParts > 0 && count > std::max(limits.maxParts, plan.count))
            return tooLarge(size, plan.partSize * limits.maxParts);
        cut.count = static_cast<int>(count);
        return cut;
    }
    cut.cuts.removeIf([size](const PlannedPart& part) { return part.offset >= size; });
    const int most = limits.maxParts > 0 ? std::max(limits.maxParts, plan.lastNumber()) : 10'000;
    while (size - cut.cuts.last().offset >
           std::max(plan.partSize, plan.range(cut.cuts.last().number).length)) {
        const PlannedPart last = cut.cuts.last();
        const qint64 length = std::max(plan.partSize, plan.range(last.number).length);
        if (last.number >= most)
            return tooLarge(size, last.offset + length);
        cut.cuts.append({last.number + 1, last.offset + length});
    }
    cut.count = static_cast<int>(cut.cuts.size());
    return cut;
}

} // namespace partway
