// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/credentialdesk.h"
#include "accounts/credentialstore.h"
#include "queue/transferqueue.h"

#include <QObject>
#include <QPointer>

namespace partway {

class KeychainWatch;
struct Finding;
struct NetworkSecrets;
struct Visit;

// What was typed of an account's keys; empty: what is known stays.
struct TypedKeys
{
    TypedKeys() = default;
    TypedKeys(Secret secret, Secret token = {}) // as one writes it: a secret alone is most often all
        : secretKey(std::move(secret)), sessionToken(std::move(token))
    {
    }

    Secret secretKey;
    Secret sessionToken; // of temporary keys
};

// Saves and removes accounts together with their secrets: the list keeps what is not secret, the keychain
// (or this session) the rest, and the queue is told, so that waiting transfers go on. Main thread.
class AccountBook final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<void>)>;

    AccountBook(AccountList& accounts, CredentialStore& keychain, CredentialDesk& desk, TransferQueue& queue,
                QObject* parent = nullptr);

    const AccountList& accounts() const { return m_accounts; }

    // The keychain, if it is one that tells when it keeps one waiting; dialogs hear of that from here.
    void listenTo(KeychainWatch& keychain);
    bool isKeychainWaitedFor() const;

    // Errors: those of checkAccount and of the keychain, and "secret-key-empty". With an error nothing was
    // changed. done may run inside. isWanted: asked when the keychain has answered, which a prompt may delay
    // for long; a new account that nobody wants any more is not made, and its secret goes again. (Of a known
    // account the secret is another one by then, and the account follows it.)
    void save(const Account& account, const TypedKeys& typed, Done done, std::function<bool()> isWanted = {});
    void remove(const QString& id);

    // The passwords of its proxy and of its client certificate; an empty one stays as it is. They go where
    // the account's secret goes: to the keychain, or nowhere but this session. With an error nothing is lost.
    void saveNetwork(const Account& account, const NetworkSecrets& typed, Done done);

    // What a connection test of the account needs, as it is given here, saved or not; what was not typed is
    // what is known. Errors: those of the keys, of prepareVisit() and of checkAccount().
    void prepareTest(const Account& account, const TypedKeys& typed, const NetworkSecrets& network,
                     std::function<void(Result<Visit>)> done);
    void keepTest(const QString& accountId, const QList<Finding>& findings);

Q_SIGNALS:
    void changed();
    void saved(const QString& accountId);
    void keychainWaits();
    void keychainWaitsOver();

private:
    Result<void> check(const Account& account, const TypedKeys& typed) const;
    void writeNetwork(const QString& entry, const Secret& secret, Done done);
    void forgetEntries(const QStringList& entries);
    Result<void> keep(const Account& account, const TypedKeys& typed);

    AccountList& m_accounts;
    CredentialStore& m_keychain;
    QPointer<KeychainWatch> m_watch;
    CredentialDesk& m_desk;
    TransferQueue& m_queue;
};

} // namespace partway
