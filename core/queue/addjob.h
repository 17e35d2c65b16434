// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/clock.h"
#include "queue/transferqueue.h"

#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace partway {

// What one add() asks of the pool: scan, plan, and hand over in blocks. A plain value.
struct AddJob
{
    AddRequest request;
    std::optional<Account> account; // none: everything is refused as "account-missing"
    const Clock* clock = nullptr;   // outlives the pool
    std::shared_ptr<std::atomic<bool>> stop;
};

// Called on the pool's thread.
struct AddNews
{
    std::function<void(QList<Transfer>)> planned;
    std::function<void(QList<RefusedPath>)> refused;
};

void runAddJob(const AddJob& job, const AddNews& news);

} // namespace partway
