// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/accountbook.h"
#include "queue/transferqueue.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace partway {

// The place "Accounts": all accounts with what is worth knowing of each, and everything that is done to them.
class AccountsPage final : public QWidget
{
    Q_OBJECT
public:
    AccountsPage(AccountBook& book, TransferQueue& queue, QWidget* parent = nullptr);

    QString chosen() const; // id; empty: none
    void choose(const QString& accountId);
    int count() const;

    void add();
    void edit();
    void duplicate();
    void rename();
    void remove(); // asks
    void test();
    void importAws();
    void exportAll();

Q_SIGNALS:
    void countChanged(int accounts);

protected:
    void changeEvent(QEvent* event) override;

    Q_INVOKABLE void writeTo(const QString& path); // what exportAll() does once it knows where to

private:
    void makeActions();
    void makeList();
    QAction* act(const QString& text, const QString& icon, const QKeySequence& keys,
                 void (AccountsPage::*slot)());
    void fill();
    void fillRow(QTreeWidgetItem* item, const Account& account) const;
    void countTransfers();
    void showActions();
    void renamed(QTreeWidgetItem* item, int column);
    void say(const QString& text);
    void ask(const Account& account, int unfinished);

    AccountBook& m_book;
    TransferQueue& m_queue;
    QToolBar* m_bar = nullptr;
    QPushButton* m_addFirst = nullptr; // where there is none
    QStackedWidget* m_stack = nullptr;
    QTreeWidget* m_list = nullptr;
    QLabel* m_note = nullptr;
    QList<QAction*> m_ofOne; // want an account to be chosen
    QTimer m_recount;
    bool m_filling = false;
};

} // namespace partway
