// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace partway {

// What a kind of store does with incomplete uploads by itself, and how well it lists them (s3-reference §2.7,
// §2.13). Facts for people and for asking in the right way; nothing here decides about somebody's data.
struct StoreHabits
{
    enum class Listing {
        Whole,      // any prefix
        WholeOnly,  // an exact key or no prefix at all, and that from a cache
        FolderOnly, // prefixes that end in '/'
        None
    };
    enum class Rules {
        Kept,       // the clean-up rule is kept and obeyed, as far as known
        Ignored,    // taken, and not obeyed
        NativeOnly, // there are such rules, but not through S3
        None
    };

    Listing listing = Listing::Whole;
    Rules rules = Rules::Kept;
    int ownDays = 0; // after so many days it deletes them by itself; 0: it does not, or it is not known
    bool onlyUnruled = false; // … but only where the bucket has no rule about them
};

StoreHabits storeHabits(const QString& provider); // as in StoreProfile; the usual ones for unknown names

} // namespace partway
