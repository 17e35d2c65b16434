// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountbook.h"

#include "accounts/keychainwatch.h"
#include "accounts/keyentry.h"
#include "accounts/networksecrets.h"
#include "base/log.h"
#include "doctor/visit.h"
#include "store/companionserver.h"

namespace partway {

AccountBook::AccountBook(AccountList& accounts, CredentialStore& keychain, CredentialDesk& desk,
                         TransferQueue& queue, QObject* parent)
    : QObject(parent), m_accounts(accounts), m_keychain(keychain), m_desk(desk), m_queue(queue)
{
}

void AccountBook::listenTo(KeychainWatch& keychain)
{
    m_watch = &keychain;
    connect(&keychain, &KeychainWatch::waits, this, &AccountBook::keychainWaits);
    connect(&keychain, &KeychainWatch::waitsOver, this, &AccountBook::keychainWaitsOver);
}

bool AccountBook::isKeychainWaitedFor() const
{
    return m_watch && m_watch->isWaitedFor();
}

// A secret that is known belongs to the access key and to the place that it was given for.
Result<void> AccountBook::check(const Account& account, const TypedKeys& typed) const
{
    const Secret& secret = typed.secretKey;
    const Result<void> checked = checkAccount(account);
    if (!checked)
        return checked.error();
    if (!secret.isEmpty() && isCompanion(account)) {
        if (const Result<CompanionServer> server = companionServer(account.endpoint, secret); !server)
            return server.error();
    }
    if (!secret.isEmpty() || !typedSource(account))
        return {};
    const std::optional<Account> before = m_accounts.byId(account.id);
    const bool known =
        before && before->accessKeyId == account.accessKeyId && typedSource(*before) == typedSource(account);
    if (known && typed.sessionToken.isEmpty())
        return {};
    return Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("secret-key-empty")};
}

void AccountBook::save(const Account& account, const TypedKeys& typed, Done done,
                       std::function<bool()> isWanted)
{
    const Result<void> checked = check(account, typed);
    if (!checked) {
        done(checked);
        return;
    }
    if (typed.secretKey.isEmpty() || !usesKeychain(account)) {
        done(keep(account, typed));
        return;
    }
    m_keychain.write(account.id, keyEntry(typed.secretKey, typed.sessionToken),
                     [self = QPointer(this), account, typed, done = std::move(done),
                      isWanted = std::move(isWanted)](const Result<void>& written) {
                         if (!self)
                             return;
                         const bool isNew = !self->m_accounts.byId(account.id);
                         // Also what was not answered in time may still be written when somebody answers the
                         // prompt.
                         const bool late =
                             !written && written.error().code == QLatin1String("keychain-timeout");
                         const bool unwanted = written && isWanted && !isWanted();
                         if (isNew && (late || unwanted))
                             self->forgetEntries({account.id});
                         if (!written || (isNew && unwanted))
                             return done(written);
                         done(self->keep(account, typed));
                     });
}

Result<void> AccountBook::keep(const Account& account, const TypedKeys& typed)
{
    const std::optional<Account> before = m_accounts.byId(account.id);
    const Result<void> put = m_accounts.put(account);
    if (!put)
        return put.error();
    const bool otherSource = before && typedSource(*before) != typedSource(account);
    if (otherSource)
        m_desk.forget(account.id);
    if (!typed.secretKey.isEmpty())
        m_desk.setSessionKeys(account.id, {.accessKeyId = account.accessKeyId,
                                           .secretKey = typed.secretKey,
                                           .sessionToken = typed.sessionToken});
    QStringList unused = before ? keychainEntriesOf(*before) : QStringList();
    const QStringList used = keychainEntriesOf(account);
    unused.removeIf([&used](const QString& entry) { return used.contains(entry); });
    forgetEntries(unused);
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
        forgetEntries(keychainEntriesOf(*account));
    m_queue.accountChanged(id);
    Q_EMIT changed();
}

void AccountBook::forgetEntries(const QStringList& entries)
{
    for (const QString& entry : entries) {
        m_keychain.remove(entry, [](const Result<void>& gone) {
            if (!gone)
                qCWarning(logAccounts)
                    << "the keychain kept an entry that is no longer used:" << gone.error().code;
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

void AccountBook::prepareTest(const Account& account, const TypedKeys& typed, const NetworkSecrets& network,
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
    const bool ownKeys = typedSource(account) && !hasTemporaryKeys(account);
    if (!typed.secretKey.isEmpty() && ownKeys)
        return withKeys(Credentials{.accessKeyId = account.accessKeyId,
                                    .secretKey = typed.secretKey,
                                    .sessionToken = typed.sessionToken});
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
