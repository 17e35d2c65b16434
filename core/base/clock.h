// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace partway {

// Time, passed in by constructor so that tests decide it. Thread-safe to read.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;                       // UTC, what the computer believes
    virtual std::chrono::milliseconds monotonic() const = 0; // never goes back; for durations
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override;
};

} // namespace partway
