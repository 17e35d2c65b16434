// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// GET and HEAD of an object: ranges, parts, conditions, checksums. Throws Failure.
Answer readObject(Exchange& exchange);

} // namespace partway::sandbox
