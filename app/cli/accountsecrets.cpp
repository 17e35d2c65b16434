// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountsecrets.h"

#include "accounts/keyentry.h"
#include "accounts/networksecrets.h"
#include "format/errortext.h"
#include "store/companionserver.h"
#include "terminal.h"

#include <cstdio>

namespace partway {

namespace {

// The next line and not more.
std::optional<Secret> lineOfInput()
{
    QByteArray line;
    int c = 0;
    while ((c = std::fgetc(stdin)) != EOF && c != '\n')
        line += char(c);
    if (line.endsWith('\r'))
        line.chop(1);
    return line.isEmpty() ? std::nullopt : std::optional(Secret(std::move(line)));
}

bool askOne(bool fromInput, const QString& question, const QString& what, Console& console, Secret* into)
{
    const std::optional<Secret> given = fromInput ? lineOfInput() : askSecret(question);
    if (given && !given->isEmpty()) {
        *into = *given;
        return true;
    }
    console.complain(QStringLiteral("No %1 was given; the account was not added. Type it when asked, or "
                                    "pass it on standard input with --secret-stdin.")
                         .arg(what));
    return false;
}

using Entries = QList<QPair<QString, Secret>>;

Entries entriesOf(const Account& account, const AccountSecrets& secrets)
{
    Entries entries;
    if (!secrets.key.isEmpty())
        entries.append({account.id, keyEntry(secrets.key, secrets.sessionToken)});
    if (!secrets.proxyPassword.isEmpty())
        entries.append({proxySecretId(account.id), secrets.proxyPassword});
    if (!secrets.keyPassword.isEmpty())
        entries.append({clientKeySecretId(account.id), secrets.keyPassword});
    return entries;
}

void writeFrom(Workplace& workplace, const Account& account, const Entries& entries, int next,
               const std::function<void(Result<void>)>& done)
{
    if (next >= entries.size())
        return done({});
    const auto& [entry, secret] = entries[next];
    workplace.keychain().write(entry, secret, [=, &workplace](const Result<void>& written) {
        if (written)
            return writeFrom(workplace, account, entries, next + 1, done);
        if (next == 0)
            return done(written);
        dropSecrets(workplace, account, [done, written](const Result<void>&) { done(written); });
    });
}

void dropFrom(Workplace& workplace, const QStringList& entries, int next, const Result<void>& sofar,
              const std::function<void(Result<void>)>& done)
{
    if (next >= entries.size())
        return done(sofar);
    workplace.keychain().remove(entries[next], [=, &workplace](const Result<void>& removed) {
        dropFrom(workplace, entries, next + 1, removed ? sofar : removed, done);
    });
}

} // namespace

std::optional<AccountSecrets> askSecrets(const AccountAddOptions& options, Console& console)
{
    const Account& account = options.account;
    const bool input = options.secretFromInput;
    const bool header = isCompanion(account);
    AccountSecrets secrets;
    if (usesKeychain(account)) {
        const QString question =
            header ? QStringLiteral("Header (Name: value): ") : QStringLiteral("Secret key: ");
        if (!askOne(input, question, QStringLiteral("secret key"), console, &secrets.key))
            return std::nullopt;
        if (header) {
            if (const auto server = companionServer(account.endpoint, secrets.key); !server) {
                console.complain(errorLine(server.error()));
                return std::nullopt;
            }
        }
    }
    if (options.sessionToken && !askOne(input, QStringLiteral("Session token: "),
                                        QStringLiteral("session token"), console, &secrets.sessionToken))
        return std::nullopt;
    if (wantsProxyPassword(account) &&
        !askOne(input, QStringLiteral("Password of %1 at the proxy: ").arg(account.proxy.user),
                QStringLiteral("password for the proxy"), console, &secrets.proxyPassword))
        return std::nullopt;
    if (options.keyPassword &&
        !askOne(input, QStringLiteral("Password of the client key: "),
                QStringLiteral("password for the client key"), console, &secrets.keyPassword))
        return std::nullopt;
    return secrets;
}

void keepSecrets(Workplace& workplace, const Account& account, const AccountSecrets& secrets,
                 std::function<void(Result<void>)> done)
{
    writeFrom(workplace, account, entriesOf(account, secrets), 0, done);
}

void dropSecrets(Workplace& workplace, const Account& account, std::function<void(Result<void>)> done)
{
    dropFrom(workplace, keychainEntriesOf(account), 0, {}, done);
}

} // namespace partway
