// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/waitingline.h"

namespace partway {

int WaitingLine::lineOf(const Place& place)
{
    const auto [account, isNew] = m_accounts.try_emplace(place.account, static_cast<int>(m_lines.size()));
    if (isNew)
        m_lines.resize(m_lines.size() + 2);
    return account->second + (place.small ? 1 : 0);
}

void WaitingLine::put(TransferId id, const Place& place)
{
    const Kept kept{place.position, place.priority, lineOf(place)};
    const auto before = m_places.constFind(id);
    if (before != m_places.cend() && *before == kept)
        return;
    remove(id);
    m_places.insert(id, kept);
    m_lines[static_cast<size_t>(kept.line)].insert(keyOf(id, kept));
}

void WaitingLine::remove(TransferId id)
{
    const auto found = m_places.constFind(id);
    if (found == m_places.cend())
        return;
    m_lines[static_cast<size_t>(found->line)].erase(keyOf(id, *found));
    m_places.erase(found);
}

QStringList WaitingLine::accounts() const
{
    QStringList names;
    for (const auto& [account, line] : m_accounts) {
        const auto large = static_cast<size_t>(line);
        if (!m_lines[large].empty() || !m_lines[large + 1].empty())
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
        for (auto it = line.cbegin(); it != line.cend() && most > 0; ++it, --most)
            ids.append(std::get<TransferId>(*it));
    };
    take(m_lines[static_cast<size_t>(found->second)], large);
    take(m_lines[static_cast<size_t>(found->second) + 1], small);
    return ids;
}

QList<TransferId> WaitingLine::all(const QString& account) const
{
    const int everyone = static_cast<int>(m_places.size());
    return heads(account, everyone, everyone);
}

} // namespace partway
