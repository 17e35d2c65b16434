// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// Paged listings. encoding-type=url writes names as S3 does: a space as "+", "/" and "*" as they are.
Answer listObjects(Exchange& exchange); // version 1 and 2
Answer listMultipartUploads(Exchange& exchange);
Answer listParts(Exchange& exchange);

} // namespace partway::sandbox
