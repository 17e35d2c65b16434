// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/checksums.h"
#include "support/sandbox/request.h"

#include <optional>

namespace partway::sandbox {

// What a request says its body is.
struct Integrity
{
    std::optional<QByteArray> sha256; // raw, from x-amz-content-sha256
    std::optional<QByteArray> md5;    // raw, from Content-MD5
    std::optional<Checksum> checksum; // from x-amz-checksum-… or x-amz-trailer
    QByteArray checksumValue;         // raw; empty while it is still to come in the trailer
    bool inTrailer = false;
    bool awsChunked = false;
};

// Reads the headers; throws Failure when they are malformed or contradict each other.
// ofBody: x-amz-checksum-… is about this body (false for Complete, where it is about the object).
Integrity integrityOf(const Request& request, const QByteArray& payloadHash, bool ofBody = true);

// Compares; throws BadDigest or XAmzContentSHA256Mismatch.
void checkIntegrity(const Integrity& integrity, Digester& digester);

// A checksum header's value, decoded; throws InvalidRequest when it cannot be one.
QByteArray checksumValue(Checksum checksum, const QByteArray& base64);

// The one x-amz-checksum-<algorithm> header of a request and its text; throws when there are several.
std::optional<std::pair<Checksum, QByteArray>> checksumHeader(const HeaderList& headers);

} // namespace partway::sandbox
