// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preparedrun.h"

namespace partway {

PreparedRun::PreparedRun(TransferQueue& queue, std::unique_ptr<Report> report, const DriveOptions& drive,
                         const QString& stateFolder)
    : m_queue(queue), m_report(std::move(report)),
      m_run(queue, *m_report, TransferRun::Setup{.stateFolder = stateFolder, .patient = drive.patient})
{
    queue.setParallel(drive.parallel);
    queue.setRateLimit(drive.rate);
    connect(&m_run, &TransferRun::ended, this, [this](const RunSummary& summary) {
        m_summary = summary;
        Q_EMIT ended(summary.code);
    });
    connect(&queue, &TransferQueue::taken, this, [this](int request, const QList<TransferId>& ids) {
        for (TransferId id : ids) {
            const std::optional<TransferRow> row = request == m_adding ? m_queue.row(id) : std::nullopt;
            if (row)
                m_run.follow(*row);
        }
    });
    connect(&queue, &TransferQueue::refused, this, [this](int request, const QList<RefusedPath>& paths) {
        if (request == m_adding)
            m_run.noteRefused(paths);
    });
    connect(&queue, &TransferQueue::addEnded, this, [this](int request) {
        if (request == m_adding)
            m_run.allKnown();
    });
}

void PreparedRun::begin(const QList<Transfer>& transfers, const QList<RefusedPath>& refused)
{
    if (!refused.isEmpty())
        m_run.noteRefused(refused);
    m_adding = m_queue.addPrepared(transfers);
}

void PreparedRun::closed()
{
    m_run.tellRest();
    m_report->summary(m_summary);
}

} // namespace partway
