// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "report.h"

#include <QSet>

namespace partway {

// A run in sentences: on a terminal a line for each active file and a total below, else plain lines.
class TextReport final : public Report
{
public:
    TextReport(Console& console, QString stateFolder);

    void queued(const TransferRow& row) override;
    void refused(const RefusedPath& path) override;
    void changed(const TransferRow& before, const TransferRow& now) override;
    void progress(const RunPicture& picture) override;
    void held(const TransferRow& row) override;
    void ended(const TransferRow& row) override;
    void troubled(const Error& error) override;
    void interrupted() override;
    void summary(const RunSummary& summary) override;

private:
    Console& m_console;
    const QString m_stateFolder;
    QSet<QString> m_signedOut; // accounts of which it was said
};

} // namespace partway
