// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/signinprompt.h"
#include "accounts/ssocalls.h"
#include "base/clock.h"
#include "http/transport.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace partway {

// Gets a token of single sign-on: from AWS's cache file or by refreshing it, else by the device flow, in
// which the person confirms a code in a browser. Ends exactly once, never from inside start(). Main thread.
class SsoSignIn final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<SsoToken>)>;

    struct Setup
    {
        SsoChoice sso;
        QString accountId;
        QString accountName;
        QString cacheFolder; // ~/.aws/sso/cache
        bool anew = false;   // what is in there does not do
    };

    SsoSignIn(Setup setup, Transport& transport, SignInPrompt* prompt, const Clock& clock,
              QObject* parent = nullptr);
    ~SsoSignIn() override; // takes its question off the screen; nobody is told

    // known: a token from before that may still do, or be refreshed.
    void start(const SsoToken& known, Done done);

private:
    using Read = std::function<void(const HttpReply&)>;
    bool lasts(const SsoToken& token) const;
    void send(const Result<HttpRequest>& request, Read read);
    void refresh(const SsoToken& token);
    void registerClient();
    void askForDevice(const SsoClient& client);
    void showDevice(const SsoDevice& device);
    void poll();
    void polled(const Result<SsoToken>& token);
    void writeCache(const SsoToken& token) const;
    void later(const Result<SsoToken>& result);
    void end(const Result<SsoToken>& result);

    const Setup m_setup;
    Transport& m_transport;
    SignInPrompt* const m_prompt; // null: nobody can be asked
    const Clock& m_clock;
    SsoClient m_client;
    SsoDevice m_device;
    QDateTime m_codeEnds;
    QTimer m_poll;
    bool m_shown = false;
    Done m_done;
};

} // namespace partway
