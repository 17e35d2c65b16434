// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomness.h"

#include <QtGlobal>

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace partway {

// Everything that chance decides in a simulation. Each decision has a name of its own (what, and the how
// manyth of it), and its value comes from the seed and that name alone, so that one decision can be taken out
// of a story and the others stay as they were. A decision that is taken out is made in the simplest way: no
// fault, the shortest delay.
class Decisions final : public Randomness
{
public:
    using Id = quint64;
    using Kept = std::unordered_set<Id>;

    explicit Decisions(quint64 seed) : m_seed(seed) {}
    Decisions(quint64 seed, Kept kept) : m_seed(seed), m_kept(std::move(kept)) {} // all others are taken out

    // index: which one of that name, where the order in which they are made may change; else they are
    // counted.
    bool chance(const char* what, double probability, int index = -1);
    qint64 between(const char* what, qint64 simplest, qint64 most, int index = -1);

    double unit() override; // the jitter of a wait
    QByteArray hex(int bytes) override;

    const std::vector<Id>& made() const { return m_made; } // those that were not the simplest, in order

private:
    Id idOf(const char* what, int index);
    double valueOf(Id id) const;
    bool isKept(Id id) const { return !m_kept || m_kept->contains(id); }

    quint64 m_seed;
    std::optional<Kept> m_kept;
    std::unordered_map<quint64, int> m_counts;
    std::vector<Id> m_made;
};

} // namespace partway
