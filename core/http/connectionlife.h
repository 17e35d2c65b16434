// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace partway {

// How long something on the way lets a connection live (a proxy, a balancer, a mobile network), learnt from
// the ages at which connections broke. The first break is believed; one that came much sooner than the age
// that was believed takes the belief away, and then it takes two that agree. A value.
class ConnectionLife
{
public:
    using Time = std::chrono::milliseconds;

    void broke(Time age);
    void lasted(Time age); // a connection of that age still worked
    void forget();

    std::optional<Time> life() const { return m_agreeing >= m_needed ? m_life : std::nullopt; }

private:
    std::optional<Time> m_life;
    int m_agreeing = 0; // breaks at about that age
    int m_needed = 1;
};

} // namespace partway
