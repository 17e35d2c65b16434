// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/message.h"

namespace partway {

// An address that another server signed for one request. It is a secret while it holds: never logged, never
// kept on disk, and no part of an Error.
struct SignedUrl
{
    Origin origin;
    QByteArray target; // byte for byte as it was given
    std::chrono::seconds holds{0};
    bool emptyChecksum = false; // signed with the CRC-32 of an empty body (s3-reference §7.2)
};

// Hostile text. mustBeTls: the server itself is reached over TLS, so the file goes no other way. Errors
// (Refused), none of which repeats the address: "signed-url-invalid", "signed-url-in-clear".
Result<SignedUrl> parseSignedUrl(const QByteArray& text, bool mustBeTls);

// What came of a signed request is about this object. A request without an answer keeps the server or proxy
// that the transport named; an address that it could not send is none.
void nameInsteadOfAddress(const HttpReply& reply, const QByteArray& key, Error& error);

} // namespace partway
