// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/credentials.h"
#include "s3/endpoint.h"
#include "s3/limits.h"
#include "s3/s3request.h"

namespace partway {

// S3 Express One Zone, pure (s3-reference §1.10, §2.12). A directory bucket is told by its name:
// "NAME--ZONE--x-s3". What works on objects is signed with a session of the bucket, five minutes long; what
// works on buckets and copies with the account's own keys; both for the service "s3express".

bool isDirectoryBucket(const QString& bucket);
QString zoneOf(const QString& bucket); // "euw1-az1"; empty for other buckets

// The profile for one bucket: a directory bucket has no MD5 and its ETags mean nothing.
StoreProfile profileForBucket(const StoreProfile& profile, const QString& bucket);

// True if the request is to be signed with a session.
bool wantsSession(const S3Request& request);

// Where such a request goes. AWS: the zone's host, or the control host for what makes and rules buckets; the
// region must be known. Any other endpoint serves both.
Endpoint expressEndpoint(const Endpoint& endpoint, const S3Request& request, const QString& region);

S3Request createSessionRequest(const QString& bucket);
Result<Credentials> createSessionReply(const HttpReply& reply);

} // namespace partway
