// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/folderstrip.h"

#include <algorithm>

namespace partway {

namespace {

bool isOnStore(PartState state)
{
    return state == PartState::Stored || state == PartState::Adopted;
}

int loudness(PartState state)
{
    switch (state) {
    case PartState::Missing:
    case PartState::Stored:
    case PartState::Adopted:
        return 0;
    case PartState::Hashing:
        return 1;
    case PartState::Sending:
        return 2;
    case PartState::Retrying:
        return 3;
    case PartState::Failed:
        return 4;
    }
    return 0;
}

// Of a row that shows no parts: the state of what is not stored of it.
PartState restOf(const TransferRow& row)
{
    if (row.phase == Phase::Failed || row.phase == Phase::NeedsAttention)
        return PartState::Failed;
    if (!isRunning(row.phase))
        return PartState::Missing;
    return row.hold == Hold::None ? PartState::Sending : PartState::Retrying;
}

} // namespace

// m_size * bucket would overflow for large folders.
qint64 FolderStrip::edge(int bucket) const
{
    return m_size / stripBuckets * bucket + m_size % stripBuckets * bucket / stripBuckets;
}

void FolderStrip::show(qint64 from, qint64 length, PartState state)
{
    if (length <= 0 || m_size <= 0 || state == PartState::Missing)
        return;
    const auto guess =
        static_cast<int>(static_cast<double>(from) / static_cast<double>(m_size) * stripBuckets);
    int bucket = std::clamp(guess, 0, stripBuckets - 1);
    while (bucket > 0 && edge(bucket) > from)
        --bucket;
    for (; bucket < stripBuckets && edge(bucket) < from + length; ++bucket) {
        const qint64 begin = std::max(from, edge(bucket));
        const qint64 end = std::min(from + length, edge(bucket + 1));
        if (end <= begin)
            continue;
        Bucket& here = m_buckets[bucket];
        if (isOnStore(state))
            here.stored += end - begin;
        else if (loudness(state) > loudness(here.loudest))
            here.loudest = state;
    }
}

void FolderStrip::add(const TransferRow& row)
{
    if (row.phase == Phase::Aborted || row.phase == Phase::Skipped)
        return;
    const qint64 from = m_at;
    m_at += row.size;
    if (row.phase == Phase::Finished) {
        show(from, row.size, PartState::Stored);
        return;
    }
    const QByteArray& strip = row.strip;
    const qsizetype count = strip.size();
    if (count == 0) {
        show(from, row.storedBytes, PartState::Stored);
        show(from + row.storedBytes, row.size - row.storedBytes, restOf(row));
        return;
    }
    if (restOf(row) == PartState::Failed) // its parts do not fail, the file does
        show(from, 1, PartState::Failed);
    for (qsizetype i = 0; i < count; ++i) {
        const qint64 begin = row.size / count * i + row.size % count * i / count;
        const qint64 end = row.size / count * (i + 1) + row.size % count * (i + 1) / count;
        show(from + begin, end - begin, static_cast<PartState>(strip.at(i)));
    }
}

QByteArray FolderStrip::result() const
{
    QByteArray strip(stripBuckets, static_cast<char>(PartState::Missing));
    bool any = false;
    for (int bucket = 0; bucket < stripBuckets; ++bucket) {
        const Bucket& here = m_buckets.at(bucket);
        const qint64 width = edge(bucket + 1) - edge(bucket);
        const bool whole = here.stored >= width;
        if (width == 0 && bucket > 0) // fewer bytes than buckets
            strip[bucket] = strip.at(bucket - 1);
        else if (here.loudest != PartState::Missing)
            strip[bucket] = static_cast<char>(here.loudest);
        else if (whole && here.stored > 0)
            strip[bucket] = static_cast<char>(PartState::Stored);
        any = any || strip.at(bucket) != static_cast<char>(PartState::Missing);
    }
    return any ? strip : QByteArray();
}

} // namespace partway
