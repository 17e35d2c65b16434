// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// Runs the operation of a request that was let in. Throws Failure or ConnectionLost.
Answer route(Exchange& exchange);

} // namespace partway::sandbox
