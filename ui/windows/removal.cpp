// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/removal.h"

#include <chrono>

namespace partway {

using namespace std::chrono_literals;

Removal::Removal(TransferQueue& queue, QObject* parent) : QObject(parent), m_queue(queue)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(10s);
    connect(&m_patience, &QTimer::timeout, this, &Removal::commit);
    connect(&queue, &TransferQueue::removed, this, [this](const QList<TransferId>& ids) {
        const QSet<TransferId> gone(ids.cbegin(), ids.cend());
        m_ids.removeIf([&gone](TransferId id) { return gone.contains(id); });
    });
}

void Removal::remove(const QList<TransferId>& ids)
{
    if (ids.isEmpty())
        return;
    commit();
    m_ids = ids;
    m_patience.start();
    Q_EMIT hiddenChanged(QSet<TransferId>(ids.cbegin(), ids.cend()));
    Q_EMIT undoable(static_cast<int>(ids.size()));
}

void Removal::undo()
{
    m_patience.stop();
    m_ids.clear();
    Q_EMIT hiddenChanged({});
    Q_EMIT undoable(0);
}

// The rows stay hidden until the queue says that they are gone.
void Removal::commit()
{
    m_patience.stop();
    if (m_ids.isEmpty())
        return;
    m_queue.forget(std::exchange(m_ids, {}));
    Q_EMIT undoable(0);
}

} // namespace partway
