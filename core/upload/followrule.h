// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadsource.h"

#include <chrono>

namespace partway {

// Says when a file that is followed is complete: when nobody had it open for writing for two seconds (some
// programs open it anew for each piece), or when it rested for as long as was wished. Where nobody can tell
// who writes, rest alone decides, after half a minute if nothing else was wished. A value; fed with every
// look.
class FollowRule
{
public:
    explicit FollowRule(int idleSeconds = 0) : m_idle(idleSeconds) {}

    bool isComplete(const SourceGrowth& seen, std::chrono::milliseconds at);

private:
    std::chrono::seconds m_idle;
    bool m_any = false;
    SourceFingerprint m_last;
    std::chrono::milliseconds m_restsSince{0};
    std::chrono::milliseconds m_closedSince{-1};
};

} // namespace partway
