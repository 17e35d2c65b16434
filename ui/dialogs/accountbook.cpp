// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountbook.h"

#include "accounts/networksecrets.h"
#include "base/log.h"
#include "doctor/visit.h"
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
    forgetNetwork(m_desk, id);
    if (account)
        forgetEntries(*account);
    m_queue.accountChanged(id);
    Q_EMIT changed();
}

void AccountBook::forgetEntries(const Account& account)
{
    QStringList entries;
    if (usesKeychain(account))
        entries.append(account.id);
    if (wantsProxyPassword(account))
        entries.append(proxySecretId(account.id));
    if (mayWantKeyPassword(account))
        entries.append(clientKeySecretId(account.id));
    for (const QString& entry : std::as_const(entries)) {
        m_keychain.remove(entry, [](const Result<void>& gone) {
            if (!gone)
                qCWarning(logAccounts)
                    << "the keychain kept an entry of a removed account:" << gone.error().code;
        });
    }
}

void AccountBook::writeNetwork(const QString& entry, const Secret& secret, Done done)
{
    if (secret.isEmpty())
        return done({});
    m_keychain.write(entry, secret, std::move(done));
}

void AccountBook::saveNetwork(const Account& account, const NetworkSecrets& typed, Done done)
{
    const bool nothing = typed.proxyPassword.isEmpty() && typed.clientKeyPassword.isEmpty();
    if (nothing)
        return done({});
    if (account.secretSource == SecretSource::Session) {
        setSessionNetwork(m_desk, account, typed);
        return done({});
    }
    forgetNetwork(m_desk, account.id); // what is kept from now on is the later word
    const QPointer<AccountBook> self(this);
    writeNetwork(proxySecretId(account.id), typed.proxyPassword,
                 [self, account, typed, done = std::move(done)](const Result<void>& written) {
                     if (!written || !self)
                         return done(written);
                     self->writeNetwork(clientKeySecretId(account.id), typed.clientKeyPassword, done);
                 });
}

void AccountBook::prepareTest(const Account& account, const Secret& typed, const NetworkSecrets& network,
                              std::function<void(Result<Visit>)> done)
{
    const auto withKeys = [self = QPointer(this), account, network, done](const Result<Credentials>& keys) {
        if (!self)
            return;
        if (!keys)
            return done(keys.error());
        readNetworkSecrets(self->m_desk, account, [account, network, done, keys](NetworkSecrets known) {
            if (!network.proxyPassword.isEmpty())
                known.proxyPassword = network.proxyPassword;
            if (!network.clientKeyPassword.isEmpty())
                known.clientKeyPassword = network.clientKeyPassword;
            done(prepareVisit(account, *keys, known, account.bucket, account.prefix));
        });
    };
    Account named = account;
    if (named.name.isEmpty())
        named.name = named.endpoint; // it need not have one yet
    if (const Result<void> checked = checkAccount(named); !checked)
        return done(checked.error());
    if (isCompanion(account))
        return done(Error{.kind = ErrorKind::Refused, .code = QStringLiteral("companion-untested")});
    if (!typed.isEmpty())
        return withKeys(Credentials{.accessKeyId = account.accessKeyId, .secretKey = typed});
    m_desk.credentials(account, withKeys);
}

void AccountBook::keepTest(const QString& accountId, const QList<Finding>& findings)
{
    std::optional<Account> account = m_accounts.byId(accountId);
    if (!account)
        return;
    keepFindings(findings, QDateTime::currentDateTimeUtc(), &*account);
    if (const Result<void> kept = m_accounts.put(*account); !kept)
        qCWarning(logAccounts) << "the connection test was not kept:" << kept.error().code;
    m_queue.accountChanged(accountId);
    Q_EMIT changed();
}

} // namespace partway
