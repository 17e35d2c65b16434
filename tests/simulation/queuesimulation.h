// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/connectionbudget.h"
#include "queue/scheduler.h"
#include "queue/waitingline.h"
#include "simulation/agenda.h"
#include "simulation/decisions.h"

#include <QHash>
#include <QStringList>

#include <map>

namespace partway {

struct QueueOutcome
{
    QString broken; // the invariant's name; empty: every one held
    QStringList story;
    std::vector<Decisions::Id> made;
    int transfers = 0;
};

// A queue of transfers, large and small, on one or two endpoints: the real scheduler, waiting line and
// connection budgets, taking turns as QueueEngine does, with parts that take their time, stores that ask to
// slow down, and a person who pauses, resumes and reorders. Every turn must be fair, and all must end.
class QueueSimulation
{
public:
    explicit QueueSimulation(Decisions decisions);
    QueueOutcome run();

private:
    struct Transfer
    {
        QString endpoint;
        qint64 size = 0;
        int priority = 0;
        qint64 position = 0;
        int partsLeft = 1;
        int inFlight = 0;
        int slots_ = 0;
        int turn = 0; // counts pauses: what was in flight before one is not heard
        bool running = false;
        bool paused = false;
        bool backsOff = false;
        qint64 waitsSince = 0;
    };
    using Allotted = QMap<TransferId, int>;

    void addTransfer(int number);
    void planTroubles();
    void trouble(int index);
    void wait(TransferId id);
    void schedule();
    QList<SchedulerItem> items() const;
    void send(TransferId id);
    void partEnds(TransferId id, int turn, qint64 bytes);
    void slowedDown(TransferId id);
    bool isSmall(const Transfer& t) const { return t.size < m_limits.smallFile; }
    bool calm() const { return m_agenda.now() >= m_calmAt; }
    int wanted(const Transfer& t) const { return qMax(1, t.partsLeft); }
    std::chrono::milliseconds now() const { return std::chrono::milliseconds(m_agenda.now()); }

    void checkTurn(const QList<SchedulerItem>& items, const Allotted& given);
    void checkEndpoint(const QString& endpoint, const QList<SchedulerItem>& items, const Allotted& given);
    void checkClimbs();
    void violated(const char* invariant, const QString& what);
    void tell(const QString& line);

    Decisions m_decisions;
    Agenda m_agenda;
    SchedulerLimits m_limits;
    WaitingLine m_line;
    QHash<TransferId, WaitingLine::Spot> m_spots;
    std::map<QString, ConnectionBudget> m_budgets;
    std::map<TransferId, Transfer> m_transfers; // that have not ended
    qint64 m_calmAt = 0;
    bool m_scheduled = false;
    QueueOutcome m_outcome;
};

} // namespace partway
