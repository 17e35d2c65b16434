// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/credentialdesk.h"
#include "http/networkroute.h"

namespace partway {

// The secrets of an account's way to its store; empty where it has none.
struct NetworkSecrets
{
    Secret proxyPassword;
    Secret clientKeyPassword;
};

// Which entries of the keychain they are. The access keys' entry is the account's id.
QString clientKeySecretId(const QString& accountId);
bool wantsProxyPassword(const Account& account);
bool mayWantKeyPassword(const Account& account); // there is a client certificate

// All that the keychain holds of an account: its keys and the passwords of its network. To be removed with
// it.
QStringList keychainEntriesOf(const Account& account);

// Asks the desk for what the account has. A password that is not there is an empty one: proxy or key will say
// so. Ends once, perhaps from inside. Main thread; the desk outlives it.
void readNetworkSecrets(CredentialDesk& desk, const Account& account,
                        std::function<void(const NetworkSecrets&)> done);

// STS and single sign-on go the account's own way, too: through its proxy, with its authorities.
void routeSignIns(CredentialDesk& desk);

// For this session only.
void setSessionNetwork(CredentialDesk& desk, const Account& account, const NetworkSecrets& secrets);
void forgetNetwork(CredentialDesk& desk, const QString& accountId); // what is remembered, not what is kept

// The way to the account's store. Errors: "proxy-invalid".
Result<NetworkRoute> routeOf(const Account& account, const NetworkSecrets& secrets);

} // namespace partway
