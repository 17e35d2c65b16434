// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace partway {

// Objects that are there already, with both sides of each: one decision for all that are ticked. Follows the
// queue: what is decided elsewhere goes, what comes joins.
class ExistsDialog final : public QDialog
{
    Q_OBJECT
public:
    ExistsDialog(TransferQueue& queue, QWidget* parent);

    static QList<TransferRow> undecided(const TransferQueue& queue);

private:
    void addRow(const TransferRow& row);
    void follow(const QList<TransferRow>& rows);
    void remove(TransferId id);
    void showCount();
    void decide(void (TransferQueue::*answer)(const QList<TransferId>& ids));
    QWidget* makeAnswers();

    TransferQueue& m_queue;
    QLabel* m_title = nullptr;
    QTreeWidget* m_list = nullptr;
    QHash<TransferId, QTreeWidgetItem*> m_items;
    QList<QWidget*> m_answers;
};

} // namespace partway
