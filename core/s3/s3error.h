// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/message.h"

namespace partway {

// The store's error document and the table of s3-reference §6.1, in one place.

// Turns any reply that is not a success into an Error; reads <Error> with bounded size and no entities.
// HTML, empty or unparsable bodies are judged by the status ("not-s3" when a 4xx body is HTML, unless the
// status is one that proxies give: 408, 413, 429, 499; "captive-portal" (Transient) for what isPortal()
// says). An <Error> inside a 2xx counts as a 500. maybeDone is set for the 5xx that leave open whether the
// store did it; SlowDown and the like do not.
Error errorFromReply(const HttpReply& reply);

// The kind for a code and a status (status alone when the code is empty or unknown).
ErrorKind kindForCode(const QString& code, int httpStatus);

// Region named by the reply (x-amz-bucket-region header, then <Region>, then <Endpoint>); empty if none.
QString regionFromReply(const HttpReply& reply);

} // namespace partway
