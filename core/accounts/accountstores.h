// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/credentialdesk.h"
#include "accounts/storeprovider.h"
#include "base/clock.h"
#include "http/exchangelog.h"
#include "http/ratelimit.h"

namespace partway {

// StoreProvider over real accounts: asks the desk (on the main thread) for keys, makes one NetworkTransport
// and one S3Store per account on the engine's thread and shares them. `accounts` and `desk` live on the main
// thread and are only touched there. Made and destroyed on the main thread, destroyed after the engine's has
// ended; open() and forget() are called on the engine's. exchanges: notes what goes wrong, and outlives this.
std::unique_ptr<StoreProvider> makeAccountStores(AccountList& accounts, CredentialDesk& desk,
                                                 RateLimit& limit, const Clock& clock,
                                                 ExchangeLog* exchanges = nullptr);

} // namespace partway
