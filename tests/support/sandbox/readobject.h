// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// GET and HEAD of an object: ranges, parts, conditions, checksums. Throws Failure.
Answer readObject(Exchange& exchange);

// The source of a server-side copy.
struct CopySource
{
    ObjectRecord record;
    std::unique_ptr<ByteStream> stream;
};

// Opens what x-amz-copy-source names; range as in "bytes=0-99" (empty: all of it). Throws Failure.
CopySource openCopySource(Exchange& exchange, const QByteArray& range);

} // namespace partway::sandbox
