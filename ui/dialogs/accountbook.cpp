// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountbook.h"

#include "base/log.h"
#include "store/companionserver.h"

#include <QPointer>

namespace partway {

AccountBook::AccountBook(AccountList& accounts, CredentialStore& keychain, CredentialDesk& desk,
                         TransferQueue& queue, QObject* parent)
    : QObject(parent), m_accounts(accounts), m_keychain(keychain), m_desk(desk), m_queue(queue)
{
}

// A secret that is known belongs to the access key and to the place that it was given for.
Result<void> AccountBook::check(const Account& account, const Secret& secret) const
{
    const Result<void> checked = checkAccount(account);
    if (!checked)
        return checked.error();
    if (!secret.isEmpty() && isCompanion(account)) {
        if (const Result<CompanionServer> server = companionServer(account.endpoint, secret); !server)
            return server.error();
    }
    const bool typed = usesKeychain(account) || account.secretSource == SecretSource::Session ||
                       account.role.from == SecretSource::Session;
    const bool needsNone = !typed || account.secretSource == SecretSource::None;
    if (!secret.isEmpty() || needsNone)
        return {};
    const std::optional<Account> before = m_accounts.byId(account.id);
    const bool known =
        before && before->accessKeyId == account.accessKeyId && before->secretSource == account.secretSource;
    if (known)
        return {};
    return Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("secret-key-empty")};
}

void AccountBook::save(const Account& account, const Secret& secret, Done done)
{
    const Result<void> checked = check(account, secret);
    if (!checked) {
        done(checked);
        return;
    }
    if (secret.isEmpty() || !usesKeychain(account)) {
        done(keep(account, secret));
        return;
    }
    m_keychain.write(
        account.id, secret,
        [self = QPointer(this), account, secret, done = std::move(done)](const Result<void>& written) {
            if (!written)
                done(written);
            else if (self)
                done(self->keep(account, secret));
        });
}

Result<void> AccountBook::keep(const Account& account, const Secret& secret)
{
    const std::optional<Account> before = m_accounts.byId(account.id);
    const Result<void> put = m_accounts.put(account);
    if (!put)
        return put.error();
    if (!secret.isEmpty())
        m_desk.setSessionKeys(account.id, {.accessKeyId = account.accessKeyId, .secretKey = secret});
    const bool leftKeychain = before && usesKeychain(*before) && !usesKeychain(account);
    if (leftKeychain) {
        m_keychain.remove(account.id, [](const Result<void>& removed) {
            if (!removed)
                qCWarning(logAccounts)
                    << "the keychain kept an entry that is no longer used:" << removed.error().code;
        });
    }
    m_queue.accountChanged(account.id);
    Q_EMIT changed();
    Q_EMIT saved(account.id);
    return {};
}

void AccountBook::remove(const QString& id)
{
    const std::optional<Account> account = m_accounts.byId(id);
    const Result<void> removed = m_accounts.remove(id);
    if (!removed) {
        qCWarning(logAccounts) << "account not removed:" << removed.error().code;
        return;
    }
    m_desk.forget(id);
    if (account && usesKeychain(*account)) {
        m_keychain.remove(id, [](const Result<void>& gone) {
            if (!gone)
                qCWarning(logAccounts)
                    << "the keychain kept the entry of a removed account:" << gone.error().code;
        });
    }
    m_queue.accountChanged(id);
    Q_EMIT changed();
}

} // namespace partway
