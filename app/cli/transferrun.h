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

namespace partway {

// Follows a set of transfers of a queue until each has ended, says so to a report, and decides what the
// program ends with. Nobody is there to sign in: what waits for keys has ended for us. Transfers to a store
// that was never reached are paused, unless told to be patient; one that was reached is waited for. What
// finished is told once its receipt is there. Main thread.
class TransferRun final : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        QString stateFolder;
        bool patient = false;
    };
    TransferRun(TransferQueue& queue, Report& report, Setup setup, QObject* parent = nullptr);

    bool follows(TransferId id) const { return m_rows.contains(id); }
    void follow(const TransferRow& row); // it was or will be started
    void noteRefused(const QList<RefusedPath>& paths);
    void allKnown(); // no more rows will come: ends once all have ended
    QList<TransferId> pending() const { return m_pending.values(); }
    void interrupt();
    void tellRest(); // finished transfers whose receipts were late; once the queue has closed

Q_SIGNALS:
    void ended(const partway::RunSummary& summary); // once

private:
    struct Unreached
    {
        Error error;
        qint64 sinceMs = 0;
        bool gaveUp = false;
    };

    void take(const TransferRow& row);
    void takeEnd(const TransferRow& row);
    void tellFinished(bool all);
    void countEnd(const TransferRow& row);
    void watchHold(const TransferRow& row);
    void pauseWhere(const std::function<bool(const TransferRow&)>& wanted);
    void tick();
    void giveUpWhereHopeless();
    void endWhenDone();
    ExitCode exitCode() const;
    RunPicture picture() const;

    TransferQueue& m_queue;
    Report& m_report;
    const Setup m_setup;
    QHash<TransferId, TransferRow> m_rows;
    QSet<TransferId> m_pending;
    QSet<TransferId> m_active;     // running now
    QSet<TransferId> m_pausing;    // we asked
    QList<TransferRow> m_finished; // not told yet
    QSet<QString> m_signedOut;     // accounts whose keys are missing or not accepted
    qint64 m_bytes = 0;            // sums over m_rows
    qint64 m_stored = 0;
    RunSummary m_summary;
    bool m_allKnown = false;
    bool m_interrupted = false;
    bool m_over = false;
    QSet<QString> m_reached;               // accounts whose store has answered in this run
    QHash<QString, Unreached> m_unreached; // and those whose has not, from the first failure on
    bool m_hopeless = false;               // gave up on one that time does not cure
    QElapsedTimer m_age;
    QElapsedTimer m_sinceInterrupt;
    QTimer m_clock;
};

} // namespace partway

Q_DECLARE_METATYPE(partway::RunSummary)
