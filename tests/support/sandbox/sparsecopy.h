// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byterange.h"

#include <QFile>

#include <functional>

namespace partway::sandbox {

// Copies a stretch of an open file to a place in another, and leaves its holes out: the kernel does it, and
// shares the blocks where the file system can. `to` is not made longer than its last data. Throws Failure.
void copySparsely(QFile& from, ByteRange range, QFile& to, qint64 at, const std::function<void()>& alive);

// No data at all in there: it reads as zeros.
bool isHole(QFile& file, ByteRange range);

} // namespace partway::sandbox
