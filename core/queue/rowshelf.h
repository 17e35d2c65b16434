// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace partway {

// The rows by number, each of which never changes: a changed one is another. Numbers grow, so that new ones
// come at the end, and a sorted list takes a third of the room of a hash. A value of one
// thread.
class RowShelf
{
public:
    using Row = Boxed<TransferRow>;

    void put(const TransferRow& row)
    {
        const auto place = at(row.id);
        if (place != m_rows.end() && (*place)->id == row.id)
            *place = Row(row);
        else
            m_rows.insert(place, Row(row));
    }
    void remove(const QList<TransferId>& ids)
    {
        const QSet<TransferId> gone(ids.begin(), ids.end());
        std::erase_if(m_rows, [&gone](const Row& row) { return gone.contains(row->id); });
    }
    Row find(TransferId id) const
    {
        const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), id, isBefore);
        return place != m_rows.end() && (*place)->id == id ? *place : Row();
    }
    const std::vector<Row>& all() const { return m_rows; }

private:
    static bool isBefore(const Row& row, TransferId id) { return row->id < id; }
    std::vector<Row>::iterator at(TransferId id)
    {
        return std::lower_bound(m_rows.begin(), m_rows.end(), id, isBefore);
    }

    std::vector<Row> m_rows;
};

} // namespace partway
