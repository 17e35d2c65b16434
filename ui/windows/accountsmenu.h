// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/accountbook.h"

#include <QObject>

class QMenu;
class QWidget;

namespace partway {

// The menu of accounts: add, edit, remove. Opens the dialogs.
class AccountsMenu final : public QObject
{
    Q_OBJECT
public:
    AccountsMenu(AccountBook& book, TransferQueue& queue, QWidget& window);

    QMenu* menu() const { return m_menu; }
    void add();
    void edit(const QString& accountId, bool forSignIn = false);

private:
    void fill();
    void askRemove(const QString& accountId);

    AccountBook& m_book;
    TransferQueue& m_queue;
    QWidget& m_window;
    QMenu* m_menu = nullptr;
};

} // namespace partway
