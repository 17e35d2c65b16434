// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QList>
#include <QMap>
#include <QString>

#include <chrono>

namespace partway {

// Who may send, and how much at once. Pure: no clock, no I/O; the queue asks it after every change.

struct SchedulerItem
{
    TransferId id;
    QString endpoint; // budget is per endpoint
    int priority = 0;
    qint64 position = 0;
    qint64 size = 0;
    int wantedSlots = 1;  // UploadMachine::wantedSlots(); 1 for a transfer that has not begun
    bool running = false; // already has a runner
};

struct SchedulerLimits
{
    int parallel = 0;     // parts at once on an endpoint; 0: the budget decides
    int maxTransfers = 6; // transfers begun at once on an endpoint, small files beyond it: they go in batches
    qint64 smallFile = 1024 * 1024; // smaller ones may fill up the budget beside large ones
};

// Slots for each item that may run now; items that are absent wait. Fair by priority, then position; running
// items keep at least one slot; small files get at least half of the slots that large ones leave idle and
// never starve.
QMap<TransferId, int> allotSlots(const QList<SchedulerItem>& items, const QMap<QString, int>& budgets,
                                 const SchedulerLimits& limits);

// The connection budget of one endpoint: climbs while goodput climbs, halves when the store asks to slow down
// or connections stall. A value; feed it what happened, with the time.
class ConnectionBudget
{
public:
    int slotCount() const { return m_slots; }
    void partDone(qint64 bytes, std::chrono::milliseconds at);
    void throttled(std::chrono::milliseconds at);

private:
    int m_slots = 4; // s3-reference §9: start with 4
    int m_best = 0;
    qint64 m_windowBytes = 0;
    std::chrono::milliseconds m_windowStart{0};
    std::chrono::milliseconds m_calmUntil{0};
    double m_lastGoodput = 0; // bytes per ms
};
constexpr int maxSlotsPerEndpoint = 12; // two managers of six connections

} // namespace partway
