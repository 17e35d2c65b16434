// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byterange.h"
#include "base/result.h"

namespace partway {

// Bytes that can be read at any place, any number of times, from any thread at once (pread, no shared
// position). Part bodies and digests are windows on one of these; no part is ever copied to the heap whole.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    // Reads up to max bytes at offset. Returns how many (0: the source ends before offset), or a LocalFile
    // error. A source that became shorter answers with fewer bytes, never with a signal (no mmap).
    virtual Result<qint64> readAt(qint64 offset, char* data, qint64 max) const = 0;
};

} // namespace partway
