// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byterange.h"

#include <QString>

namespace partway {

// What a store takes (s3-reference §3). Sizes in bytes. A limit of 0: none known.
struct StoreLimits
{
    qint64 minPart = 5 * MiB; // but for the last part
    qint64 maxPart = 5 * GiB;
    int maxParts = 10'000;
    qint64 maxObject = 10'000 * (5 * GiB); // AWS since late 2025: 48.8 TiB
    qint64 maxSinglePut = 5 * GiB;
    int maxKeyBytes = 1024;
    qint64 defaultPart = 16 * MiB;
    bool singlePut = true; // else even an empty file is an upload of one part

    bool operator==(const StoreLimits&) const = default;
};

// Which integrity header every part carries.
enum class ChecksumMode { None, Md5, Crc32, Crc32c, Crc64Nvme, Sha256 };

QString checksumModeName(ChecksumMode mode); // "none", "md5", "crc32", …
bool checksumModeFromName(const QString& name, ChecksumMode* mode);

// Facts about a kind of store, known before anyone asks it; from resources/providers.json (s3/providers.h).
struct StoreProfile
{
    QString provider; // "aws", "storj", "yandex", "swift", "sandbox", "companion", "custom"
    StoreLimits limits;
    ChecksumMode checksum = ChecksumMode::Md5;
    bool listsUploads = true; // ListMultipartUploads by prefix works
    bool listsParts = true;
    bool aborts = true;
    bool looksAtObjects = true;    // HEAD on an object
    bool opaqueEtags = false;      // no ETag is an MD5, even if it looks like one
    bool folderPrefixes = false;   // listings take only prefixes that end in a slash
    bool objectTags = true;        // objects may have tags
    bool directoryBuckets = false; // buckets named …--x-s3 follow the rules of S3 Express
    // An upload may still be there when its object is made, and an abort then takes the parts from under the
    // object (Swift: it removes its record of the upload last, and that may fail).
    bool recordMayLinger = false;
};

// The profile for a provider's name; the generic one (s3-reference §3.2, last lines; 1,000 parts) for
// "custom" and unknown names.
StoreProfile storeProfile(const QString& provider);

// A guess from the endpoint's host ("amazonaws.com" → aws, "storjshare.io" → storj, …); "custom" otherwise.
QString providerForHost(const QString& host);

} // namespace partway
