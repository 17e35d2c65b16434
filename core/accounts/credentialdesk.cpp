// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialdesk.h"

#include "accounts/environment.h"

#include <QPointer>
#include <QTimer>

namespace partway {

namespace {

Error signInError(const char* code)
{
    return Error{.kind = ErrorKind::SignIn, .code = QLatin1String(code)};
}

} // namespace

CredentialDesk::CredentialDesk(CredentialStore& keychain, QObject* parent)
    : QObject(parent), m_keychain(keychain)
{
}

void CredentialDesk::credentials(const Account& account, std::function<void(Result<Credentials>)> done)
{
    const auto remembered = m_session.constFind(account.id);
    if (remembered != m_session.constEnd()) {
        later(*remembered, std::move(done));
        return;
    }
    switch (account.secretSource) {
    case SecretSource::Keychain:
        readKeychain(account, std::move(done));
        return;
    case SecretSource::Session:
        later(signInError("session-keys-missing"), std::move(done));
        return;
    case SecretSource::Environment: {
        // Whatever keys are there now: temporary ones are others each time, for the same store.
        const EnvironmentSettings now = readEnvironment(QProcessEnvironment::systemEnvironment());
        const Credentials keys =
            isCompanion(account) ? Credentials{.secretKey = now.companionHeader} : now.credentials;
        if (isCompanion(account))
            later(keys, std::move(done)); // the server may want none
        else if (keys.isEmpty())
            later(signInError("environment-keys-missing"), std::move(done));
        else
            later(keys, std::move(done));
        return;
    }
    case SecretSource::None:
        later(Credentials(), std::move(done));
        return;
    case SecretSource::Profile:
    case SecretSource::Process:
    case SecretSource::Role:
    case SecretSource::Sso:
        later(signInError("keys-source-unknown"), std::move(done)); // written by a later Partway
        return;
    }
}

void CredentialDesk::readKeychain(const Account& account, Done done)
{
    m_keychain.read(account.id,
                    [self = QPointer(this), account, done = std::move(done)](Result<Secret> read) {
                        if (!read) {
                            done(read.error());
                            return;
                        }
                        const Credentials keys{.accessKeyId = account.accessKeyId, .secretKey = *read};
                        const bool useless = isCompanion(account) ? read->isEmpty() : keys.isEmpty();
                        if (useless) {
                            done(signInError("keychain-no-entry"));
                            return;
                        }
                        // Keys that were set while the keychain was asked are the later word.
                        if (self && !self->m_session.contains(account.id))
                            self->m_session.insert(account.id, keys);
                        done(keys);
                    });
}

void CredentialDesk::setSessionKeys(const QString& accountId, const Credentials& credentials)
{
    m_session.insert(accountId, credentials);
}

void CredentialDesk::forget(const QString& accountId)
{
    m_session.remove(accountId);
}

void CredentialDesk::later(Result<Credentials> end, Done done)
{
    QTimer::singleShot(0, this, [end = std::move(end), done = std::move(done)] { done(end); });
}

} // namespace partway
