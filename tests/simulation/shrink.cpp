// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/shrink.h"

#include <algorithm>

namespace partway {

namespace {

using Ids = std::vector<Decisions::Id>;

Decisions::Kept setOf(const Ids& ids)
{
    return {ids.begin(), ids.end()};
}

// What a story of these decisions really made: the rest was never asked for. In order, each once.
Ids usedOf(const Ids& ids, const Ids& made)
{
    const Decisions::Kept used(made.begin(), made.end());
    Ids result;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(result),
                 [&used](Decisions::Id id) { return used.contains(id); });
    return result;
}

} // namespace

Shrunk shrink(const Played& failing, const Play& play, int mostTries)
{
    Shrunk result;
    Ids ids = failing.made;
    size_t chunk = std::max<size_t>(1, ids.size() / 2);
    while (!ids.empty() && result.tries < mostTries) {
        bool smaller = false;
        for (size_t from = 0; from < ids.size() && result.tries < mostTries;) {
            Ids fewer = ids;
            const size_t to = std::min(ids.size(), from + chunk);
            fewer.erase(fewer.begin() + qsizetype(from), fewer.begin() + qsizetype(to));
            const Played played = play(setOf(fewer));
            ++result.tries;
            if (played.broken == failing.broken) {
                ids = usedOf(fewer, played.made);
                smaller = true;
            } else {
                from = to;
            }
        }
        if (chunk > 1)
            chunk = (chunk + 1) / 2;
        else if (!smaller)
            break;
    }
    result.kept = setOf(ids);
    return result;
}

} // namespace partway
