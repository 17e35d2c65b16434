// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/storehabits.h"

namespace partway {

StoreHabits storeHabits(const QString& provider)
{
    using Listing = StoreHabits::Listing;
    using Rules = StoreHabits::Rules;
    if (provider == QLatin1String("minio"))
        return {.listing = Listing::WholeOnly, .rules = Rules::Ignored, .ownDays = 1};
    if (provider == QLatin1String("wasabi"))
        return {.rules = Rules::Ignored, .ownDays = 30};
    if (provider == QLatin1String("r2"))
        return {.ownDays = 7, .onlyUnruled = true};
    if (provider == QLatin1String("spaces"))
        return {.ownDays = 30};
    if (provider == QLatin1String("storj"))
        return {.listing = Listing::FolderOnly, .rules = Rules::None};
    if (provider == QLatin1String("b2"))
        return {.rules = Rules::NativeOnly};
    if (provider == QLatin1String("swift"))
        return {.rules = Rules::None};
    if (provider == QLatin1String("s3rver"))
        return {.listing = Listing::None, .rules = Rules::None};
    return {};
}

} // namespace partway
