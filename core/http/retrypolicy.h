// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/randomness.h"

#include <chrono>

namespace partway {

// When to try again: full jitter, 0 … min(cap, base · 2^attempt). Pure but for the randomness that is passed
// in.
struct RetryPolicy
{
    std::chrono::milliseconds base{500};
    std::chrono::milliseconds throttledBase{1'000};
    std::chrono::milliseconds cap{30'000};
    int damagedTries = 3; // BadDigest and the like: after so many the row asks the person

    // attempt: 1 for the first failure. Retry-After of the error is honoured as the least wait.
    std::chrono::milliseconds delay(int attempt, const Error& error, Randomness& random) const;
};

// True if time or another try can cure it (Transient, Throttled).
bool isRetryable(const Error& error);

} // namespace partway
