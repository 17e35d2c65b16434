// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/credentialstore.h"
#include "s3/credentials.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace partway {

// Finds the keys of an account wherever they come from, and remembers them for this session. Main thread.
class CredentialDesk final : public QObject
{
    Q_OBJECT
public:
    CredentialDesk(CredentialStore& keychain, QObject* parent = nullptr);

    // Ends exactly once, never from inside. SignIn errors: those of CredentialStore,
    // "environment-keys-missing", "session-keys-missing".
    void credentials(const Account& account, std::function<void(Result<Credentials>)> done);

    void setSessionKeys(const QString& accountId,
                        const Credentials& credentials); // also right after an account was added
    void forget(const QString& accountId);               // drops what is remembered

private:
    using Done = std::function<void(Result<Credentials>)>;
    void later(Result<Credentials> end, Done done);
    void readKeychain(const Account& account, Done done);

    CredentialStore& m_keychain;
    QHash<QString, Credentials> m_session;
};

} // namespace partway
