// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// Operations on buckets.
Answer listBuckets(Exchange& exchange);
Answer createBucket(Exchange& exchange);
Answer headBucket(Exchange& exchange);
Answer deleteBucket(Exchange& exchange);
Answer getBucketLocation(Exchange& exchange);

} // namespace partway::sandbox
