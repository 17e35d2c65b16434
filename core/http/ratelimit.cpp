// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace partway {

namespace {

constexpr double bucketSeconds = 0.05;
constexpr double smallestBucket = 16 * 1024;
constexpr double largestCrumb = 4 * 1024;

double bucketSize(qint64 rate)
{
    return std::max(smallestBucket, double(rate) * bucketSeconds);
}

// Fewer bytes than this are not handed out, so that a busy line does not dissolve into tiny writes; 50 ms of
// a very low rate, so that it still flows evenly.
double crumb(qint64 rate)
{
    return std::clamp(double(rate) * bucketSeconds, 1.0, largestCrumb);
}

} // namespace

qint64 RateLimit::take(qint64 wanted)
{
    const qint64 rate = m_rate;
    if (rate <= 0 || wanted <= 0)
        return wanted;
    const auto now = m_clock.monotonic();
    const double elapsed = std::chrono::duration<double>(now - m_filledAt).count();
    m_tokens = std::min(bucketSize(rate), m_tokens + std::max(0.0, elapsed) * double(rate));
    m_filledAt = now;
    if (m_tokens < std::min(double(wanted), crumb(rate)))
        return 0;
    const qint64 granted = std::min(wanted, qint64(m_tokens));
    m_tokens -= double(granted);
    return granted;
}

std::chrono::milliseconds RateLimit::pause() const
{
    using std::chrono::milliseconds;
    const qint64 rate = m_rate;
    if (rate <= 0)
        return milliseconds(0);
    const double missing = crumb(rate) - m_tokens;
    return milliseconds(std::max<qint64>(1, qint64(std::ceil(missing / double(rate) * 1000))));
}

} // namespace partway
