// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/adoption.h"

#include <algorithm>

namespace partway {

namespace {

using Lengths = QMap<int, qint64>;

Error refused(const char* code, const QString& message)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = QString::fromLatin1(code);
    error.message = message;
    return error;
}

qint64 sumOf(const Lengths& lengths)
{
    qint64 sum = 0;
    for (const qint64 length : lengths)
        sum += length;
    return sum;
}

// Adds what follows the last part up to the file's end; false if there are not enough numbers.
bool appendTail(Lengths* lengths, qint64 size, qint64 common, const StoreLimits& limits)
{
    qint64 rest = size - sumOf(*lengths);
    if (rest > 0 && lengths->last() < std::min(common, limits.minPart)) {
        const qint64 more = std::min(rest, common - lengths->last()); // only the last part may be so small
        lengths->last() += more;
        rest -= more;
    }
    int number = lengths->lastKey();
    constexpr int mostNumbers =
        10'000; // S3's own: a cautious guess about a store says nothing against what it holds
    const int left = mostNumbers - number;
    if (rest > 0 && left < 1)
        return false;
    const qint64 piece = rest > 0 ? std::max(common, (rest + left - 1) / left) : 0;
    for (; rest > 0; rest -= std::min(rest, piece))
        lengths->insert(++number, std::min(rest, piece));
    return rest == 0;
}

void addPlan(QList<PartPlan>* plans, Lengths lengths, qint64 size, qint64 common, const StoreLimits& limits)
{
    if (sumOf(lengths) > size || !appendTail(&lengths, size, common, limits))
        return;
    const PartPlan plan = planOfLengths(lengths);
    if (plan.covers() && plan.size == size && !plans->contains(plan))
        plans->append(plan);
}

// Nothing is stored: it is cut as one of our own.
Result<QList<PartPlan>> freshPlan(qint64 size, const StoreLimits& limits)
{
    if (size == 0)
        return QList<PartPlan>{planOfLengths({{1, 0}})};
    const Result<PartPlan> plan = planParts(size, limits, {.partSize = 0, .directBelow = 0});
    if (!plan)
        return plan.error();
    return QList<PartPlan>{*plan};
}

} // namespace

Result<QList<PartPlan>> possiblePlans(const QMap<int, qint64>& heldLengths, qint64 size,
                                      const StoreLimits& limits)
{
    Lengths held = heldLengths;
    held.removeIf([](const auto& part) { return part.value() < 1; });
    const qint64 sum = sumOf(held);
    if (sum > size)
        return refused("adopt-file-smaller",
                       QStringLiteral("%1 bytes; %2 bytes are stored").arg(size).arg(sum));
    if (held.isEmpty())
        return freshPlan(size, limits);
    const qint64 common = planOfLengths(held).partSize;
    QList<int> missing;
    for (int number = 1; number < held.lastKey(); ++number) {
        if (!held.contains(number))
            missing.append(number);
    }
    QList<PartPlan> plans;
    const auto filled = [&](qint64 length) {
        Lengths lengths = held;
        for (const int number : std::as_const(missing))
            lengths.insert(number, length);
        return lengths;
    };
    addPlan(&plans, filled(common), size, common, limits);
    if (!missing.isEmpty()) {
        const qint64 rest = size - sum;
        if (rest > 0 && rest % missing.size() == 0)
            addPlan(&plans, filled(rest / missing.size()), size, common, limits);
        addPlan(&plans, held, size, common, limits);
    }
    if (plans.isEmpty())
        return refused("file-too-large",
                       QStringLiteral("%1 bytes; no part numbers are left for them").arg(size));
    return plans;
}

QString partMatchName(PartMatch match)
{
    switch (match) {
    case PartMatch::Same:
        return QStringLiteral("matching");
    case PartMatch::Different:
        return QStringLiteral("different");
    case PartMatch::Missing:
        return QStringLiteral("missing");
    case PartMatch::Uncheckable:
        return QStringLiteral("uncheckable");
    }
    return {};
}

QByteArray checksumIn(const Digests& digests, ChecksumMode mode)
{
    return mode == ChecksumMode::Sha256 ? digests.sha256 : digests.crc;
}

DigestPlan digestsFor(ChecksumMode mode)
{
    DigestPlan plan;
    plan.md5 = true;
    plan.sha256 = mode == ChecksumMode::Sha256;
    plan.crc = checksumIsFullObject(mode) ? mode : ChecksumMode::None;
    return plan;
}

bool isComparable(const ListedPart& listed, ChecksumMode mode)
{
    const bool byChecksum =
        !listed.checksum.isEmpty() && mode != ChecksumMode::None && mode != ChecksumMode::Md5;
    return byChecksum || looksLikeMd5(bareEtag(listed.etag));
}

// A checksum is the store's own word about the bytes, so it decides where there is one. An ETag is an MD5
// only where nothing was encrypted, which a listing does not say.
PartMatch compareListed(const ListedPart& listed, const Digests& digests, ChecksumMode mode)
{
    if (!isComparable(listed, mode))
        return PartMatch::Uncheckable;
    const bool byEtag = !digests.md5.isEmpty() && bareEtag(listed.etag) == digests.md5.toHex();
    const QByteArray checksum = checksumIn(digests, mode);
    if (!listed.checksum.isEmpty() && !checksum.isEmpty())
        return listed.checksum == checksum ? PartMatch::Same : PartMatch::Different;
    return byEtag ? PartMatch::Same : PartMatch::Different;
}

Adoption::Sum Adoption::sum(PartMatch match) const
{
    Sum sum;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        if (part.value() != match)
            continue;
        ++sum.parts;
        sum.bytes += plan.range(part.key()).length;
    }
    return sum;
}

Adoption::Sum Adoption::toSend() const
{
    const Sum same = sum(PartMatch::Same);
    return {plan.count - same.parts, plan.size - same.bytes};
}

bool Adoption::isOfAnotherFile() const
{
    return sum(PartMatch::Same).parts == 0 && sum(PartMatch::Different).parts > 0;
}

} // namespace partway
