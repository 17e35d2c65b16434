// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/accountsmenu.h"

#include "accounts/accountcells.h"
#include "accounts/importdialog.h"
#include "dialogs/accountdialog.h"
#include "paint/icons.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace partway {

AccountsMenu::AccountsMenu(AccountBook& book, TransferQueue& queue, QWidget& window)
    : QObject(&window), m_book(book), m_queue(queue), m_window(window)
{
    m_menu = new QMenu(tr("&Accounts"), &window);
    connect(&book, &AccountBook::changed, this, &AccountsMenu::fill);
    fill();
}

void AccountsMenu::fill()
{
    m_menu->clear();
    connect(m_menu->addAction(ownIcon(QStringLiteral("account")), tr("&Add an account…")),
            &QAction::triggered, this, &AccountsMenu::add);
    connect(m_menu->addAction(tr("&Import from AWS files…")), &QAction::triggered, this,
            [this] { (new ImportDialog(m_book, &m_window))->open(); });
    m_menu->addSeparator();
    for (const Account& account : m_book.accounts().own()) {
        QString title = account.name;
        QMenu* one =
            m_menu->addMenu(ownIcon(QStringLiteral("account")), title.replace(u'&', QLatin1String("&&")));
        connect(one->addAction(ownIcon(QStringLiteral("edit")), tr("&Edit…")), &QAction::triggered, this,
                [this, id = account.id] { edit(id); });
        connect(one->addAction(ownIcon(QStringLiteral("remove")), tr("&Remove…")), &QAction::triggered, this,
                [this, id = account.id] { askRemove(id); });
    }
}

void AccountsMenu::add()
{
    Account account;
    account.id = newAccountId();
    (new AccountDialog(m_book, account, true, &m_window))->open();
}

void AccountsMenu::edit(const QString& accountId, bool forSignIn)
{
    const std::optional<Account> account = m_book.accounts().byId(accountId);
    if (!account)
        return;
    auto* dialog = new AccountDialog(m_book, *account, false, &m_window);
    dialog->open();
    if (forSignIn)
        dialog->focusSecret();
}

void AccountsMenu::askRemove(const QString& accountId)
{
    const std::optional<Account> account = m_book.accounts().byId(accountId);
    if (!account)
        return;
    const QList<TransferRow> rows = m_queue.rows();
    const auto open = std::count_if(rows.begin(), rows.end(), [&accountId](const TransferRow& row) {
        return row.accountId == accountId && !isEnded(row.phase);
    });
    auto* box = new QMessageBox(QMessageBox::Question, tr("Remove the account"),
                                tr("Remove the account “%1” and its secret key?").arg(account->name),
                                QMessageBox::NoButton, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (open > 0)
        box->setInformativeText(
            tr("%n transfer(s) of it are not finished. They stay in the list but cannot go on without it.",
               nullptr, static_cast<int>(open)));
    else
        box->setInformativeText(tr("What was uploaded with it stays on the server."));
    auto* remove = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    auto* keep = box->addButton(tr("&Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(remove, &QAbstractButton::clicked, this, [this, accountId] { m_book.remove(accountId); });
    box->open();
}

} // namespace partway
