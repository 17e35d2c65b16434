// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomness.h"

namespace partway {

// SplitMix64: small, fast, and the same on every machine, so that a seed tells its story again.
class SeededRandomness final : public Randomness
{
public:
    explicit SeededRandomness(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double unit() override { return double(next() >> 11) * 0x1.0p-53; }
    QByteArray hex(int bytes) override
    {
        return QByteArray::number(next(), 16).rightJustified(2 * bytes, '0').left(2 * bytes);
    }

    bool chance(double probability) { return unit() < probability; }
    qint64 between(qint64 least, qint64 most) { return least + qint64(unit() * double(most - least + 1)); }

private:
    quint64 m_state;
};

} // namespace partway
