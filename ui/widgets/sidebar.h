// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transferfilter.h"

#include <QHash>
#include <QTreeWidget>

namespace partway {

constexpr int sidebarCountRole = Qt::UserRole + 2; // the text at the end of a line

// The places of the window: the groups of transfers with live counts, and below them what else lives in it.
class Sidebar final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget* parent = nullptr);

    void setTotals(const QueueTotals& totals);
    void setGroup(TransferGroup group); // and shows the transfers
    TransferGroup group() const { return m_group; }

    // Below the transfers, in front of the place with the number `index` (0: the first one below them).
    void addPlace(const QString& id, const QString& title, const QString& icon, int index);
    void setPlaceCount(const QString& id, int count); // -1: none is shown
    void setPlace(const QString& id);                 // does nothing where there is none
    QString place() const;

    // Wide enough for every text and count.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void groupChosen(partway::TransferGroup group);
    void placeChosen(const QString& id); // "transfers", too

private:
    void setCount(TransferGroup group, int count);
    void showCount(QTreeWidgetItem& item, int count, const QString& spoken);
    void choose(QTreeWidgetItem* item);
    int rowHeight() const;
    int neededWidth() const;
    void fitWidth();

    QTreeWidgetItem* m_transfers = nullptr;
    QHash<QString, QTreeWidgetItem*> m_places;
    TransferGroup m_group = TransferGroup::All;
    int m_width = 0; // for which the layout was asked last
};

inline const QString transfersPlace = QStringLiteral("transfers");

} // namespace partway
