// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <queue>
#include <tuple>

namespace partway {

// A clock that jumps to the next thing to be done. What is due at once is done in the order it was put there.
class Agenda
{
public:
    using Action = std::function<void()>;

    void at(qint64 delayMs, Action action) { m_later.push({m_now + delayMs, ++m_order, std::move(action)}); }
    bool isEmpty() const { return m_later.empty(); }
    qint64 now() const { return m_now; } // UTC ms
    void step()
    {
        const Later next = m_later.top();
        m_later.pop();
        m_now = next.ms;
        next.action();
    }

private:
    struct Later
    {
        qint64 ms;
        qint64 order;
        Action action;
        bool operator>(const Later& other) const
        {
            return std::tie(ms, order) > std::tie(other.ms, other.order);
        }
    };

    qint64 m_now = 1'000'000;
    qint64 m_order = 0;
    std::priority_queue<Later, std::vector<Later>, std::greater<Later>> m_later;
};

} // namespace partway
