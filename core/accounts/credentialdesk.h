// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/credentialstore.h"
#include "accounts/keyrecipe.h"
#include "accounts/signinprompt.h"
#include "accounts/ssocalls.h"
#include "base/clock.h"
#include "http/networkroute.h"
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

    // How STS and single sign-on are reached: as the account's store. None: by the system's way.
    using Routes = std::function<void(const Account&, std::function<void(const Result<NetworkRoute>&)>)>;
    void setRoutes(Routes routes) { m_routes = std::move(routes); }

    // Ends exactly once, never from inside. SignIn errors: those of CredentialStore, KeyErrand and
    // recipeOf(), "environment-keys-missing", "session-keys-missing", "sign-in-cancelled" (forgotten
    // meanwhile).
    void credentials(const Account& account, std::function<void(Result<Credentials>)> done);
    // The same, for newer keys than these; only for accounts that hasTemporaryKeys().
    void renew(const Account& account, const Credentials& old, std::function<void(Result<Credentials>)> done);

    // credentials() would have to run, ask or sign in first.
    bool mustFetch(const Account& account) const { return hasTemporaryKeys(account) && !holds(account); }

    // When a person is needed again for the account's keys: invalid if not known, or if they are renewed
    // without one.
    QDateTime signInEnds(const Account& account) const;
    // Signs in now, ahead of that: the person is asked again, and what comes counts from then on.
    void signInAgain(const Account& account, std::function<void(Result<Credentials>)> done);

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
        QDateTime signInEnds; // invalid: nobody is needed to renew them
    };
    struct Errand
    {
        std::unique_ptr<Transport> transport;
        std::unique_ptr<KeyErrand> work; // goes before the transport that it uses
        QList<Done> waiting;
        KeyRecipe recipe;
        bool begun = false;
        bool anew = false; // whatever sign-in is still good, another is wanted
    };

    void later(Result<Credentials> end, Done done);
    void readKeychain(const Account& account, Done done);
    void stored(const Account& account, const Done& done);
    void fetch(const Account& account, Done done);
    void begin(const Account& account, Errand& errand);
    void send(const Account& account, const NetworkRoute& route);
    void ended(const Account& account, const Result<Credentials>& keys);
    bool holds(const Account& account) const;

    CredentialStore& m_keychain;
    SignInPrompt* m_prompt = nullptr;
    Routes m_routes;
    SystemClock m_clock;
    QHash<QString, Credentials> m_session;
    QHash<QString, Held> m_temporary;
    QHash<QString, SsoToken> m_ssoTokens;
    std::map<QString, Errand> m_errands;
};

} // namespace partway
