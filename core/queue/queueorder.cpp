// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"

#include "queue/reorder.h"

#include <algorithm>

// In which order rows get their turns, by the person's wish.

namespace partway {

void QueueEngine::setPriority(const QList<TransferId>& ids, int priority)
{
    for (TransferId id : ids) {
        QueueEntry* entry = find(id);
        if (!entry)
            continue;
        entry->transfer.priority = std::clamp(priority, -1, 1);
        m_journal->saveOrder(id, entry->transfer.position, entry->transfer.priority);
        requeue(*entry);
    }
}

QList<TransferId> QueueEngine::queueOrder() const
{
    std::vector<std::pair<qint64, TransferId>> places;
    places.reserve(m_entries.size());
    for (const auto& [id, entry] : m_entries)
        places.emplace_back(entry.transfer.position, id);
    std::sort(places.begin(), places.end());
    QList<TransferId> order;
    order.reserve(static_cast<qsizetype>(places.size()));
    for (const auto& [position, id] : places)
        order.append(id);
    return order;
}

// The places stay, those who have them change.
void QueueEngine::takeOrder(const QList<TransferId>& order)
{
    QList<qint64> positions;
    positions.reserve(order.size());
    for (TransferId id : order)
        positions.append(find(id)->transfer.position);
    std::sort(positions.begin(), positions.end());
    for (qsizetype at = 0; at < order.size(); ++at) {
        QueueEntry& entry = *find(order.at(at));
        if (entry.transfer.position == positions.at(at))
            continue;
        entry.transfer.position = positions.at(at);
        m_journal->saveOrder(order.at(at), entry.transfer.position, entry.transfer.priority);
        requeue(entry);
    }
}

// The chosen rows keep their order among themselves and stop at the ends.
void QueueEngine::move(const QList<TransferId>& ids, int by)
{
    QList<TransferId> order = queueOrder();
    const QSet<TransferId> chosen(ids.cbegin(), ids.cend());
    if (by > 0)
        std::reverse(order.begin(), order.end());
    qsizetype first = 0; // the first place that is not taken by one that was moved
    for (qsizetype at = 0; at < order.size(); ++at) {
        if (!chosen.contains(order.at(at)))
            continue;
        const qsizetype to = std::max(first, at - std::abs(by));
        order.move(at, to);
        first = to + 1;
    }
    if (by > 0)
        std::reverse(order.begin(), order.end());
    takeOrder(order);
}

void QueueEngine::place(const QList<TransferId>& ids, TransferId before)
{
    takeOrder(placedInFront(queueOrder(), QSet<TransferId>(ids.cbegin(), ids.cend()), before));
}

} // namespace partway
