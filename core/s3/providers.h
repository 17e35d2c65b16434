// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/provider.h"

namespace partway {

// In the order of the file: "custom" first, then by kind. Thread-safe.
const QList<ProviderFacts>& knownProviders();
const ProviderFacts& providerFacts(const QString& id); // that of "custom" when unknown

// The pattern with the region in; empty when everyone has an endpoint of their own. {account} stays.
QString providerEndpoint(const ProviderFacts& provider, const QString& region, const QString& variant = {});

// US dollars a month for so many bytes; nothing when the price is not known.
std::optional<double> monthlyCost(const ProviderFacts& provider, qint64 bytes);

} // namespace partway
