// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace partway {

// What the account dialog fills in for a kind of store. Limits and quirks are in core (s3/limits.h).
struct ProviderPreset
{
    const char* id;       // as StoreProfile::provider
    const char* name;     // a proper noun; null: "Other S3-compatible store", translated
    const char* endpoint; // with {region}; null: everyone's own
    const char* example;  // a placeholder where there is no pattern
    const char* region;   // the usual one
};

std::span<const ProviderPreset> providerPresets();
const ProviderPreset& presetFor(const QString& provider); // the general one when unknown
QString providerName(const ProviderPreset& preset);
QString presetEndpoint(const ProviderPreset& preset, const QString& region); // empty: none

} // namespace partway
