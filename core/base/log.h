// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace partway {

// Logging goes through Qt's categories; installLogging() sends every line through redact() to standard
// error (the command line keeps standard output for results). Level: PARTWAY_LOG=debug|info|warning.
Q_DECLARE_LOGGING_CATEGORY(logHttp)
Q_DECLARE_LOGGING_CATEGORY(logS3)
Q_DECLARE_LOGGING_CATEGORY(logUpload)
Q_DECLARE_LOGGING_CATEGORY(logQueue)
Q_DECLARE_LOGGING_CATEGORY(logAccounts)

void installLogging();

} // namespace partway
