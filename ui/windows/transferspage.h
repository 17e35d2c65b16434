// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transfermodel.h"
#include "queue/transferqueue.h"

#include <QSplitter>
#include <QTimer>

class QAction;
class QLineEdit;
class QPushButton;
class QSettings;
class QStackedWidget;
class QToolBar;

namespace partway {

class DetailsPane;
class EmptyPlace;
class ExchangeLog;
class Removal;
class SpeedLog;
class TransferActions;
class TransferFilter;
class TransferView;
enum class TransferGroup;
struct Exchange;

// The place "Transfers": the list under its bar of actions and its filter, the details of what is selected in
// it, and what stands there while the list is empty. GUI thread.
class TransfersPage final : public QSplitter
{
    Q_OBJECT
public:
    struct Parts // all outlive it
    {
        TransferQueue& queue;
        const SpeedLog& speeds;
        TransferModel::AccountName accountName;
        const ExchangeLog* exchanges = nullptr; // null: what stores answered is not kept
        bool canSandbox = false;
    };

    TransfersPage(const Parts& parts, QWidget* parent);

    TransferActions& rowActions() { return *m_actions; }
    Removal& removal() { return *m_removal; }
    QAction* filterAction() const { return m_find; } // to the filter

    void setGroup(TransferGroup group);
    bool isShown(TransferId id) const; // by its own row or its folder's
    void clearFilter();
    void showTransfer(TransferId id); // selects it, and opens the folder that it is in
    void setHasAccount(bool has);
    void accountsChanged(); // one has another name
    void setDropHint(const QString& text);

    void saveState(QSettings& settings) const;
    void restoreState(const QSettings& settings);

Q_SIGNALS:
    void accountWanted(); // the buttons of the empty place
    void sandboxWanted();
    void rowsCame(); // there is something to move about in, where nothing was

private:
    QToolBar* makeRowBar();
    void makeFilterEdit(QToolBar* bar);
    QWidget* makeListArea();
    void makeEmptyPlaces(bool canSandbox);
    void connectParts();
    void connectQueue();
    void showRowMenu(const QPoint& position);
    void showSelection();
    bool showSelected();
    void explainNoMatch();
    void showRightPage();
    std::optional<Exchange> exchangeOf(const TransferRow& row) const;
    void showExchange();
    QString placeHere() const; // the folder of the one row that is selected
    void moveRows(const QList<int>& rows, int target);

    TransferQueue& m_queue;
    const ExchangeLog* m_exchanges = nullptr;
    TransferModel* m_model = nullptr;
    TransferFilter* m_filter = nullptr;
    TransferView* m_view = nullptr;
    DetailsPane* m_details = nullptr;
    TransferActions* m_actions = nullptr;
    Removal* m_removal = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyPlace* m_noAccount = nullptr;
    EmptyPlace* m_noTransfer = nullptr;
    EmptyPlace* m_noMatch = nullptr;
    QPushButton* m_clearFilter = nullptr;
    QAction* m_find = nullptr;
    QLineEdit* m_filterEdit = nullptr;
    QTimer m_selectionTimer; // gathers changes of the rows that are selected
    QTimer m_ageTimer;
    bool m_hasAccount = false;
};

} // namespace partway
