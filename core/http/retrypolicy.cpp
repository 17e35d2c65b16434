// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/retrypolicy.h"

#include <algorithm>

namespace partway {

std::chrono::milliseconds RetryPolicy::delay(int attempt, const Error& error, Randomness& random) const
{
    using std::chrono::milliseconds;
    const milliseconds first = error.kind == ErrorKind::Throttled ? throttledBase : base;
    // 2^30 · 1 ms is far beyond any cap; the bound keeps the shift defined.
    const qint64 grown = first.count() * (qint64(1) << std::clamp(attempt, 0, 30));
    const qint64 most = std::min<qint64>(cap.count(), grown);
    const qint64 jittered = qint64(random.unit() * double(most));
    const qint64 asked = qint64(std::max(0, error.retryAfterSeconds)) * 1000;
    return milliseconds(std::max(jittered, asked));
}

bool isRetryable(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Transient:
    case ErrorKind::Throttled:
        return true;
    case ErrorKind::Clock:
    case ErrorKind::Redirect:
    case ErrorKind::SignIn:
    case ErrorKind::Refused:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::LocalFile:
    case ErrorKind::Cancelled:
    case ErrorKind::Bug:
        return false;
    }
    return false;
}

} // namespace partway
