// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "s3/checksum.h"

#include <optional>

namespace partway {

// What the reply functions of s3/operations.h have in common.

bool isSuccess(const HttpReply& reply); // answered, 2xx

// An error of ours about a reply that says success.
Error replyError(const HttpReply& reply, ErrorKind kind, const char* code, bool maybeDone = false);

// What a success is that does not hold the document it should: the store's own <Error>, an answer that broke
// off (Transient "answer-truncated"), the document but not within reason (Bug "answer-invalid"), or something
// that is not S3 (Refused "not-s3"; portalPage() for what isPortal() says). `maybeDone` for requests that
// change something.
Error wrongDocument(const HttpReply& reply, const char* expectedRoot, bool maybeDone = false);

// A success that names no ETag (Transient): "missing-etag", or portalPage() when a web page came instead.
Error missingEtag(const HttpReply& reply);

// Transient "captive-portal": a network's sign-in page stands in for the store for a while.
Error portalPage(const HttpReply& reply, bool maybeDone = false);

QString requestIdOf(const HttpReply& reply);
QString headerText(const HttpReply& reply, const char* name);

// True where the ETag is no MD5: KMS, or a key of the customer's (s3-reference §4.6).
bool hidesMd5(const HttpReply& reply);

// Base64 to raw bytes; empty when absent, of the wrong length, or composite ("…-2") where the mode is of the
// whole object and the two cannot be compared.
QByteArray rawChecksum(const QByteArray& base64, ChecksumMode mode);
QByteArray checksumOf(const HttpReply& reply, ChecksumMode mode);

// A number from 0 to `most`; nothing for anything else.
std::optional<qint64> numberFrom(const QString& text, qint64 most);

// Names in a listing with encoding-type=url: %xx, and + for a blank.
QByteArray decodeListed(const QByteArray& text, bool urlEncoded);

} // namespace partway
