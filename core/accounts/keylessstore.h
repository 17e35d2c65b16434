// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/clock.h"
#include "s3/credentials.h"
#include "store/s3store.h"

namespace partway {

// The store of an account that signs nothing itself (a server that holds the keys, or an upload ticket); null
// for all others. Errors: those of companionServer() and readUploadTicket(). The transport outlives it.
Result<std::unique_ptr<ObjectStore>> makeKeylessStore(const Account& account, const Credentials& keys,
                                                      Transport& transport, const Clock& clock);

// The conditions that a test has seen the account's store ignore.
IgnoredConditions ignoredBy(const Account& account);

} // namespace partway
