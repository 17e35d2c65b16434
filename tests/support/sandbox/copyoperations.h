// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// Copies inside the sandbox. As strict as S3 about ranges (inside the source, and only of one beyond 5 MiB),
// sizes, and an object that is copied onto itself without a change.
Answer copyObject(Exchange& exchange);
Answer uploadPartCopy(Exchange& exchange);

} // namespace partway::sandbox
