// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "report.h"

#include <QElapsedTimer>

namespace partway {

// A run as JSON lines: queued, phase, part, progress, finished, failed, summary.
class JsonReport final : public Report
{
public:
    JsonReport(Console& console, QString stateFolder);

    void queued(const TransferRow& row) override;
    void refused(const RefusedPath& path) override;
    void changed(const TransferRow& before, const TransferRow& now) override;
    void progress(const RunPicture& picture) override;
    void ended(const TransferRow& row) override;
    void troubled(const Error& error) override;
    void interrupted() override {}
    void summary(const RunSummary& summary) override;

private:
    Console& m_console;
    const QString m_stateFolder;
    QElapsedTimer m_sinceProgress;
};

} // namespace partway
