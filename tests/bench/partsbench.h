// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"

namespace partway {

class RateKeeper;

// Prints what each update of a transfer with so many parts costs the window, from the news to the painted
// map, table and legend; and what the strip of its row costs each time it is painted.
void benchParts(TransferQueue& queue, const RateKeeper& rate, int count);

} // namespace partway
