// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"

#include <QSet>
#include <QTimer>

namespace partway {

// Takes rows off the list so that it can be undone: they are hidden at once, and forgotten for good a while
// later, with the next removal, or when the window closes.
class Removal final : public QObject
{
    Q_OBJECT
public:
    explicit Removal(TransferQueue& queue, QObject* parent = nullptr);

    void remove(const QList<TransferId>& ids);
    void undo();
    void commit();

Q_SIGNALS:
    void hiddenChanged(const QSet<partway::TransferId>& hidden);
    void undoable(int count); // 0: not any more

private:
    TransferQueue& m_queue;
    QList<TransferId> m_ids;
    QTimer m_patience;
};

} // namespace partway
