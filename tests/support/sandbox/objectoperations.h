// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"
#include "support/sandbox/intake.h"

namespace partway::sandbox {

// Operations on one object. Each takes the request's body, does the work and gives the answer, or throws.
Answer putObject(Exchange& exchange);
Answer getObject(Exchange& exchange); // also HEAD
Answer deleteObject(Exchange& exchange);
Answer deleteObjects(Exchange& exchange);
Answer getObjectTagging(Exchange& exchange);

// The record of an object whose bytes came in.
ObjectRecord objectOf(const QByteArray& key, const Taken& taken, Checksum checksum, ObjectMeta meta);

} // namespace partway::sandbox
