// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keyerrand.h"

#include "accounts/stscalls.h"
#include "base/log.h"
#include "s3/lessons.h"

#include <QFile>
#include <QPointer>

#include <cstdlib>

namespace partway {

namespace {

constexpr qint64 mostToken = 64 * 1024;
constexpr int clockTrouble = 5 * 60; // seconds

Error signIn(const char* code, const QString& about = {})
{
    return Error{.kind = ErrorKind::SignIn, .code = QLatin1String(code), .resource = about};
}

} // namespace

KeyErrand::KeyErrand(Setup setup, Transport& transport, SignInPrompt* prompt, const Clock& clock,
                     QObject* parent)
    : QObject(parent), m_setup(std::move(setup)), m_transport(transport), m_prompt(prompt), m_clock(clock),
      m_ssoToken(m_setup.ssoToken)
{
}

void KeyErrand::start(Done done)
{
    QMetaObject::invokeMethod(
        this, [this, done = std::move(done)] { follow(m_setup.recipe, done); }, Qt::QueuedConnection);
}

void KeyErrand::follow(const KeyRecipe& recipe, const Done& then)
{
    switch (recipe.kind) {
    case KeyRecipe::Kind::Given:
        return then(recipe.keys);
    case KeyRecipe::Kind::Stored:
        return m_setup.stored([self = QPointer(this), then](const Result<Credentials>& keys) {
            if (self)
                then(keys);
        });
    case KeyRecipe::Kind::Process:
        return runProcess(recipe.process, then);
    case KeyRecipe::Kind::Role:
        return follow(*recipe.base, [this, recipe, then](const Result<Credentials>& base) {
            if (!base)
                return then(base);
            if (recipe.role.mfaSerial.isEmpty())
                assume(recipe, *base, {}, 0, then);
            else
                askCode(recipe, *base, false, then);
        });
    case KeyRecipe::Kind::WebIdentity:
        return showToken(recipe, then);
    case KeyRecipe::Kind::Sso:
        return signInOnce(recipe, then, true);
    }
}

// --- a program ------------------------------------------------------------------------------------------

void KeyErrand::runProcess(const QString& command, const Done& then)
{
    if (command == m_setup.account.allowedProcess)
        return startProcess(command, then);
    if (!m_prompt)
        return then(signIn("process-not-allowed", command));
    m_prompt->askProcess(m_setup.account.name, command, [self = QPointer(this), command, then](bool allowed) {
        if (!self)
            return;
        if (!allowed)
            return self->later(signIn("process-not-allowed", command), then);
        self->m_allowed = command;
        self->startProcess(command, then);
    });
}

void KeyErrand::startProcess(const QString& command, const Done& then)
{
    qCInfo(logAccounts) << "runs the program that prints keys"; // its arguments may be anything
    m_process = std::make_unique<ProcessKeys>();
    m_process->run(command, then);
}

// --- STS ------------------------------------------------------------------------------------------------

void KeyErrand::askCode(const KeyRecipe& recipe, const Credentials& base, bool again, const Done& then)
{
    if (!m_prompt)
        return then(signIn("mfa-code-needed", recipe.role.mfaSerial));
    m_prompt->askMfaCode(m_setup.account.name, recipe.role.mfaSerial, again,
                         [self = QPointer(this), recipe, base, then](const std::optional<Secret>& code) {
                             if (!self)
                                 return;
                             if (!code || code->isEmpty())
                                 return self->later(signIn("sign-in-declined"), then);
                             self->assume(recipe, base, *code, 0, then);
                         });
}

// Our clock may be wrong, and here no request before has told it.
void KeyErrand::assume(const KeyRecipe& recipe, const Credentials& base, const Secret& code, qint64 offset,
                       const Done& then)
{
    const auto read = [this, recipe, base, code, offset, then](const HttpReply& reply) {
        const Result<Credentials> keys =
            reply.failure ? Result<Credentials>(*reply.failure) : roleReply(reply);
        const qint64 ahead = clockOffsetFrom(reply).value_or(0);
        if (!keys && offset == 0 && reply.answered() && std::llabs(ahead) > clockTrouble)
            return assume(recipe, base, code, ahead, then);
        if (!keys && keys.error().code == QLatin1String("mfa-code-wrong"))
            return askCode(recipe, base, true, then);
        then(keys);
    };
    send(roleRequest(recipe.role, code, recipe.region, base, m_clock.now().addSecs(offset)), read, then);
}

void KeyErrand::showToken(const KeyRecipe& recipe, const Done& then)
{
    QFile file(recipe.tokenFile);
    if (!file.open(QIODevice::ReadOnly))
        return then(signIn("web-identity-unreadable", recipe.tokenFile));
    const Secret token(file.read(mostToken));
    send(
        webIdentityRequest(recipe.role, token, recipe.region),
        [then](const HttpReply& reply) {
            then(reply.failure ? Result<Credentials>(*reply.failure) : roleReply(reply));
        },
        then);
}

// --- single sign-on -------------------------------------------------------------------------------------

// A token that the portal refuses, though its time is not over, is thrown away once.
void KeyErrand::signInOnce(const KeyRecipe& recipe, const Done& then, bool mayRepeat)
{
    SsoChoice sso = recipe.sso;
    sso.writesCache = sso.writesCache || m_setup.account.sso.writesCache;
    m_sso = std::make_unique<SsoSignIn>(SsoSignIn::Setup{sso, m_setup.account.id, m_setup.account.name,
                                                         m_setup.ssoCacheFolder, !mayRepeat || m_setup.anew},
                                        m_transport, m_prompt, m_clock);
    m_sso->start(m_ssoToken, [this, recipe, then, mayRepeat](const Result<SsoToken>& token) {
        if (!token)
            return then(token.error());
        m_ssoToken = *token;
        const auto read = [this, recipe, then, mayRepeat](const HttpReply& reply) {
            const Result<Credentials> keys = roleKeysReply(reply);
            const bool ended = !keys && keys.error().code == QLatin1String("sso-token-ended");
            if (!ended || !mayRepeat)
                return then(keys);
            m_ssoToken = {};
            signInOnce(recipe, then, false);
        };
        send(roleKeysRequest(recipe.sso, *token), read, then);
    });
}

// --------------------------------------------------------------------------------------------------------

void KeyErrand::send(const Result<HttpRequest>& request, const std::function<void(const HttpReply&)>& read,
                     const Done& then)
{
    if (!request)
        return later(request.error(), then);
    m_transport.send(*request, [self = QPointer(this), read](const HttpReply& reply) {
        if (self)
            read(reply);
    });
}

void KeyErrand::later(const Result<Credentials>& result, const Done& then)
{
    QMetaObject::invokeMethod(
        this, [result, then] { then(result); }, Qt::QueuedConnection);
}

} // namespace partway
