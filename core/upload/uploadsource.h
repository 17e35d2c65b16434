// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytesource.h"
#include "upload/sourcefingerprint.h"

namespace partway {

// Whether any program on this computer has the file open for writing.
enum class Writers { None, Some, Unknown };

// What a look at a source that grows shows.
struct SourceGrowth
{
    SourceFingerprint now;
    Writers writers = Writers::Unknown;
    bool ended = false;  // of a stream: no more will come
    bool noRoom = false; // of a stream: it is not read on before there is room on the disk
};

// The bytes of one transfer. Thread-safe.
class UploadSource : public ByteSource
{
public:
    // ok, or a LocalFile error when it is no longer what was promised.
    virtual Result<void> check(const SourceFingerprint& promised) const = 0;
    virtual Result<SourceGrowth> growth() const = 0;

    // For streams: the store has these bytes, nobody will ask for them again; go on reading, or do not; what
    // has come is all of it.
    virtual void letGo(ByteRange) {}
    virtual void setReading(bool) {}
    virtual void endHere() {}
    virtual bool isStream() const { return false; }
};

} // namespace partway
