// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/credentialstore.h"
#include "accounts/signinprompt.h"
#include "accounts/ssocalls.h"
#include "base/clock.h"
#include "s3/credentials.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace partway {

class KeyErrand;
class Transport;

// The account's own secret is in the keychain, under its id.
bool usesKeychain(const Account& account);

// Finds the keys of an account wherever they come from, and remembers them for this session: typed ones until
// they are forgotten, temporary ones until they end. However many ask, an account's temporary keys are
// fetched once. Main thread.
class CredentialDesk final : public QObject
{
    Q_OBJECT
public:
    explicit CredentialDesk(CredentialStore& keychain, QObject* parent = nullptr);
    ~CredentialDesk() override;

    // Who asks the person for codes; outlives this. None: what needs a person is an error.
    void setPrompt(SignInPrompt* prompt) { m_prompt = prompt; }

    // Ends exactly once, never from inside. SignIn errors: those of CredentialStore, KeyErrand and
    // recipeOf(), "environment-keys-missing", "session-keys-missing", "sign-in-cancelled" (forgotten
    // meanwhile).
    void credentials(const Account& account, std::function<void(Result<Credentials>)> done);
    // The same, for newer keys than these; only for accounts that hasTemporaryKeys().
    void renew(const Account& account, const Credentials& old, std::function<void(Result<Credentials>)> done);

    void setSessionKeys(const QString& accountId,
                        const Credentials& credentials); // also right after an account was added
    void forget(const QString& accountId);               // drops what is remembered

Q_SIGNALS:
    // The person allowed the account to run this program: to be kept in Account::allowedProcess.
    void processAllowed(const QString& accountId, const QString& command);

private:
    using Done = std::function<void(Result<Credentials>)>;
    struct Held
    {
        Account account; // as it was
        Credentials keys;
    };
    struct Errand
    {
        std::unique_ptr<Transport> transport;
        std::unique_ptr<KeyErrand> work; // goes before the transport that it uses
        QList<Done> waiting;
    };

    void later(Result<Credentials> end, Done done);
    void readKeychain(const Account& account, Done done);
    void stored(const Account& account, const Done& done);
    void fetch(const Account& account, Done done);
    void begin(const Account& account, Errand& errand);
    void ended(const Account& account, const Result<Credentials>& keys);
    bool holds(const Account& account) const;

    CredentialStore& m_keychain;
    SignInPrompt* m_prompt = nullptr;
    SystemClock m_clock;
    QHash<QString, Credentials> m_session;
    QHash<QString, Held> m_temporary;
    QHash<QString, SsoToken> m_ssoTokens;
    std::map<QString, Errand> m_errands;
};

} // namespace partway
