// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/ssosignin.h"

#include "base/log.h"

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QSaveFile>

namespace partway {

namespace {

constexpr qint64 mostBytes = 64 * 1024;
constexpr int tokenRest = 60; // seconds: one that ends sooner is not begun with

Error signIn(const char* code)
{
    return Error{.kind = ErrorKind::SignIn, .code = QLatin1String(code)};
}

SsoToken tokenInCache(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? ssoTokenFromJson(Secret(file.read(mostBytes))) : SsoToken();
}

} // namespace

SsoSignIn::SsoSignIn(Setup setup, Transport& transport, SignInPrompt* prompt, const Clock& clock,
                     QObject* parent)
    : QObject(parent), m_setup(std::move(setup)), m_transport(transport), m_prompt(prompt), m_clock(clock)
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &SsoSignIn::poll);
}

SsoSignIn::~SsoSignIn()
{
    if (m_shown)
        m_prompt->closeDeviceCode(m_setup.accountId);
}

bool SsoSignIn::lasts(const SsoToken& token) const
{
    return !token.isEmpty() && m_clock.now().secsTo(token.expiresAt) > tokenRest;
}

void SsoSignIn::start(const SsoToken& known, Done done)
{
    m_done = std::move(done);
    if (m_setup.anew)
        return registerClient();
    const SsoToken cached = tokenInCache(m_setup.cacheFolder + u'/' + ssoCacheName(m_setup.sso));
    for (const SsoToken& token : {known, cached}) {
        if (lasts(token))
            return later(token);
    }
    for (const SsoToken& token : {known, cached}) {
        const bool can = !token.refreshToken.isEmpty() && m_clock.now() < token.client.expiresAt;
        if (can)
            return refresh(token);
    }
    registerClient();
}

void SsoSignIn::send(const Result<HttpRequest>& request, Read read)
{
    if (!request)
        return later(request.error());
    m_transport.send(*request, [self = QPointer(this), read = std::move(read)](const HttpReply& reply) {
        if (self)
            read(reply);
    });
}

// A refresh that is refused is no failure: the person is asked.
void SsoSignIn::refresh(const SsoToken& token)
{
    send(tokenRequest(m_setup.sso, token.client, {}, token.refreshToken),
         [this, token](const HttpReply& reply) {
             Result<SsoToken> fresh = tokenReply(reply, m_clock.now());
             if (!fresh)
                 return registerClient();
             fresh->client = token.client;
             if (fresh->refreshToken.isEmpty())
                 fresh->refreshToken = token.refreshToken;
             writeCache(*fresh);
             end(fresh);
         });
}

void SsoSignIn::registerClient()
{
    if (!m_prompt)
        return later(signIn("sso-sign-in-needed"));
    send(registerClientRequest(m_setup.sso), [this](const HttpReply& reply) {
        const Result<SsoClient> client = registerClientReply(reply);
        if (client)
            askForDevice(*client);
        else
            end(client.error());
    });
}

void SsoSignIn::askForDevice(const SsoClient& client)
{
    m_client = client;
    send(deviceRequest(m_setup.sso, client), [this](const HttpReply& reply) {
        const Result<SsoDevice> device = deviceReply(reply);
        if (device)
            showDevice(*device);
        else
            end(device.error());
    });
}

void SsoSignIn::showDevice(const SsoDevice& device)
{
    m_device = device;
    m_codeEnds = m_clock.now().addSecs(device.lasts.count());
    m_shown = true;
    m_prompt->showDeviceCode(
        {m_setup.accountId, m_setup.accountName, device.userCode, device.url, device.completeUrl, m_codeEnds},
        [self = QPointer(this)] {
            if (self)
                self->later(signIn("sign-in-declined"));
        });
    m_poll.start(device.interval);
}

void SsoSignIn::poll()
{
    if (m_clock.now() > m_codeEnds)
        return end(signIn("sso-code-expired"));
    send(tokenRequest(m_setup.sso, m_client, m_device.deviceCode, {}),
         [this](const HttpReply& reply) { polled(tokenReply(reply, m_clock.now())); });
}

void SsoSignIn::polled(const Result<SsoToken>& token)
{
    if (!m_done)
        return; // declined meanwhile
    if (token) {
        SsoToken mine = *token;
        mine.client = m_client;
        writeCache(mine);
        return end(mine);
    }
    if (token.error().code == QLatin1String("sso-slow-down"))
        m_device.interval += std::chrono::seconds(5); // RFC 8628 §3.5
    if (token.error().kind != ErrorKind::Transient && token.error().kind != ErrorKind::Throttled)
        return end(token.error());
    m_poll.start(m_device.interval);
}

// For other programs, readable by its owner alone; only when the person has allowed it.
void SsoSignIn::writeCache(const SsoToken& token) const
{
    if (!m_setup.sso.writesCache)
        return;
    QDir().mkpath(m_setup.cacheFolder);
    QSaveFile file(m_setup.cacheFolder + u'/' + ssoCacheName(m_setup.sso));
    const Secret json = ssoTokenToJson(m_setup.sso, token);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(json.reveal()) == json.reveal().size() && file.commit();
    if (!written)
        qCWarning(logAccounts).noquote()
            << "the token of single sign-on was not cached:" << file.errorString();
}

void SsoSignIn::later(const Result<SsoToken>& result)
{
    QMetaObject::invokeMethod(
        this, [this, result] { end(result); }, Qt::QueuedConnection);
}

void SsoSignIn::end(const Result<SsoToken>& result)
{
    m_poll.stop();
    if (std::exchange(m_shown, false))
        m_prompt->closeDeviceCode(m_setup.accountId);
    if (const Done done = std::exchange(m_done, {}))
        done(result);
}

} // namespace partway
