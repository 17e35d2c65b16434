// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/faultbook.h"

#include "support/sandbox/faultactions.h"

namespace partway::sandbox {

int FaultBook::addOne(const FaultRule& rule)
{
    m_entries.push_back({++m_lastId, rule, std::mt19937(rule.seed)});
    return m_lastId;
}

QList<int> FaultBook::add(const QList<FaultRule>& rules)
{
    const std::lock_guard lock(m_mutex);
    QList<int> ids;
    for (const FaultRule& rule : rules)
        ids.append(addOne(rule));
    return ids;
}

void FaultBook::replace(const QList<FaultRule>& rules)
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    for (const FaultRule& rule : rules)
        addOne(rule);
}

bool FaultBook::remove(int id)
{
    const std::lock_guard lock(m_mutex);
    return std::erase_if(m_entries, [id](const Entry& entry) { return entry.id == id; }) > 0;
}

void FaultBook::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
}

QList<FaultState> FaultBook::states() const
{
    const std::lock_guard lock(m_mutex);
    QList<FaultState> list;
    for (const Entry& entry : m_entries)
        list.append({entry.id, entry.rule.text, entry.matched, entry.acted});
    return list;
}

bool FaultBook::acts(Entry& entry)
{
    ++entry.matched;
    if (entry.matched < entry.rule.nth)
        return false;
    if (entry.rule.times >= 0 && entry.acted >= entry.rule.times)
        return false;
    // Exactly one number for each candidate, so that a seed means the same sequence everywhere.
    if (entry.rule.chance < 1 && entry.dice() / 4294967296.0 >= entry.rule.chance)
        return false;
    ++entry.acted;
    return true;
}

FaultPlan FaultBook::planFor(const Request& request)
{
    const std::lock_guard lock(m_mutex);
    FaultPlan plan;
    for (Entry& entry : m_entries) {
        if (entry.rule.matches(request) && acts(entry))
            overlay(plan, entry.rule.plan);
    }
    return plan;
}

} // namespace partway::sandbox
