// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/keyrecipe.h"
#include "accounts/processkeys.h"
#include "accounts/ssosignin.h"

#include <memory>

namespace partway {

// Does what a recipe says, once: runs the program, asks STS, signs in, asks the person for a code. Ends
// exactly once through `done`, never from inside start(); destroyed before: nobody is told. Main thread.
class KeyErrand final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<Credentials>)>;

    struct Setup
    {
        Account account;
        KeyRecipe recipe;
        // The account's own lasting keys: from the keychain, or what was typed in this session.
        std::function<void(Done)> stored;
        QString ssoCacheFolder;
        SsoToken ssoToken; // from before
        bool anew = false; // a sign-in that is still good, or could be refreshed, does not do
    };

    KeyErrand(Setup setup, Transport& transport, SignInPrompt* prompt, const Clock& clock,
              QObject* parent = nullptr);

    void start(Done done);
    const SsoToken& ssoToken() const { return m_ssoToken; }     // that it got
    const QString& allowedProcess() const { return m_allowed; } // that the person allowed; empty: none

private:
    void follow(const KeyRecipe& recipe, const Done& then);
    void runProcess(const QString& command, const Done& then);
    void startProcess(const QString& command, const Done& then);
    void askCode(const KeyRecipe& recipe, const Credentials& base, bool again, const Done& then);
    void assume(const KeyRecipe& recipe, const Credentials& base, const Secret& code, qint64 offset,
                const Done& then);
    void showToken(const KeyRecipe& recipe, const Done& then);
    void signInOnce(const KeyRecipe& recipe, const Done& then, bool mayRepeat);
    void send(const Result<HttpRequest>& request, const std::function<void(const HttpReply&)>& read,
              const Done& then);
    void later(const Result<Credentials>& result, const Done& then);

    const Setup m_setup;
    Transport& m_transport;
    SignInPrompt* const m_prompt;
    const Clock& m_clock;
    SsoToken m_ssoToken;
    QString m_allowed;
    std::unique_ptr<ProcessKeys> m_process;
    std::unique_ptr<SsoSignIn> m_sso;
};

} // namespace partway
