// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/speedlog.h"

#include <chrono>

namespace partway {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostTransfers = 64; // 24 bytes a sample: 1.4 MB at the most

} // namespace

SpeedLog::SpeedLog(TransferQueue& queue, const RateKeeper& rate, QObject* parent)
    : QObject(parent), m_queue(queue), m_rate(rate)
{
    connect(&queue, &TransferQueue::added, this, &SpeedLog::take);
    connect(&queue, &TransferQueue::changed, this, &SpeedLog::take);
    connect(&queue, &TransferQueue::removed, this, [this](const QList<TransferId>& ids) {
        for (TransferId id : ids) {
            m_running.remove(id);
            if (m_histories.remove(id))
                m_order.removeOne(id);
        }
    });
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &SpeedLog::sample);
}

void SpeedLog::take(const QList<TransferRow>& rows)
{
    for (const TransferRow& row : rows) {
        if (isRunning(row.phase) && !row.elsewhere)
            m_running.insert(row.id, {row.bytesPerSecond, 0, row.hold});
        else
            m_running.remove(row.id);
    }
    if (!m_running.isEmpty() && !m_second.isActive())
        m_second.start();
}

void SpeedLog::sample()
{
    Hold hold = Hold::None; // of all only if nothing gets on
    for (auto it = m_running.begin(); it != m_running.end(); ++it) {
        it->limit = m_rate.limit();
        if (!m_histories.contains(it.key()))
            m_order.append(it.key());
        m_histories[it.key()].add(*it);
        if (it->hold == Hold::Throttled || hold == Hold::None)
            hold = it->hold;
    }
    while (m_order.size() > mostTransfers)
        m_histories.remove(m_order.takeFirst());
    m_total.add({m_queue.totals().bytesPerSecond, m_rate.limit(), hold});
    if (m_running.isEmpty())
        m_second.stop();
    Q_EMIT sampled();
}

} // namespace partway
