// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QList>

#include <functional>
#include <optional>

namespace partway {

// accounts.json in the settings folder: no secret is ever in it. Not thread-safe; small, read and written
// whole (QSaveFile). Several processes may use it: each change reads the file again under a lock and touches
// one account only. Errors (LocalFile): "accounts-corrupt", "accounts-newer" (written by a later Partway;
// left alone), "accounts-unreadable", "accounts-not-saved".
class AccountList
{
public:
    explicit AccountList(QString folder);

    // A missing file is an empty list; a corrupt one is kept aside as accounts.json.bad, reported once, and
    // the list is empty and usable.
    Result<void> load();
    Result<void> put(const Account& account); // adds or replaces by id, and saves
    Result<void> remove(const QString& id);

    const QList<Account>& all() const { return m_accounts; }
    QList<Account> own() const; // a person's: without those that stand for one upload ticket each
    std::optional<Account> byId(const QString& id) const;
    std::optional<Account> byName(const QString& name) const; // without case

private:
    Result<void> change(const std::function<void(QList<Account>&)>& edit);

    QString m_folder;
    QList<Account> m_accounts;
};

QString newAccountId(); // unguessable enough to be unique

} // namespace partway
