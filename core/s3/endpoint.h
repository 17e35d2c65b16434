// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/message.h"

#include <QString>
#include <QUrl>

namespace partway {

// How the bucket's name travels: in the host (virtual) or in the path.
enum class Addressing { Auto, Path, Virtual };

QString addressingName(Addressing addressing);
Addressing addressingFromName(const QString& name); // Auto when unknown

// The service a request is for: an origin and perhaps a path prefix ("https://host/storage").
struct Endpoint
{
    Origin origin;
    QByteArray pathPrefix; // encoded, "" or "/storage", without a trailing slash

    // Accepts "https://host[:port][/prefix]"; a name without scheme gets https. Refused with a code:
    // "endpoint-empty", "endpoint-scheme", "endpoint-invalid".
    static Result<Endpoint> parse(const QString& text);
    QString text() const;
    bool operator==(const Endpoint&) const = default;
};

// The address of a bucket or object: where to connect and the encoded path.
struct Address
{
    Origin origin;
    QByteArray path;
};

// Key and path encoding of Signature V4 for S3: each UTF-8 byte but A-Z a-z 0-9 - . _ ~ (and / where kept)
// becomes %XX. Encoded once, never normalised.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
QByteArray encodePath(const QByteArray& utf8);
QByteArray encodeQuery(const QByteArray& utf8); // also encodes '/'

// True if the bucket can be a DNS label of its host (s3-reference §1.6: no dots over https, not for IPs or
// localhost).
bool canBeVirtual(const Endpoint& endpoint, const QString& bucket);

// bucket empty: the service itself; key empty: the bucket. Auto: virtual for amazonaws.com where possible,
// else path.
Address resolveAddress(const Endpoint& endpoint, Addressing addressing, const QString& bucket,
                       const QByteArray& key);

// AWS hosts carry their region: for "s3.eu-west-1.amazonaws.com" another region gives another endpoint; any
// other endpoint is returned unchanged.
Endpoint endpointForRegion(const Endpoint& endpoint, const QString& region);
bool isAws(const Endpoint& endpoint);
bool isAccelerated(const Endpoint& endpoint); // serves objects only: no listing or making of buckets

} // namespace partway
