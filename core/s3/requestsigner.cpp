// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/requestsigner.h"

#include "s3/errordocument.h"
#include "s3/lessons.h"

#include <cstdlib>

namespace partway {

namespace {

// The Date header has whole seconds and comes after a journey: differences this small are noise.
constexpr qint64 offsetNoiseSeconds = 2;

HeaderList withoutMd5(const HeaderList& headers)
{
    HeaderList rest;
    for (const auto& [name, value] : headers.all()) {
        if (name.toLower() != "content-md5")
            rest.add(name, value);
    }
    return rest;
}

} // namespace

RequestSigner::RequestSigner(Place place, const Clock& clock) : m_place(std::move(place)), m_clock(clock) {}

RequestRoute RequestSigner::route(const S3Request& request) const
{
    return routeOf(request, {m_place.endpoint, m_place.directoryBuckets, regionOf(request.bucket),
                             m_regions.contains(request.bucket)});
}

Result<HttpRequest> RequestSigner::sign(const S3Request& request, const Credentials& keys) const
{
    const Result<QByteArray> payloadHash = payloadHashFor(request, usesTls());
    if (!payloadHash)
        return payloadHash.error();
    const RequestRoute way = route(request);
    const Address address = resolveAddress(way.endpoint, m_place.addressing, request.bucket, request.key);
    HttpRequest http;
    http.method = request.method;
    http.origin = address.origin;
    http.headers = way.isExpress() ? withoutMd5(request.headers) : request.headers;
    http.body = request.body;
    http.repeatable = request.repeatable;
    http.stallTimeout = request.stallTimeout;
    http.maxReplyBytes = request.maxReplyBytes;
    signRequest(http, address.path, request.query, *payloadHash, keys, way.scope, serverTime());
    return http;
}

QByteArray RequestSigner::link(const S3Request& request, int expiresSeconds, const Credentials& keys) const
{
    const RequestRoute way = route(request);
    const Address address = resolveAddress(way.endpoint, m_place.addressing, request.bucket, request.key);
    return address.origin.scheme.toLatin1() + "://" + address.origin.hostHeader() +
           presignTarget(request.method, address.origin, address.path, request.query, {}, keys, way.scope,
                         serverTime(), expiresSeconds);
}

// A captive portal's clock is not the store's.
void RequestSigner::learnClock(const HttpReply& reply)
{
    if (looksLikeHtml(reply) || isPortal(reply))
        return;
    const std::optional<qint64> measured = clockOffsetFrom(reply);
    if (measured && std::llabs(*measured - m_offset) > offsetNoiseSeconds)
        m_offset = *measured;
}

} // namespace partway
