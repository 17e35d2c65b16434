// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/credentials.h"
#include "support/sandbox/signaturecheck.h"

namespace partway::sandbox {

// Temporary keys follow from the sandbox's lasting ones and say in their token until when they are good and
// for which bucket: whoever knows the lasting ones can make them, and the sandbox need not remember any. For
// sessions of S3 Express, and for doubles of STS and single sign-on.
Credentials makeTemporaryKeys(const Keys& lasting, const QByteArray& bucket, const QDateTime& expires);

// The keys that belong to a token; throws InvalidToken for a token of nobody's, ExpiredToken for an old one
// and AccessDenied for one of another bucket. Tokens made for "*" are good for every bucket.
Keys keysOfToken(const Keys& lasting, const QByteArray& token, const QByteArray& bucket,
                 const QDateTime& now);
bool isTemporaryToken(const QByteArray& token);

} // namespace partway::sandbox
