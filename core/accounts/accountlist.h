// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QList>

namespace partway {

// accounts.json in the settings folder: no secret is ever in it. Not thread-safe; small, read and written
// whole (QSaveFile). Several processes may use it: save() reads again first and merges by id.
class AccountList
{
public:
    explicit AccountList(QString folder);

    Result<void> load(); // a missing file is an empty list; a corrupt one is kept aside as accounts.json.bad
    Result<void> put(const Account& account); // adds or replaces by id, and saves
    Result<void> remove(const QString& id);

    const QList<Account>& all() const { return m_accounts; }
    std::optional<Account> byId(const QString& id) const;
    std::optional<Account> byName(const QString& name) const; // without case

private:
    QString m_folder;
    QList<Account> m_accounts;
};

QString newAccountId(); // unguessable enough to be unique

} // namespace partway
