// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"
#include "report.h"
#include "transferrun.h"
#include "uploadoptions.h"

#include <QObject>

#include <memory>

namespace partway {

// Puts rows that were made elsewhere (an adopted upload, a ticket, copies) into an open queue and drives them
// to their end. `refused`: what could not be made a row.
class PreparedRun final : public QObject
{
    Q_OBJECT
public:
    PreparedRun(TransferQueue& queue, std::unique_ptr<Report> report, const DriveOptions& drive,
                const QString& stateFolder);

    void begin(const QList<Transfer>& transfers, const QList<RefusedPath>& refused = {});
    void interrupt() { m_run.interrupt(); }
    void closed(); // the queue is closed: say the rest

Q_SIGNALS:
    void ended(partway::ExitCode code);

private:
    TransferQueue& m_queue;
    std::unique_ptr<Report> m_report;
    TransferRun m_run;
    RunSummary m_summary;
    int m_adding = 0;
};

} // namespace partway
