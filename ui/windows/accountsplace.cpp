// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/accountsplace.h"

#include "accounts/accountspage.h"
#include "windows/mainwindow.h"

#include <QCoreApplication>

namespace partway {

void addAccountsPlace(MainWindow& window, AccountBook& book, TransferQueue& queue)
{
    const QString id = QStringLiteral("accounts");
    auto* page = new AccountsPage(book, queue);
    window.addPlace(id, QCoreApplication::translate("AccountsPage", "&Accounts"), QStringLiteral("account"),
                    page);
    QObject::connect(page, &AccountsPage::countChanged, &window,
                     [&window, id](int accounts) { window.setPlaceCount(id, accounts); });
    window.setPlaceCount(id, page->count());
}

} // namespace partway
