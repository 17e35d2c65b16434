// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QList>
#include <QMap>
#include <QString>

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
// never starve: one of them runs beside however many large ones. A running item that wants nothing just now
// takes no slot from others.
QMap<TransferId, int> allotSlots(const QList<SchedulerItem>& items, const QMap<QString, int>& budgets,
                                 const SchedulerLimits& limits);

} // namespace partway
