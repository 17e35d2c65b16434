// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/signature.h"

// The signing vectors of s3-reference §1.12 (V1 to V8, X1, X2, S1, T1), all for the example key and
// 2026-01-15 09:30:00 UTC.
namespace vectors {

using partway::emptyPayloadHash;
using partway::Query;
using partway::SigningScope;

// A signing vector of the reference: the request in its parts, and the two values it must give.
struct Vector
{
    QByteArray method;
    QByteArray host;
    QByteArray path;
    Query query;
    QList<QPair<QByteArray, QByteArray>> headers; // but for host, date, payload hash and token
    QByteArray payloadHash = emptyPayloadHash;
    SigningScope scope{"eu-central-1", "s3"};
    QByteArray sessionToken;
    QByteArray tokenHeader = "x-amz-security-token";
    QByteArray expectedQuery;
    QByteArray expectedNames;
    QByteArray canonicalSha256;
    QByteArray signature;
};

QByteArray sha256(const QByteArray& bytes); // hex

extern const QByteArray uploadId;
extern const QByteArray token;
extern const QByteArray mediaHost;
extern const QByteArray plainNames; // signed when a request has no headers of its own
extern const QByteArray completeBody;
extern const QByteArray lifecycleBody;
extern const QByteArray assumeRoleBody;

Vector createVector();
Vector pathStylePartVector();
Vector tokenPartVector();
Vector completeVector();
Vector listUploadsVector();
Vector dotSegmentsVector();
Vector lifecycleVector();
Vector oddKeyVector();
Vector createSessionVector();
Vector expressPartVector();
Vector trailerVector();
Vector assumeRoleVector();

} // namespace vectors
