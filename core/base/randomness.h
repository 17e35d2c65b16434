// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace partway {

// Randomness, passed in so that tests and the simulation are repeatable. Not thread-safe: one per thread.
class Randomness
{
public:
    virtual ~Randomness() = default;
    virtual double unit() = 0;             // [0, 1)
    virtual QByteArray hex(int bytes) = 0; // 2 * bytes lower-case hex digits, unguessable in the product
};

class SystemRandomness final : public Randomness
{
public:
    double unit() override;
    QByteArray hex(int bytes) override;
};

} // namespace partway
