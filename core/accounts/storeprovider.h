// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "store/objectstore.h"

#include <functional>
#include <memory>

namespace partway {

// Opens the store of an account. Called on the engine's thread; `opened` runs there too, exactly once, never
// from inside open(). Errors: SignIn (keys missing), NotFound "account-missing", LocalFile
// "ca-file-unreadable", Refused (endpoint codes).
class StoreProvider
{
public:
    using Opened = std::function<void(Result<std::shared_ptr<ObjectStore>>)>;

    virtual ~StoreProvider() = default;
    virtual void open(const QString& accountId, Opened opened) = 0;
    virtual void
    forget(const QString& accountId) = 0; // the account or its keys changed: open() starts afresh
};

} // namespace partway
