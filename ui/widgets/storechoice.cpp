// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/storechoice.h"

#include "accounts/accountlist.h"

#include <QComboBox>

namespace partway {

void fillWithStores(QComboBox& box, const AccountList& accounts, const QString& chosen)
{
    box.clear();
    const QList<Account> own = accounts.own();
    for (const Account& account : own) {
        if (!isCompanion(account))
            box.addItem(account.name, account.id);
    }
    box.setCurrentIndex(qMax(0, box.findData(chosen)));
}

} // namespace partway
