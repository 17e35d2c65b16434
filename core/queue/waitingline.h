// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/sortedblocks.h"

#include <QList>
#include <QString>

#include <map>
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

    // Where one stands. Kept by who waits, beside what else is known of it: there may be 100,000.
    struct Spot
    {
        qint64 position = 0;
        qint32 line = -1; // of m_lines; -1: it does not wait
        qint32 priority = 0;

        bool operator==(const Spot&) const = default;
    };

    void put(TransferId id, const Place& place, Spot* spot); // moves it if it waits already
    void remove(TransferId id, Spot* spot);
    QStringList accounts() const; // that somebody waits for
    QList<TransferId> heads(const QString& account, int large, int small) const;
    QList<TransferId> all(const QString& account) const;

private:
    using Key = std::tuple<int, qint64, TransferId>; // minus priority, position
    using Line = SortedBlocks<Key>;
    int lineOf(const Place& place);
    static Key keyOf(TransferId id, const Spot& spot) { return {-spot.priority, spot.position, id}; }

    std::map<QString, int> m_accounts; // where the two lines of an account are: large ones, small ones
    std::vector<Line> m_lines;
};

} // namespace partway
