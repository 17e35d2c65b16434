// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/endpoint.h"
#include "s3/s3request.h"

namespace partway {

// Where a request goes and what it is signed for. Pure.
struct RequestRoute
{
    Endpoint endpoint;
    SigningScope scope;
    QString sessionBucket; // its S3 Express session signs; empty: the account's keys
    bool isExpress() const { return scope.service == "s3express"; }
};

// What is known before a request: the account's endpoint, whether …--x-s3 are directory buckets there, the
// region of the request's bucket and whether the store told it (then the endpoint's own counts no more).
struct RouteFacts
{
    Endpoint endpoint;
    bool directoryBuckets = false;
    QString region;
    bool regionLearnt = false;
};

RequestRoute routeOf(const S3Request& request, const RouteFacts& facts);

} // namespace partway
