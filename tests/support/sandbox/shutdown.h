// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace partway::sandbox {

// Both end the running QCoreApplication.
void quitOnSignals();       // SIGTERM, SIGINT, SIGHUP
void quitWhenInputCloses(); // the parent closed our standard input, or is gone

} // namespace partway::sandbox
