// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <chrono>
#include <functional>
#include <memory>

namespace partway {

// Keeps secrets outside Partway. Main thread only (the platform's keychain wants its event loop). Each call
// ends exactly once, never from inside the call, and by itself after a time-out: a keychain prompt may stay
// open for ever. Errors (SignIn): "keychain-none" (no keychain here), "keychain-no-entry" (also what
// cancelling an unlock looks like: never taken as "forget the account"), "keychain-locked",
// "keychain-timeout", "keychain-failed".
class CredentialStore
{
public:
    virtual ~CredentialStore() = default;
    virtual void write(const QString& accountId, const Secret& secret,
                       std::function<void(Result<void>)> done) = 0;
    virtual void read(const QString& accountId, std::function<void(Result<Secret>)> done) = 0;
    virtual void remove(const QString& accountId, std::function<void(Result<void>)> done) = 0;
};

// Over QtKeychain, service "Partway"; its plain-text fallback stays off. patience: the time-out of each call.
std::unique_ptr<CredentialStore>
makeKeychainStore(std::chrono::milliseconds patience = std::chrono::seconds(60));

// For this session only: in memory, gone with the process.
std::unique_ptr<CredentialStore> makeSessionStore();

} // namespace partway
