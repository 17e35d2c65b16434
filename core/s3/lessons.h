// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "s3/s3request.h"

#include <optional>

namespace partway {

// What a reply teaches about clock and region, and whether the request deserves another signature for it.
// Pure. s3-reference §1.7 and §1.8.

// The server's clock minus ours at the receipt, in seconds, from the Date header.
std::optional<qint64> clockOffsetFrom(const HttpReply& reply);

// True if the refusal comes from our clock: the store says so, or it is a 403 whose Date lies more than five
// minutes from the time that was signed (a wrong clock also shows as SignatureDoesNotMatch, ExpiredToken or
// AccessDenied).
bool blamesClock(const HttpReply& reply, const Error& error, qint64 offsetWhenSigned);

// True if the bucket seems to live in another region than the request was signed for.
bool blamesRegion(const S3Request& request, const HttpReply& reply, const Error& error);

// hex SHA-256 of a small body, UNSIGNED-PAYLOAD for a window over TLS, or what the caller computed
// (s3-reference §1.5). A window over plain http without a hash is a Bug: "payload-hash-missing".
Result<QByteArray> payloadHashFor(const S3Request& request, bool tls);

} // namespace partway
