// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transferfilter.h"

#include <QTreeWidget>

namespace partway {

// The groups of transfers with live counts.
class Sidebar final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget* parent = nullptr);

    void setTotals(const QueueTotals& totals);
    void setGroup(TransferGroup group);
    TransferGroup group() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void groupChosen(partway::TransferGroup group);

private:
    void setCount(TransferGroup group, int count);

    QTreeWidgetItem* m_transfers = nullptr;
};

} // namespace partway
