// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"
#include "support/sandbox/integrity.h"

class QFile;

namespace partway::sandbox {

// What came in, after every check that the request asked for.
struct Taken
{
    qint64 size = 0;
    QByteArray etag;               // the MD5 in hex, or opaque
    QByteArray kept;               // raw, of the checksum that was to be kept
    std::optional<Checksum> named; // the checksum the client sent, if any …
    QByteArray namedValue;         // … raw
};

// Streams the request's body to a file while hashing it. Runs of zeros become holes.
Taken takeBody(Exchange& exchange, const Integrity& integrity, const QString& path, Checksum keep);

// The same for a stretch of a file that the sandbox holds. Holes are neither read nor written.
Taken takeCopy(QFile& from, ByteRange window, const QString& path, Checksum keep, bool md5Etags);

// A small document in the body; throws MaxMessageLengthExceeded beyond 4 MiB.
QByteArray takeDocument(Exchange& exchange, bool checksumIsOfBody = true);

// The length the object will have; throws MissingContentLength, EntityTooLarge.
qint64 payloadLength(const Request& request, const Integrity& integrity);

} // namespace partway::sandbox
