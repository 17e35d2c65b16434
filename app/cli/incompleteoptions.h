// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "complaint.h"
#include "storechoice.h"
#include "values.h"

#include <chrono>

namespace partway {

// What `incomplete list` and `incomplete abort` were asked to do.
struct IncompleteOptions
{
    StoreChoice store;
    S3Url place; // bucket empty: every bucket
    QString uploadId;
    std::optional<std::chrono::seconds> olderThan;
    bool dryRun = false;
};

void describeIncompleteList(QCommandLineParser& parser);
void describeIncompleteAbort(QCommandLineParser& parser);
OrComplaint<IncompleteOptions> incompleteOptionsOf(const QCommandLineParser& parser, bool aborting);

} // namespace partway
