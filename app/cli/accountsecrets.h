// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accountoptions.h"
#include "console.h"
#include "workplace.h"

#include <functional>

namespace partway {

// What `account add` has to be told in secret: the secret key, its session token, the passwords of proxy and
// client key. Asked for on the terminal without showing it, or a line each of standard input, in this order.
struct AccountSecrets
{
    Secret key;
    Secret sessionToken;
    Secret proxyPassword;
    Secret keyPassword;
};

// Nothing: something was not given, or makes no sense, and the console has said so.
std::optional<AccountSecrets> askSecrets(const AccountAddOptions& options, Console& console);

// Into the keychain, one after the other; what was written goes again if one cannot be.
void keepSecrets(Workplace& workplace, const Account& account, const AccountSecrets& secrets,
                 std::function<void(Result<void>)> done);

// All that the keychain has of the account; goes on after an error, and tells the last one.
void dropSecrets(Workplace& workplace, const Account& account, std::function<void(Result<void>)> done);

} // namespace partway
