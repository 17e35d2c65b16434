// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queuecommand.h"

namespace partway {

// `status`: the queue and its history as a table, or everything about the transfers named. Changes nothing.
class StatusCommand final : public QueueCommand
{
    Q_OBJECT
public:
    StatusCommand(Workplace& workplace, Console& console, QList<TransferId> ids);

private:
    void onOpened() override;
    void list(const QList<TransferRow>& rows);
    void nextDetails();
    void show(const TransferDetails& details);

    QList<TransferId> m_ids;
    bool m_missing = false;
};

} // namespace partway
