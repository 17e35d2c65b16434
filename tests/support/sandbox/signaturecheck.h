// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "support/sandbox/awschunked.h"
#include "support/sandbox/request.h"

#include <QDateTime>

namespace partway::sandbox {

// The one pair of keys of a sandbox, or temporary ones that follow from it.
struct Keys
{
    QByteArray accessKey;
    Secret secretKey;
    Secret sessionToken; // empty: the keys are long-lived and a token is refused
    QByteArray region;
    QByteArray service = "s3";
    bool isSession = false; // of S3 Express: the token comes in a field of its own
};

// What a checked request says about its body.
struct Access
{
    QByteArray payloadHash; // hex, UNSIGNED-PAYLOAD or STREAMING-…
    ChunkSigning signing;   // for the signed STREAMING- kinds
};

// Checks Signature V4, in headers or in the query, as AWS does: key, region, clock (15 minutes), token,
// that every x-amz- field is signed, and the signature. Throws Failure.
Access checkSignature(const Request& request, const Keys& keys, const QDateTime& now);

} // namespace partway::sandbox
