// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/reorder.h"

#include <algorithm>

namespace partway {

// Rows above the target go down from the last one on, rows below it go up from the first one on: so none of
// them shifts another before its turn.
QList<RowMove> movesInFrontOf(const QList<int>& rows, int target)
{
    QList<RowMove> moves;
    const auto below = std::lower_bound(rows.begin(), rows.end(), target);
    int place = target;
    for (auto row = std::make_reverse_iterator(below); row != rows.rend(); ++row) {
        --place;
        if (place != *row)
            moves.append({*row, place - *row});
    }
    place = target;
    for (auto row = below; row != rows.end(); ++row, ++place) {
        if (place != *row)
            moves.append({*row, place - *row});
    }
    return moves;
}

} // namespace partway
