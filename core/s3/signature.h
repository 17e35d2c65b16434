// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "s3/credentials.h"

#include <QDateTime>

namespace partway {

// Signature Version 4, pure.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html and s3-reference
// §1.1–1.5. Thread-safe.

struct QueryItem
{
    QByteArray name; // decoded
    QByteArray value;
};
using Query = QList<QueryItem>;

// What is signed for: scope of the signing key.
struct SigningScope
{
    QByteArray region;
    QByteArray service = "s3"; // s3, s3express, sts
};

inline const QByteArray unsignedPayload = "UNSIGNED-PAYLOAD";
extern const QByteArray emptyPayloadHash; // hex SHA-256 of nothing

struct SignatureParts // what a signature was made of, for tests and for error cards
{
    QByteArray canonicalRequest;
    QByteArray stringToSign;
    QByteArray signature;     // hex
    QByteArray signedHeaders; // "host;x-amz-date"
};

// The canonical query string: encoded, sorted; "uploads=" for a name without a value.
QByteArray canonicalQuery(const Query& query);

// Pure core: headers must hold everything that is to be signed, host and x-amz-date included.
SignatureParts signCanonical(const QByteArray& method, const QByteArray& encodedPath,
                             const QByteArray& canonicalQuery, const HeaderList& headersToSign,
                             const QByteArray& payloadHash, const Credentials& credentials,
                             const SigningScope& scope, const QDateTime& at);

// Sets host, x-amz-date, x-amz-content-sha256 (not for sts), the session token's header and Authorization,
// and the target to path?query. Signs host, content-type, content-md5, if-*, and all x-amz-*. A request may
// be signed again: what the first signing set is replaced.
void signRequest(HttpRequest& request, const QByteArray& encodedPath, const Query& query,
                 const QByteArray& payloadHash, const Credentials& credentials, const SigningScope& scope,
                 const QDateTime& at);

// The query form (s3-reference §1.9): the target with X-Amz-Signature; signs host and the given headers only.
QByteArray presignTarget(const QByteArray& method, const Origin& origin, const QByteArray& encodedPath,
                         const Query& query, const HeaderList& headersToSign, const Credentials& credentials,
                         const SigningScope& scope, const QDateTime& at, int expiresSeconds);

} // namespace partway
