// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/partstrip.h"

#include <algorithm>

namespace partway {

namespace {

// What a bucket shows when its parts differ.
int weight(PartState state)
{
    switch (state) {
    case PartState::Missing:
        return 1;
    case PartState::Adopted:
        return 2;
    case PartState::Stored:
        return 3;
    case PartState::Hashing:
        return 4;
    case PartState::Sending:
        return 5;
    case PartState::Retrying:
        return 6;
    case PartState::Failed:
        return 7;
    }
    return 0;
}

bool isOnStore(PartState state)
{
    return state == PartState::Stored || state == PartState::Adopted;
}

class Strip
{
public:
    explicit Strip(int partCount)
        : m_count(partCount), m_buckets(std::min(partCount, stripBuckets)), m_states(m_buckets, Missing),
          m_stored(m_buckets, 0), m_any(false)
    {
    }

    void show(int index, PartState state)
    {
        if (index < 0 || index >= m_count || state == PartState::Missing)
            return;
        m_any = true;
        const qsizetype at = bucketOf(index);
        if (isOnStore(state))
            ++m_stored[at];
        const auto before = static_cast<PartState>(m_states.at(at));
        if (weight(state) > weight(before))
            m_states[at] = static_cast<char>(state);
    }

    QByteArray result()
    {
        if (!m_any)
            return {};
        for (qsizetype at = 0; at < m_buckets; ++at) {
            const bool partly = m_stored.at(at) < sizeOf(at);
            if (partly && isOnStore(static_cast<PartState>(m_states.at(at))))
                m_states[at] = Missing;
        }
        return m_states;
    }

private:
    static constexpr char Missing = static_cast<char>(PartState::Missing);

    qsizetype bucketOf(int index) const { return qint64{index} * m_buckets / m_count; }
    int firstOf(qsizetype bucket) const // the least index whose bucketOf() is this one
    {
        return static_cast<int>((qint64{bucket} * m_count + m_buckets - 1) / m_buckets);
    }
    int sizeOf(qsizetype bucket) const { return firstOf(bucket + 1) - firstOf(bucket); }

    int m_count;
    qsizetype m_buckets;
    QByteArray m_states;
    QList<int> m_stored;
    bool m_any;
};

} // namespace

QByteArray makeStrip(const PartPlan& plan, const QMap<int, StoredPart>& parts,
                     const QHash<int, PartLive>& live)
{
    if (plan.count < 1)
        return {};
    Strip strip(plan.count);
    for (auto part = parts.cbegin(); part != parts.cend(); ++part)
        strip.show(plan.indexOf(part.key()), part->adopted ? PartState::Adopted : PartState::Stored);
    for (auto part = live.cbegin(); part != live.cend(); ++part) {
        if (!parts.contains(part.key()))
            strip.show(plan.indexOf(part.key()), part->state);
    }
    return strip.result();
}

QByteArray guessStrip(int partCount, int storedParts)
{
    if (partCount < 1 || storedParts < 1)
        return {};
    Strip strip(partCount);
    for (int index = 0; index < storedParts; ++index)
        strip.show(index, PartState::Stored);
    return strip.result();
}

} // namespace partway
