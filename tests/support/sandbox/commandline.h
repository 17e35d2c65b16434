// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/sandbox.h"

namespace partway::sandbox {

struct CommandLine
{
    Settings settings;
    bool exitWithParent = false;
    std::chrono::milliseconds printKeys{0}; // print temporary keys as a credential_process does, and end
    QByteArray whereBucket, whereKey;       // --where BUCKET/KEY: say where the bytes are and end
};

// Shows help or version and ends the program when asked to.
Result<CommandLine> readCommandLine(const QStringList& arguments);

} // namespace partway::sandbox
