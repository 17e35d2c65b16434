// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/requestroute.h"

#include "s3/express.h"

namespace partway {

namespace {

// Buckets of S3 Express, and the endpoint that makes and lists them.
bool isExpress(const S3Request& request, const RouteFacts& facts)
{
    return facts.directoryBuckets && (isDirectoryBucket(request.bucket) ||
                                      facts.endpoint.origin.host.startsWith(QLatin1String("s3express-")));
}

// Listing and making buckets.
bool isAboutBuckets(const S3Request& request)
{
    const bool makes = request.method == "PUT" && request.key.isEmpty() && request.query.isEmpty();
    return request.bucket.isEmpty() || makes;
}

// Global "s3.amazonaws.com" belongs to us-east-1: another region needs its own host from the start. A host
// that names its region is believed until the store says otherwise.
Endpoint endpointFor(const S3Request& request, const RouteFacts& facts)
{
    const Endpoint global = *Endpoint::parse(QStringLiteral("https://s3.amazonaws.com"));
    if (isAccelerated(facts.endpoint))
        return isAboutBuckets(request) ? endpointForRegion(global, facts.region) : facts.endpoint;
    if (facts.endpoint.origin.host == global.origin.host || facts.regionLearnt)
        return endpointForRegion(facts.endpoint, facts.region);
    return facts.endpoint;
}

} // namespace

RequestRoute routeOf(const S3Request& request, const RouteFacts& facts)
{
    if (!isExpress(request, facts))
        return {endpointFor(request, facts), {facts.region.toUtf8()}, {}};
    return {expressEndpoint(facts.endpoint, request, facts.region),
            {facts.region.toUtf8(), "s3express"},
            wantsSession(request) ? request.bucket : QString()};
}

} // namespace partway
