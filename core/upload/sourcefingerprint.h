// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace partway {

// What identifies a file's content cheaply: size, modification time (ns since epoch) and identity (device and
// inode, or what the platform has; empty where it has none). A plain value, kept in the journal.
struct SourceFingerprint
{
    qint64 size = -1;
    qint64 modifiedNs = 0;
    QByteArray identity;
    bool growing = false; // only the identity counts, and size is the least

    bool operator==(const SourceFingerprint&) const = default;
};

// Whether what is seen is what was promised. The identity counts only on the same device: the same disk may
// come back under another number after a restart, and then size and time have to do.
bool isSameSource(const SourceFingerprint& promised, const SourceFingerprint& seen);

// Without opening for reading; the same errors.
Result<SourceFingerprint> fingerprintOf(const QString& path);

} // namespace partway
