// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exitcode.h"
#include "queue/transferqueue.h"

#include <QList>

namespace partway {

// How a run stands just now.
struct RunPicture
{
    QList<TransferRow> active; // in the order of their numbers
    int files = 0;
    int filesDone = 0; // ended, however
    qint64 bytes = 0;
    qint64 storedBytes = 0;
    qint64 bytesPerSecond = 0;
    qint64 secondsLeft = -1;
};

struct RunSummary
{
    int finished = 0;
    int skipped = 0;
    int failed = 0; // with those that could not be taken
    int paused = 0;
    qint64 bytes = 0; // of finished transfers
    ExitCode code = ExitCode::Done;
};

// A link that is not followed, or not again, is told but is no failure: the rest goes on.
inline bool isOnlyLeftOut(const Error& error)
{
    return error.code == QLatin1String("link-skipped") || error.code == QLatin1String("link-loop");
}

// Says what happens during a run, to a person or to a program. Main thread.
class Report
{
public:
    virtual ~Report() = default;
    virtual void queued(const TransferRow& row) = 0;
    virtual void refused(const RefusedPath& path) = 0;
    virtual void changed(const TransferRow& before, const TransferRow& now) = 0;
    virtual void progress(const RunPicture& picture) = 0; // a few times a second
    virtual void held(const TransferRow&) {} // a stream that was paused from elsewhere and waits here
    virtual void ended(const TransferRow& row) = 0;
    virtual void troubled(const Error& error) = 0; // beside the transfers: journal, network
    virtual void interrupted() = 0;
    virtual void summary(const RunSummary& summary) = 0;
};

} // namespace partway
