// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/storeprovider.h"
#include "base/clock.h"
#include "http/ratelimit.h"
#include "upload/uploadrunner.h"

#include <QSet>

#include <functional>
#include <optional>

namespace partway {

// What the engine needs from outside. All outlive the queue.
struct EngineParts
{
    QString stateFolder; // journal.sqlite, locks/, receipts/
    StoreProvider& stores;
    RateLimit& limit;
    const Clock& clock;
    std::function<std::optional<Account>(const QString& accountId)>
        account; // thread-safe; for profiles and receipts
    bool startByItself =
        true; // window: everything queued or interrupted runs; command line: only what is started
    UploadRunner::OpenStream openStream = {};      // null: this process has no stream to send
    std::function<QSet<QString>()> addresses = {}; // of this computer; null: as the system says
};

} // namespace partway
