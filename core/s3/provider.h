// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/limits.h"
#include "s3/treatment.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace partway {

// How sure a fact is. In the file: V, T, D, U.
enum class Certainty {
    Read,  // in the vendor's documentation or source
    Tried, // by running it
    Told,  // by a vendor's page that was not kept
    Guess, // not verified
};

// Another endpoint of the same kind of store ("dualstack", "fips", "accelerate", "eu").
struct EndpointVariant
{
    QString id;
    QString pattern;
    Certainty certainty = Certainty::Guess;
};

struct ProviderPrice
{
    double usdPerGBMonth = 0; // list price of the usual class; a GB has 10^9 bytes
    Certainty certainty = Certainty::Guess;
    QString asOf; // "2026-05"
};

struct ProviderQuirk
{
    QString id; // "equal-parts"
    QString note;
    Certainty certainty = Certainty::Guess;
};

// Where buckets go when addressing is automatic. VirtualOnly: such a store refuses the path.
enum class AddressingStyle { Both, Path, Virtual, VirtualOnly };

// What becomes of uploads that nobody finishes: kept for ever, deleted after days that cannot be changed or
// by a rule of the bucket.
enum class CleanUp { Unknown, None, Rule, Fixed };

// All that resources/providers.json says of one kind of store. Texts are for people who read English: ui
// translates what it shows by the ids.
struct ProviderFacts
{
    StoreProfile profile; // profile.provider is the id
    QString name;         // a proper noun; empty: any other store
    bool offered = true;  // in the list that people choose from

    QString endpoint;        // pattern with {region} and {account}; empty: everyone's own
    QString endpointExample; // where there is no pattern, or one with {account}
    QList<EndpointVariant> variants;
    QStringList hosts;  // domains that tell this provider
    QString hostPrefix; // and what the host begins with, where a domain has several

    QString region; // the usual one; empty: none
    QStringList regions;
    AddressingStyle addressing = AddressingStyle::Both;
    QList<ChecksumMode> checksums; // that it is known to check; empty: not known
    Treatment conditionalPut = Treatment::Unknown;
    Treatment conditionalComplete = Treatment::Unknown;
    CleanUp cleanUp = CleanUp::Unknown;
    int cleanUpDays = 0; // with CleanUp::Fixed
    std::optional<ProviderPrice> price;
    QList<ProviderQuirk> quirks;
    QString consoleUrl;              // where its customers sign in
    QString keysUrl;                 // where they make keys
    QHash<QString, Certainty> marks; // by the names in the file: "endpoint", "limits", "conditional", …

    const QString& id() const { return profile.provider; }
    Certainty certainty(const char* fact) const { return marks.value(QLatin1String(fact), Certainty::Guess); }
};

} // namespace partway
