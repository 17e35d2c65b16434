// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

#include <compare>
#include <functional>

namespace partway {

// A transfer's number in the journal: 1, 2, … never used again. 0: none.
struct TransferId
{
    qint64 value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const TransferId&) const = default;
};

inline size_t qHash(TransferId id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

} // namespace partway

template <>
struct std::hash<partway::TransferId>
{
    size_t operator()(partway::TransferId id) const noexcept { return std::hash<qint64>{}(id.value); }
};
