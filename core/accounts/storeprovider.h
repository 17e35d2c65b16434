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

    // Who is told that requests of an account wait for keys that have to be fetched, and when they go on.
    // On the engine's thread; set before the first open().
    using KeysAwaited = std::function<void(const QString& accountId, bool waiting)>;
    void watchKeys(KeysAwaited listener) { m_keysAwaited = std::move(listener); }

protected:
    void tellKeysAwaited(const QString& accountId, bool waiting) const
    {
        if (m_keysAwaited)
            m_keysAwaited(accountId, waiting);
    }

private:
    KeysAwaited m_keysAwaited;
};

} // namespace partway
