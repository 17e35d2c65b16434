// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/sqlconnection.h"

namespace partway {

constexpr int journalVersion = 5;

// Brings a journal to journalVersion, step by step, in one transaction. A file that some other program wrote
// is "journal-corrupt", one that a later Partway wrote "journal-newer"; neither is touched.
Result<void> migrateJournal(SqlConnection& connection);

} // namespace partway
