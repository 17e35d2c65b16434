// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/waitingline.h"

namespace partway {

void WaitingLine::put(TransferId id, const Place& place)
{
    const auto before = m_places.constFind(id);
    if (before != m_places.cend() && *before == place)
        return;
    remove(id);
    m_places.insert(id, place);
    Lines& lines = m_lines[place.account];
    (place.small ? lines.small : lines.large).insert(keyOf(id, place));
}

void WaitingLine::remove(TransferId id)
{
    const auto found = m_places.constFind(id);
    if (found == m_places.cend())
        return;
    const Place place = *found;
    m_places.erase(found);
    const auto lines = m_lines.find(place.account);
    (place.small ? lines->second.small : lines->second.large).erase(keyOf(id, place));
    if (lines->second.small.empty() && lines->second.large.empty())
        m_lines.erase(lines);
}

QStringList WaitingLine::accounts() const
{
    QStringList names;
    for (const auto& [account, lines] : m_lines)
        names.append(account);
    return names;
}

QList<TransferId> WaitingLine::heads(const QString& account, int large, int small) const
{
    QList<TransferId> ids;
    const auto lines = m_lines.find(account);
    if (lines == m_lines.end())
        return ids;
    for (auto it = lines->second.large.cbegin(); it != lines->second.large.cend() && large > 0; ++it, --large)
        ids.append(std::get<TransferId>(*it));
    for (auto it = lines->second.small.cbegin(); it != lines->second.small.cend() && small > 0; ++it, --small)
        ids.append(std::get<TransferId>(*it));
    return ids;
}

QList<TransferId> WaitingLine::all(const QString& account) const
{
    const int everyone = static_cast<int>(m_places.size());
    return heads(account, everyone, everyone);
}

} // namespace partway
