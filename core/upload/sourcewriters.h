// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadsource.h"

namespace partway {

// Asks the system who has this open file open for writing. sourcewriterslinux.cpp knows; elsewhere
// sourcewritersunknown.cpp says that it cannot be told. fd: open for reading only. Thread-safe.
Writers writersOf(int fd);

} // namespace partway
