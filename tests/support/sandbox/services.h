// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/counters.h"
#include "support/sandbox/depot.h"
#include "support/sandbox/exchange.h"
#include "support/sandbox/faultbook.h"
#include "support/sandbox/signaturecheck.h"

#include <atomic>

namespace partway::sandbox {

// What all connections share. Each member is thread-safe or does not change once the sandbox runs.
struct Services
{
    explicit Services(const QString& root) : depot(root) {}

    Depot depot;
    FaultBook faults;
    Counters counters;
    Keys keys;
    Limits limits;
    std::chrono::milliseconds bodyPatience{30'000}; // with a client that sends nothing of its body
    bool log = false;                               // a line on standard error for each request
    std::atomic<bool> stopping = false;
    std::atomic<int> idleGeneration = 0; // raised to close every idle connection
};

} // namespace partway::sandbox
