// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/providers.h"

#include <QCoreApplication>

#include <algorithm>

namespace partway {

QList<ProviderFacts> offeredProviders()
{
    QList<ProviderFacts> list = knownProviders();
    list.removeIf([](const ProviderFacts& provider) { return !provider.offered; });
    std::sort(list.begin() + 1, list.end(), [](const ProviderFacts& a, const ProviderFacts& b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return list;
}

QString providerName(const ProviderFacts& provider)
{
    return provider.name.isEmpty() ? QCoreApplication::translate("Providers", "Other S3-compatible store")
                                   : provider.name;
}

// A pattern with {account} is an example: the account is not known before it is typed.
QString presetEndpoint(const ProviderFacts& provider, const QString& region)
{
    return provider.endpoint.contains(QLatin1String("{account}")) ? QString()
                                                                  : providerEndpoint(provider, region);
}

} // namespace partway
