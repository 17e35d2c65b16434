// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/allowedactions.h"
#include "queue/transferqueue.h"

#include <QAction>
#include <QHash>
#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace partway {

// The actions on transfers: their texts, keys, and what they ask of the queue. Follows the selection. Asks
// before an abort, since that deletes on the server.
class TransferActions final : public QObject
{
    Q_OBJECT
public:
    using See = std::function<bool(const TransferRow&)>; // false: enough
    struct Selection
    {
        std::function<void(const See& see)> visit; // each selected transfer once, those of a folder, too
        std::function<QString()> place;            // the folder here of the one row that is selected
    };

    TransferActions(TransferQueue& queue, Selection selection, QWidget& window);

    void selectionChanged(); // also: the selected rows changed
    void totalsChanged(const QueueTotals& totals);
    void run(RowAction action); // on the selection

    QAction* action(RowAction action) const { return m_rowActions.value(action); }
    QAction* pauseAll() const { return m_pauseAll; }
    QAction* resumeAll() const { return m_resumeAll; }
    QAction* removeFinished() const { return m_removeFinished; }
    QAction* pauseOrResume() const { return m_pauseOrResume; }

    void fillMenu(QMenu& menu) const; // everything for rows
    QList<QAction*> all() const;

Q_SIGNALS:
    void removalWanted(const QList<partway::TransferId>& ids);
    void signInWanted(const QString& accountId);
    void ticketWanted(const partway::TransferRow& row);
    void linksWanted(const QList<partway::TransferRow>& rows, int seconds); // to finished objects

private:
    static void setTip(QAction* action, const QString& tip);
    QAction* make(const QString& text, const char* icon, const QKeySequence& key);
    QAction* makeRow(RowAction action, const QString& text, const char* icon, const QKeySequence& key = {});
    void makePlaceActions();
    void makeQueueActions();
    QList<TransferId> allowing(RowAction action) const; // those of the selection
    void abort();                                       // asks first
    QAction* makeMove(const QString& text, const char* icon, int key, int by);
    void togglePause();
    void openFolder();
    void copyAddresses();
    void copyLinks(int seconds);
    void forgetFinished();

    TransferQueue& m_queue;
    Selection m_selection;
    QWidget& m_window;
    QHash<RowAction, QAction*> m_rowActions;
    QAction* m_pauseAll = nullptr;
    QAction* m_resumeAll = nullptr;
    QAction* m_removeFinished = nullptr;
    QAction* m_pauseOrResume = nullptr;
    QAction* m_openFolder = nullptr;
    QAction* m_copyAddress = nullptr;
    QList<QAction*> m_copyLinks; // for an hour, a day, a week
    QAction* m_moveUp = nullptr;
    QAction* m_moveDown = nullptr;
    QAction* m_moveFirst = nullptr;
    QAction* m_moveLast = nullptr;
    QList<QAction*> m_priorities; // high, normal, low
};

} // namespace partway
