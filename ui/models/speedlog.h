// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/speedhistory.h"
#include "queue/transferqueue.h"
#include "settings/ratekeeper.h"

#include <QHash>
#include <QTimer>

namespace partway {

// Writes down once a second how quick everything is, and each transfer that runs; keeps the last transfers
// after their end. Its timer runs only while something does. GUI thread.
class SpeedLog final : public QObject
{
    Q_OBJECT
public:
    SpeedLog(TransferQueue& queue, const RateKeeper& rate, QObject* parent = nullptr);

    const SpeedHistory& total() const { return m_total; }
    SpeedHistory of(TransferId id) const { return m_histories.value(id); }
    void sample(); // by the timer; tests call it

Q_SIGNALS:
    void sampled();

private:
    void take(const QList<TransferRow>& rows);

    TransferQueue& m_queue;
    const RateKeeper& m_rate;
    QHash<TransferId, SpeedSample> m_running;
    QHash<TransferId, SpeedHistory> m_histories;
    QList<TransferId> m_order; // of m_histories, oldest first
    SpeedHistory m_total;
    QTimer m_second;
};

} // namespace partway
