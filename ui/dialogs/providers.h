// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/providers.h"

namespace partway {

// What the account dialog offers: the kinds of store of s3/providers.h, "any other" first, then by name.
QList<ProviderFacts> offeredProviders();

QString providerName(const ProviderFacts& provider); // a proper noun, or "Other S3-compatible store"
QString presetEndpoint(const ProviderFacts& provider, const QString& region); // empty: everyone's own

} // namespace partway
