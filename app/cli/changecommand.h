// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queuecommand.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace partway {

enum class Change { Pause, Abort, Forget, Finish };

// `pause`, `abort`, `forget` and `finish`: asks the queue for it and waits until it has happened, also where
// another process drives the transfer (the queue leaves it a wish).
class ChangeCommand final : public QueueCommand
{
    Q_OBJECT
public:
    ChangeCommand(Workplace& workplace, Console& console, Change change, QList<TransferId> ids);

private:
    void onOpened() override;
    void ask(const QList<TransferId>& ids);
    void look();
    void settle(const TransferRow& row, bool done, const QString& words);
    void endWhenDone();
    void giveUp();
    bool takesEffect(const TransferRow& row, QString* words) const;

    const Change m_change;
    const QList<TransferId> m_ids;
    QSet<TransferId> m_pending;
    ExitCode m_worst = ExitCode::Done;
    bool m_asked = false;
    QTimer m_look;
    QElapsedTimer m_since;
};

} // namespace partway
