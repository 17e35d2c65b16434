// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/followrule.h"

namespace partway {

bool FollowRule::isComplete(const SourceGrowth& seen, std::chrono::milliseconds at)
{
    using namespace std::chrono_literals;
    constexpr auto settled = 2s;
    constexpr auto usualRest = 30s;
    if (!m_any || seen.now != m_last) {
        m_any = true;
        m_last = seen.now;
        m_restsSince = at;
        m_closedSince = -1ms;
    }
    if (seen.writers != Writers::None)
        m_closedSince = -1ms;
    else if (m_closedSince < 0ms)
        m_closedSince = at;
    if (m_closedSince >= 0ms && at - m_closedSince >= settled)
        return true;
    if (m_idle > 0s)
        return at - m_restsSince >= m_idle;
    return seen.writers == Writers::Unknown && at - m_restsSince >= usualRest;
}

} // namespace partway
