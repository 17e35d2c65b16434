// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace partway {

// One row of a list that goes up (by < 0) or down.
struct RowMove
{
    int row = 0; // where it stood before any of the moves
    int by = 0;

    bool operator==(const RowMove&) const = default;
};

// Brings these rows (ascending) together in front of row `target` (the number of rows: at the end), in their
// order. The moves are to be done in the order given. Pure.
QList<RowMove> movesInFrontOf(const QList<int>& rows, int target);

} // namespace partway
