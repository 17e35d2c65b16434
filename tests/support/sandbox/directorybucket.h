// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/exchange.h"

namespace partway::sandbox {

// S3 Express One Zone (s3-reference §1.10): buckets named NAME--ZONE--x-s3.
bool isDirectoryBucket(const QByteArray& bucket);

// The keys that the request must be signed with: the lasting ones, temporary ones, or a session's. Objects
// and listings of a directory bucket want a session, all else about it the account's keys. Throws Failure.
Keys expectedKeys(const Request& request, const Keys& lasting, const QDateTime& now);

// Refuses what directory buckets do not have: Content-MD5, ACLs, tags, versions, prefixes and delimiters that
// are no folders, the marker for upload ids.
void checkDirectoryRules(const Request& request);

Answer createSession(Exchange& exchange);

} // namespace partway::sandbox
