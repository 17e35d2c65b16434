// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/networksecrets.h"

#include <memory>

namespace partway {

namespace {

const QByteArray entryUser = "network";

// The desk finds an entry of the keychain, or what is remembered of it, for whatever has its id.
Account entryFor(const QString& id)
{
    Account entry;
    entry.id = id;
    entry.accessKeyId = entryUser;
    entry.secretSource = SecretSource::Keychain;
    return entry;
}

} // namespace

QString clientKeySecretId(const QString& accountId)
{
    return accountId + QStringLiteral("/client-key");
}

bool wantsProxyPassword(const Account& account)
{
    return account.proxy.kind == ProxyChoice::Kind::Url && !account.proxy.user.isEmpty();
}

bool mayWantKeyPassword(const Account& account)
{
    return !account.clientCertificateFile.isEmpty();
}

QStringList keychainEntriesOf(const Account& account)
{
    QStringList entries;
    if (usesKeychain(account))
        entries.append(account.id);
    if (wantsProxyPassword(account))
        entries.append(proxySecretId(account.id));
    if (mayWantKeyPassword(account))
        entries.append(clientKeySecretId(account.id));
    return entries;
}

void readNetworkSecrets(CredentialDesk& desk, const Account& account,
                        std::function<void(const NetworkSecrets&)> done)
{
    const auto secrets = std::make_shared<NetworkSecrets>();
    const auto readKey = [&desk, account, secrets, done = std::move(done)] {
        if (!mayWantKeyPassword(account))
            return done(*secrets);
        desk.credentials(entryFor(clientKeySecretId(account.id)),
                         [secrets, done](const Result<Credentials>& read) {
                             if (read)
                                 secrets->clientKeyPassword = read->secretKey;
                             done(*secrets);
                         });
    };
    if (!wantsProxyPassword(account))
        return readKey();
    desk.credentials(entryFor(proxySecretId(account.id)),
                     [secrets, readKey](const Result<Credentials>& read) {
                         if (read)
                             secrets->proxyPassword = read->secretKey;
                         readKey();
                     });
}

void routeSignIns(CredentialDesk& desk)
{
    desk.setRoutes([&desk](const Account& account, const auto& done) {
        readNetworkSecrets(desk, account, [account, done](const NetworkSecrets& secrets) {
            done(routeOf(account, secrets));
        });
    });
}

void setSessionNetwork(CredentialDesk& desk, const Account& account, const NetworkSecrets& secrets)
{
    const auto keep = [&desk](const QString& id, const Secret& secret) {
        if (!secret.isEmpty())
            desk.setSessionKeys(id, {.accessKeyId = entryUser, .secretKey = secret});
    };
    keep(proxySecretId(account.id), secrets.proxyPassword);
    keep(clientKeySecretId(account.id), secrets.clientKeyPassword);
}

void forgetNetwork(CredentialDesk& desk, const QString& accountId)
{
    desk.forget(proxySecretId(accountId));
    desk.forget(clientKeySecretId(accountId));
}

Result<NetworkRoute> routeOf(const Account& account, const NetworkSecrets& secrets)
{
    NetworkRoute route;
    route.caFile = account.caFile;
    route.clientCertificateFile = account.clientCertificateFile;
    route.clientKeyFile = account.clientKeyFile;
    route.clientKeyPassword = secrets.clientKeyPassword;
    route.connectTimeout = std::chrono::seconds(account.connectTimeoutSeconds);
    switch (account.proxy.kind) {
    case ProxyChoice::Kind::System:
        break;
    case ProxyChoice::Kind::None:
        route.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        break;
    case ProxyChoice::Kind::Url: {
        const Result<QNetworkProxy> proxy =
            proxyFromText(account.proxy.url, account.proxy.user, secrets.proxyPassword);
        if (!proxy)
            return proxy.error();
        route.proxy = *proxy;
        break;
    }
    }
    return route;
}

} // namespace partway
