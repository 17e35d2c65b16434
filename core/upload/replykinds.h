// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace partway {

// What the machine tells apart inside a kind.

inline bool isCode(const Error& error, const char* code)
{
    return error.code == QLatin1String(code);
}

// The store may have done it: no answer came, or one that does not say what was done before it went wrong.
inline bool isUndecided(const Error& error)
{
    return error.maybeDone || error.httpStatus >= 500;
}

// The request arrived whole and hurt: sending the same bytes again is right, but not for ever.
inline bool isDamage(const Error& error)
{
    return isCode(error, "BadDigest") || isCode(error, "IncompleteBody") ||
           isCode(error, "XAmzContentSHA256Mismatch") || isCode(error, "XAmzContentChecksumMismatch") ||
           isCode(error, "etag-differs");
}

// A store that lacks an operation says so in one of these ways.
inline bool isUnsupported(const Error& error)
{
    return error.httpStatus == 405 || error.httpStatus == 501 || isCode(error, "NotImplemented") ||
           isCode(error, "MethodNotAllowed");
}

// 412 is a condition that was not met, whatever the store calls it (Swift: InvalidRequest).
inline bool isConflict(const Error& error)
{
    return error.kind == ErrorKind::Conflict || error.httpStatus == 412;
}

} // namespace partway
