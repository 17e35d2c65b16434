// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/waitingline.h"

#include <limits>

namespace partway {

int WaitingLine::lineOf(const Place& place)
{
    const auto [account, isNew] = m_accounts.try_emplace(place.account, static_cast<int>(m_lines.size()));
    if (isNew)
        m_lines.resize(m_lines.size() + 2);
    return account->second + (place.small ? 1 : 0);
}

void WaitingLine::put(TransferId id, const Place& place, Spot* spot)
{
    const Spot wanted{place.position, lineOf(place), place.priority};
    if (*spot == wanted)
        return;
    remove(id, spot);
    *spot = wanted;
    m_lines[static_cast<size_t>(wanted.line)].insert(keyOf(id, wanted));
}

void WaitingLine::remove(TransferId id, Spot* spot)
{
    if (spot->line < 0)
        return;
    m_lines[static_cast<size_t>(spot->line)].erase(keyOf(id, *spot));
    *spot = {};
}

QStringList WaitingLine::accounts() const
{
    QStringList names;
    for (const auto& [account, line] : m_accounts) {
        const auto large = static_cast<size_t>(line);
        if (!m_lines[large].isEmpty() || !m_lines[large + 1].isEmpty())
            names.append(account);
    }
    return names;
}

QList<TransferId> WaitingLine::heads(const QString& account, int large, int small) const
{
    QList<TransferId> ids;
    const auto found = m_accounts.find(account);
    if (found == m_accounts.end())
        return ids;
    const auto take = [&ids](const Line& line, int most) {
        line.visitAll([&ids, &most](const Key& key) {
            if (most-- <= 0)
                return false;
            ids.append(std::get<TransferId>(key));
            return true;
        });
    };
    take(m_lines[static_cast<size_t>(found->second)], large);
    take(m_lines[static_cast<size_t>(found->second) + 1], small);
    return ids;
}

QList<TransferId> WaitingLine::all(const QString& account) const
{
    constexpr int everyone = std::numeric_limits<int>::max();
    return heads(account, everyone, everyone);
}

} // namespace partway
