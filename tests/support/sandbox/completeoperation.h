// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// CompleteMultipartUpload: checks the list of parts, puts them together, makes the object appear and
// deletes the upload. Calls exchange.alive() while it copies.
Answer completeMultipartUpload(Exchange& exchange);

} // namespace partway::sandbox
