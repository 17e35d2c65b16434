// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QHash>
#include <QList>
#include <QString>

#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace partway {

// Who waits for a turn, by account and in order, small files apart from large ones: the scheduler looks at
// the heads of the lines only, however long they are.
class WaitingLine
{
public:
    struct Place
    {
        QString account;
        bool small = false;
        int priority = 0; // greater goes first
        qint64 position = 0;
    };

    void put(TransferId id, const Place& place); // moves it if it waits already
    void remove(TransferId id);
    QStringList accounts() const; // that somebody waits for
    QList<TransferId> heads(const QString& account, int large, int small) const;
    QList<TransferId> all(const QString& account) const;

private:
    using Key = std::tuple<int, qint64, TransferId>; // minus priority, position
    using Line = std::set<Key>;
    struct Kept // small: there may be 100,000
    {
        qint64 position = 0;
        int priority = 0;
        int line = 0; // of m_lines

        bool operator==(const Kept&) const = default;
    };
    int lineOf(const Place& place);
    static Key keyOf(TransferId id, const Kept& kept) { return {-kept.priority, kept.position, id}; }

    QHash<TransferId, Kept> m_places;
    std::map<QString, int> m_accounts; // where the two lines of an account are: large ones, small ones
    std::vector<Line> m_lines;
};

} // namespace partway
