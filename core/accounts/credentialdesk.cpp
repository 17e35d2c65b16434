// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/credentialdesk.h"

#include "accounts/environment.h"
#include "accounts/keyentry.h"
#include "accounts/keyerrand.h"
#include "base/log.h"
#include "http/networktransport.h"

#include <QPointer>
#include <QTimer>

namespace partway {

namespace {

constexpr int tooShort = 3; // seconds: keys that end so soon are not handed out

// What the keys depend on.
Account aboutKeys(Account account)
{
    account.name.clear();
    account.facts = {};
    account.allowedProcess.clear();
    return account;
}

Error signInError(const char* code)
{
    return Error{.kind = ErrorKind::SignIn, .code = QLatin1String(code)};
}

} // namespace

bool usesKeychain(const Account& account)
{
    return typedSource(account) == SecretSource::Keychain;
}

CredentialDesk::CredentialDesk(CredentialStore& keychain, QObject* parent)
    : QObject(parent), m_keychain(keychain)
{
}

CredentialDesk::~CredentialDesk() = default;

void CredentialDesk::credentials(const Account& account, std::function<void(Result<Credentials>)> done)
{
    const auto remembered = m_session.constFind(account.id);
    if (remembered != m_session.constEnd() && !hasTemporaryKeys(account)) {
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
        if (holds(account))
            later(m_temporary.value(account.id).keys, std::move(done));
        else
            fetch(account, std::move(done));
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
                        const Credentials keys = keysFromEntry(account.accessKeyId, *read);
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

bool CredentialDesk::holds(const Account& account) const
{
    const auto held = m_temporary.constFind(account.id);
    if (held == m_temporary.cend() || !(held->account == aboutKeys(account)))
        return false;
    const QDateTime& end = held->keys.expiresAt;
    return !end.isValid() || m_clock.now().secsTo(end) > tooShort;
}

void CredentialDesk::renew(const Account& account, const Credentials& old, Done done)
{
    const Credentials held = m_temporary.value(account.id).keys;
    const bool newer =
        held.accessKeyId != old.accessKeyId || held.sessionToken.reveal() != old.sessionToken.reveal();
    if (holds(account) && newer)
        later(held, std::move(done));
    else
        fetch(account, std::move(done));
}

void CredentialDesk::fetch(const Account& account, Done done)
{
    Errand& errand = m_errands[account.id];
    errand.waiting.append(std::move(done));
    if (!errand.begun)
        begin(account, errand);
}

void CredentialDesk::begin(const Account& account, Errand& errand)
{
    const auto failed = [this, account](const Error& error) {
        QTimer::singleShot(0, this, [this, account, error] { ended(account, error); });
    };
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const Result<KeyRecipe> recipe = recipeOf(account, loadAwsFiles(environment), environment);
    if (!recipe)
        return failed(recipe.error());
    errand.begun = true;
    errand.recipe = *recipe;
    if (!m_routes)
        return send(account, {});
    m_routes(account, [self = QPointer(this), account](const Result<NetworkRoute>& route) {
        if (!self)
            return;
        if (route)
            self->send(account, *route);
        else
            self->ended(account, route.error());
    });
}

// STS and single sign-on are reached as the store is; the client certificate is the store's business alone.
void CredentialDesk::send(const Account& account, const NetworkRoute& route)
{
    const auto found = m_errands.find(account.id);
    if (found == m_errands.end() || found->second.work)
        return; // forgotten meanwhile
    Errand& errand = found->second;
    TransportOptions options{
        .caFile = account.caFile, .managers = 1, .pieces = LargePieces::Off, .route = route};
    options.route.clientCertificateFile.clear();
    options.route.clientKeyFile.clear();
    // A few small requests: they need no thread of their own.
    Result<std::unique_ptr<Transport>> transport = makeNetworkTransport(options, m_clock);
    if (!transport) {
        QTimer::singleShot(0, this, [this, account, error = transport.error()] { ended(account, error); });
        return;
    }
    errand.transport = std::move(*transport);
    KeyErrand::Setup setup{.account = account,
                           .recipe = errand.recipe,
                           .stored = [this, account](const Done& done) { stored(account, done); },
                           .ssoCacheFolder = awsFolder(QProcessEnvironment::systemEnvironment()) +
                                             QStringLiteral("/sso/cache"),
                           .ssoToken = errand.anew ? SsoToken() : m_ssoTokens.value(account.id),
                           .anew = errand.anew};
    errand.work = std::make_unique<KeyErrand>(std::move(setup), *errand.transport, m_prompt, m_clock);
    errand.work->start([this, account](const Result<Credentials>& keys) {
        // From inside the errand, which goes with what follows.
        QTimer::singleShot(0, this, [this, account, keys] { ended(account, keys); });
    });
}

void CredentialDesk::ended(const Account& account, const Result<Credentials>& keys)
{
    auto node = m_errands.extract(account.id);
    if (node.empty())
        return; // forgotten
    Errand errand = std::move(node.mapped());
    if (keys) {
        const QDateTime tokenEnds = errand.work && errand.work->ssoToken().refreshToken.isEmpty()
                                        ? errand.work->ssoToken().expiresAt
                                        : QDateTime();
        const QDateTime ends = errand.recipe.asksForCode() ? keys->expiresAt : tokenEnds;
        m_temporary.insert(account.id, {aboutKeys(account), *keys, ends});
        qCInfo(logAccounts).noquote() << "keys until" << keys->expiresAt.toString(Qt::ISODate);
    }
    if (errand.work) {
        m_ssoTokens.insert(account.id, errand.work->ssoToken());
        const QString allowed = errand.work->allowedProcess();
        if (!allowed.isEmpty())
            Q_EMIT processAllowed(account.id, allowed);
    }
    for (const Done& done : std::as_const(errand.waiting))
        done(keys);
}

// The lasting keys that a role is asked for with.
void CredentialDesk::stored(const Account& account, const Done& done)
{
    const auto remembered = m_session.constFind(account.id);
    if (remembered != m_session.constEnd())
        later(*remembered, done);
    else if (account.role.from == SecretSource::Keychain)
        readKeychain(account, done);
    else
        later(signInError("session-keys-missing"), done);
}

QDateTime CredentialDesk::signInEnds(const Account& account) const
{
    if (hasTemporaryKeys(account))
        return holds(account) ? m_temporary.value(account.id).signInEnds : QDateTime();
    if (account.secretSource == SecretSource::Environment)
        return readEnvironment(QProcessEnvironment::systemEnvironment()).credentials.expiresAt;
    return m_session.value(account.id).expiresAt;
}

void CredentialDesk::signInAgain(const Account& account, std::function<void(Result<Credentials>)> done)
{
    if (!hasTemporaryKeys(account))
        return credentials(account, std::move(done));
    Errand& errand = m_errands[account.id];
    errand.anew = errand.anew || !errand.begun;
    fetch(account, std::move(done));
}

void CredentialDesk::setSessionKeys(const QString& accountId, const Credentials& credentials)
{
    m_session.insert(accountId, credentials);
}

void CredentialDesk::forget(const QString& accountId)
{
    m_session.remove(accountId);
    m_temporary.remove(accountId);
    m_ssoTokens.remove(accountId);
    auto node = m_errands.extract(accountId);
    if (node.empty())
        return;
    for (const Done& done : std::as_const(node.mapped().waiting))
        later(signInError("sign-in-cancelled"), done);
}

void CredentialDesk::later(Result<Credentials> end, Done done)
{
    QTimer::singleShot(0, this, [end = std::move(end), done = std::move(done)] { done(end); });
}

} // namespace partway
