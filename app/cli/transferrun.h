// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"
#include "report.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace partway {

// Follows a set of transfers of a queue until each has ended, says so to a report, and decides what the
// program ends with. Nobody is there to sign in: transfers that wait for keys are paused. So are those of a
// store that was never reached, unless told to be patient; one that was reached is waited for. Main thread.
class TransferRun final : public QObject
{
    Q_OBJECT
public:
    TransferRun(TransferQueue& queue, Report& report, bool patient, QObject* parent = nullptr);

    void follow(const QList<TransferRow>& rows); // rows that were or will be started
    void noteRefused(const QList<RefusedPath>& paths);
    void allKnown(); // no more rows will come: ends once all have ended
    void interrupt();

Q_SIGNALS:
    void ended(const partway::RunSummary& summary); // once

private:
    void take(const TransferRow& row);
    void takeEnd(const TransferRow& row);
    void countEnd(const TransferRow& row);
    void watchHold(const TransferRow& row);
    void pauseWhere(const std::function<bool(const TransferRow&)>& wanted);
    void tick();
    void endWhenDone();
    ExitCode exitCode() const;
    RunPicture picture() const;

    TransferQueue& m_queue;
    Report& m_report;
    const bool m_patient;
    QHash<TransferId, TransferRow> m_rows;
    QSet<TransferId> m_pending;
    QSet<TransferId> m_active;  // running now
    QSet<TransferId> m_pausing; // we asked
    QSet<QString> m_signedOut;  // accounts whose keys are missing or not accepted
    qint64 m_bytes = 0;         // sums over m_rows
    qint64 m_stored = 0;
    RunSummary m_summary;
    bool m_allKnown = false;
    bool m_interrupted = false;
    bool m_over = false;
    bool m_reached = false;             // the store has answered in this run
    std::optional<Error> m_unreachable; // why not, as long as it has not
    bool m_gaveUp = false;
    QElapsedTimer m_sinceUnreachable;
    QElapsedTimer m_sinceInterrupt;
    QTimer m_clock;
};

} // namespace partway

Q_DECLARE_METATYPE(partway::RunSummary)
