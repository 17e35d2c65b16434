// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/scheduler.h"

#include "queue/connectionbudget.h"

#include <algorithm>

namespace partway {

namespace {

using Items = QList<const SchedulerItem*>;

bool comesBefore(const SchedulerItem* a, const SchedulerItem* b)
{
    if (a->priority != b->priority)
        return a->priority > b->priority;
    if (a->position != b->position)
        return a->position < b->position;
    return a->id < b->id;
}

// Shares the slots of one endpoint.
class Share
{
public:
    Share(Items items, int total, const SchedulerLimits& limits);
    void run(QMap<TransferId, int>* result);

private:
    void give(const SchedulerItem* item, int count);
    void keepRunning();
    void beginLarge();
    void beginSmall(int most);
    void giveMore();

    Items m_large, m_small; // in order
    int m_total;
    int m_used = 0; // may exceed m_total: running items are never cut off
    int m_begun = 0;
    const SchedulerLimits& m_limits;
    QMap<TransferId, int> m_slots;
};

Share::Share(Items items, int total, const SchedulerLimits& limits) : m_total(total), m_limits(limits)
{
    std::sort(items.begin(), items.end(), comesBefore);
    for (const SchedulerItem* item : items)
        (item->size < limits.smallFile ? m_small : m_large).append(item);
}

void Share::give(const SchedulerItem* item, int count)
{
    m_slots[item->id] += count;
    m_used += count;
}

void Share::keepRunning()
{
    for (const Items& items : {m_large, m_small}) {
        for (const SchedulerItem* item : items) {
            if (!item->running)
                continue;
            give(item, 1);
            if (item->wantedSlots < 1)
                --m_used;
        }
    }
    for (const SchedulerItem* item : m_large)
        m_begun +=
            item->running && item->wantedSlots > 0 ? 1 : 0; // one that waits for its source is no hindrance
}

void Share::beginLarge()
{
    const int keptForSmall = m_small.isEmpty() ? 0 : 1;
    for (const SchedulerItem* item : m_large) {
        if (item->running)
            continue;
        if (m_begun >= m_limits.maxTransfers || m_used >= std::max(1, m_total - keptForSmall))
            return;
        give(item, 1);
        ++m_begun;
    }
}

void Share::beginSmall(int most)
{
    for (const SchedulerItem* item : m_small) {
        if (most <= 0)
            return;
        if (m_slots.contains(item->id))
            continue;
        give(item, 1);
        --most;
    }
}

// What is left goes to the large ones: to the highest priority first, among equals one by one in turn.
void Share::giveMore()
{
    bool given = true;
    while (given && m_used < m_total) {
        given = false;
        int priority = 0;
        for (const SchedulerItem* item : m_large) {
            if (given && item->priority != priority)
                break;
            if (m_used >= m_total)
                return;
            const auto slot = m_slots.constFind(item->id);
            if (slot == m_slots.cend() || *slot >= item->wantedSlots)
                continue;
            give(item, 1);
            given = true;
            priority = item->priority;
        }
    }
}

void Share::run(QMap<TransferId, int>* result)
{
    keepRunning();
    beginLarge();
    const bool smallRuns = std::any_of(m_small.cbegin(), m_small.cend(),
                                       [](const SchedulerItem* item) { return item->running; });
    const int idle = std::max(0, m_total - m_used);
    beginSmall(std::max((idle + 1) / 2, smallRuns ? 0 : 1));
    giveMore();
    beginSmall(m_total - m_used); // what the large ones did not want either
    result->insert(m_slots);
}

} // namespace

QMap<TransferId, int> allotSlots(const QList<SchedulerItem>& items, const QMap<QString, int>& budgets,
                                 const SchedulerLimits& limits)
{
    QMap<QString, Items> byEndpoint;
    for (const SchedulerItem& item : items)
        byEndpoint[item.endpoint].append(&item);
    QMap<TransferId, int> result;
    for (auto endpoint = byEndpoint.cbegin(); endpoint != byEndpoint.cend(); ++endpoint) {
        const int wanted = limits.parallel > 0 ? limits.parallel : budgets.value(endpoint.key(), 4);
        const int total = std::clamp(wanted, 1, maxSlotsPerEndpoint);
        Share(*endpoint, total, limits).run(&result);
    }
    return result;
}

} // namespace partway
