// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/decisions.h"

namespace partway {

namespace {

// SplitMix64: small, fast, and the same on every machine, so that a seed tells its story again.
quint64 mixed(quint64 z)
{
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

quint64 hashOf(const char* text)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (; *text != 0; ++text)
        hash = (hash ^ quint64(static_cast<unsigned char>(*text))) * 0x100000001b3ULL;
    return hash;
}

} // namespace

Decisions::Id Decisions::idOf(const char* what, int index)
{
    const quint64 name = hashOf(what);
    const int number = index >= 0 ? index : m_counts[name]++;
    return mixed(name + quint64(number));
}

double Decisions::valueOf(Id id) const
{
    return double(mixed(mixed(m_seed) ^ id) >> 11) * 0x1.0p-53;
}

bool Decisions::chance(const char* what, double probability, int index)
{
    const Id id = idOf(what, index);
    const bool yes = isKept(id) && valueOf(id) < probability;
    if (yes)
        m_made.push_back(id);
    return yes;
}

qint64 Decisions::between(const char* what, qint64 simplest, qint64 most, int index)
{
    const Id id = idOf(what, index);
    if (!isKept(id))
        return simplest;
    const qint64 value = simplest + qint64(valueOf(id) * double(most - simplest + 1));
    if (value != simplest)
        m_made.push_back(id);
    return value;
}

double Decisions::unit()
{
    return double(between("jitter", 500, 1'499) - 500) / 1'000.0;
}

QByteArray Decisions::hex(int bytes)
{
    return QByteArray::number(mixed(m_seed), 16).rightJustified(2 * bytes, '0').left(2 * bytes);
}

} // namespace partway
