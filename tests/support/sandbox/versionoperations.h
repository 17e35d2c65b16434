// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// Versions of objects, and what is known of one. Versioning can be switched on; the sandbox does not suspend
// it.
Answer getBucketVersioning(Exchange& exchange);
Answer putBucketVersioning(Exchange& exchange);
Answer listObjectVersions(Exchange& exchange);
Answer getObjectAttributes(Exchange& exchange);

} // namespace partway::sandbox
