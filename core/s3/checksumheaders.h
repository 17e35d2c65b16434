// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

namespace partway {

// The integrity header of a body for the mode, from digests that were computed before; and, where the SHA-256
// is known, the payload hash to sign with.
void addChecksumHeaders(S3Request& request, ChecksumMode mode, const Digests& digests);

} // namespace partway
