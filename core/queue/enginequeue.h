// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/engineparts.h"
#include "queue/transferqueue.h"

namespace partway {

// TransferQueue with its engine thread, journal, scheduler and runners.
std::unique_ptr<TransferQueue> makeTransferQueue(EngineParts parts);

} // namespace partway
