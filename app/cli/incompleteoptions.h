// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "complaint.h"
#include "incomplete/incompletefilter.h"
#include "storechoice.h"
#include "values.h"

namespace partway {

enum class IncompleteTask { List, Abort, Retry };

// What `incomplete list`, `abort` and `retry` were asked to do.
struct IncompleteOptions
{
    IncompleteTask task = IncompleteTask::List;
    StoreChoice store;
    S3Url place; // bucket empty: every bucket
    IncompleteFilter filter;
    bool csv = false;
    bool dryRun = false;
    bool forget = false; // what is left to be aborted
    bool force = false;  // also what is in use or on this computer's own list
};

void describeIncompleteList(QCommandLineParser& parser);
void describeIncompleteAbort(QCommandLineParser& parser);
void describeIncompleteRetry(QCommandLineParser& parser);
OrComplaint<IncompleteOptions> incompleteOptionsOf(const QCommandLineParser& parser, IncompleteTask task);

} // namespace partway
