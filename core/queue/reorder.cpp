// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/reorder.h"

namespace partway {

QList<TransferId> placedInFront(const QList<TransferId>& order, const QSet<TransferId>& chosen,
                                TransferId before)
{
    QList<TransferId> moved, rest;
    qsizetype place = -1; // in rest
    for (TransferId id : order) {
        if (id == before)
            place = rest.size();
        (chosen.contains(id) ? moved : rest).append(id);
    }
    const qsizetype at = place < 0 ? rest.size() : place;
    return rest.first(at) + moved + rest.sliced(at);
}

} // namespace partway
