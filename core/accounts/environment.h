// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "s3/credentials.h"

#include <QProcessEnvironment>

namespace partway {

// What the usual AWS environment variables say (s3-reference §8.3): keys, region, endpoint, CA bundle.
struct EnvironmentSettings
{
    Credentials credentials; // empty when not set
    QString profile;         // AWS_PROFILE, then AWS_DEFAULT_PROFILE; keys of the environment count before it
    QString region;          // AWS_REGION, then AWS_DEFAULT_REGION
    QString endpoint;        // AWS_ENDPOINT_URL_S3, then AWS_ENDPOINT_URL
    QString caFile;          // AWS_CA_BUNDLE
    Secret companionHeader;  // PARTWAY_COMPANION_HEADER: what a Companion server wants to see
};
EnvironmentSettings readEnvironment(const QProcessEnvironment& environment);

// An account for an endpoint given on the command line with keys from the environment. The id is made of
// endpoint, region and access key, so that the same command finds its transfers again.
// With provider "companion" no key counts. Another provider: a guess from the endpoint's host.
Account environmentAccount(const QString& endpoint, const QString& region, Addressing addressing,
                           const EnvironmentSettings& settings, const QString& provider = {});

} // namespace partway
