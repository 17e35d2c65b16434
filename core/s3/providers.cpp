// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/providers.h"

#include "s3/providerreading.h"

#include <QFile>

namespace partway {

namespace {

// Compiled in: what is wrong with it is found by the tests, never on somebody's computer.
QList<ProviderFacts> loadProviders()
{
    QFile file(QStringLiteral(":/data/providers.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the data of the providers is not there");
    Result<QList<ProviderFacts>> list = readProviders(file.readAll());
    if (!list)
        qFatal("the data of the providers is wrong: %s", qPrintable(list.error().message));
    for (ProviderFacts& facts : *list) {
        const bool aws = facts.id() == QLatin1String("aws") || facts.id() == QLatin1String("aws-express");
        for (const ProviderQuirk& quirk : std::as_const(facts.quirks)) {
            facts.profile.folderPrefixes |= quirk.id == QLatin1String("folder-prefixes");
            facts.profile.recordMayLinger |= quirk.id == QLatin1String("record-may-linger");
        }
        facts.profile.directoryBuckets = aws || facts.id() == QLatin1String("sandbox");
    }
    return *list;
}

bool isBelow(const QString& host, const QString& domain)
{
    const qsizetype before = host.size() - domain.size();
    return host.endsWith(domain) && (before == 0 || host[before - 1] == u'.');
}

} // namespace

const QList<ProviderFacts>& knownProviders()
{
    static const QList<ProviderFacts> list = loadProviders();
    return list;
}

const ProviderFacts& providerFacts(const QString& id)
{
    const QList<ProviderFacts>& all = knownProviders();
    for (const ProviderFacts& facts : all) {
        if (facts.id() == id)
            return facts;
    }
    return all.first();
}

QString providerEndpoint(const ProviderFacts& provider, const QString& region, const QString& variant)
{
    QString pattern = provider.endpoint;
    for (const EndpointVariant& other : provider.variants) {
        if (other.id == variant)
            pattern = other.pattern;
    }
    return pattern.replace(QLatin1String("{region}"), region.isEmpty() ? provider.region : region);
}

std::optional<double> monthlyCost(const ProviderFacts& provider, qint64 bytes)
{
    if (!provider.price)
        return std::nullopt;
    return double(bytes) / 1e9 * provider.price->usdPerGBMonth;
}

StoreProfile storeProfile(const QString& provider)
{
    return providerFacts(provider).profile;
}

// A provider that also says how its hosts begin is meant before one that only names the domain.
QString providerForHost(const QString& host)
{
    const QString lower = host.toLower();
    const ProviderFacts* found = nullptr;
    for (const ProviderFacts& facts : knownProviders()) {
        for (const QString& domain : facts.hosts) {
            const bool fits = isBelow(lower, domain) && lower.startsWith(facts.hostPrefix);
            if (fits && (!found || !facts.hostPrefix.isEmpty()))
                found = &facts;
        }
    }
    return found ? found->id() : knownProviders().first().id();
}

} // namespace partway
