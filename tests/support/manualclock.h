// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace partway {

// A clock that the test moves.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(const QDateTime& start = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)) : m_now(start)
    {
    }

    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    void advance(std::chrono::milliseconds by)
    {
        m_now = m_now.addMSecs(by.count());
        m_monotonic += by;
    }
    void setNow(const QDateTime& now) { m_now = now; } // somebody sets the computer's clock

private:
    QDateTime m_now;
    std::chrono::milliseconds m_monotonic{0};
};

} // namespace partway
