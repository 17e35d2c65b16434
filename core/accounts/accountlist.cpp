// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountlist.h"

#include "accounts/accountjson.h"
#include "accounts/ticketaccount.h"
#include "base/randomness.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>

namespace partway {

namespace {

QString fileIn(const QString& folder)
{
    return folder + QStringLiteral("/accounts.json");
}

Error trouble(const char* code, const QString& message, const QString& path)
{
    return Error{
        .kind = ErrorKind::LocalFile, .code = QLatin1String(code), .message = message, .resource = path};
}

Result<QList<Account>> readAccounts(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return QList<Account>();
    if (!file.open(QIODevice::ReadOnly))
        return trouble("accounts-unreadable", file.errorString(), path);
    Result<QList<Account>> accounts = accountsFromJson(file.readAll());
    if (accounts)
        return accounts;
    Error error = accounts.error();
    error.resource = path;
    return error;
}

// The damaged file stays beside the one that will be written: someone may want to mend it by hand.
void setAside(const QString& path)
{
    const QString aside = path + QStringLiteral(".bad");
    QFile::remove(aside);
    QFile::rename(path, aside);
}

Result<void> writeAccounts(const QString& path, const QList<Account>& accounts)
{
    QSaveFile file(path);
    const QByteArray bytes = accountsToJson(accounts);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return trouble("accounts-not-saved", file.errorString(), path);
    return {};
}

auto withId(const QString& id)
{
    return [id](const Account& account) { return account.id == id; };
}

} // namespace

AccountList::AccountList(QString folder) : m_folder(std::move(folder)) {}

Result<void> AccountList::load()
{
    const Result<QList<Account>> accounts = readAccounts(fileIn(m_folder));
    if (accounts) {
        m_accounts = *accounts;
        return {};
    }
    m_accounts.clear();
    if (accounts.error().code == QLatin1String("accounts-corrupt"))
        setAside(fileIn(m_folder));
    return accounts.error();
}

Result<void> AccountList::put(const Account& account)
{
    return change([&account](QList<Account>& accounts) {
        const auto place = std::find_if(accounts.begin(), accounts.end(), withId(account.id));
        if (place != accounts.end())
            *place = account;
        else
            accounts.append(account);
    });
}

Result<void> AccountList::remove(const QString& id)
{
    return change([&id](QList<Account>& accounts) { accounts.removeIf(withId(id)); });
}

Result<void> AccountList::change(const std::function<void(QList<Account>&)>& edit)
{
    const QString path = fileIn(m_folder);
    if (!QDir().mkpath(m_folder))
        return trouble("accounts-not-saved", QStringLiteral("the folder cannot be made"), m_folder);
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(5000))
        return trouble("accounts-not-saved", QStringLiteral("the file is locked"), path);

    Result<QList<Account>> accounts = readAccounts(path);
    if (!accounts && accounts.error().code == QLatin1String("accounts-corrupt")) {
        setAside(path);
        accounts = m_accounts; // what this process still knows is better than nothing
    }
    if (!accounts)
        return accounts.error();
    edit(*accounts);
    const Result<void> written = writeAccounts(path, *accounts);
    if (written)
        m_accounts = *accounts;
    return written;
}

QList<Account> AccountList::own() const
{
    QList<Account> accounts = m_accounts;
    accounts.removeIf(isTicket);
    return accounts;
}

std::optional<Account> AccountList::byId(const QString& id) const
{
    const auto place = std::find_if(m_accounts.begin(), m_accounts.end(), withId(id));
    return place == m_accounts.end() ? std::nullopt : std::optional(*place);
}

std::optional<Account> AccountList::byName(const QString& name) const
{
    const auto place = std::find_if(m_accounts.begin(), m_accounts.end(), [&name](const Account& account) {
        return account.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return place == m_accounts.end() ? std::nullopt : std::optional(*place);
}

QString newAccountId()
{
    SystemRandomness random;
    return QString::fromLatin1(random.hex(8));
}

} // namespace partway
