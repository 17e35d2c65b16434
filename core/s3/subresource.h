// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

namespace partway {

// A GET of something beside an object or a bucket (?attributes, ?versions). A store that does not know it
// sends the object or a listing instead, of any size: little of it is read.
S3Request subresourceRequest(const QByteArray& name, const QString& bucket, const QByteArray& key);

// A success that is not the document it should be: Refused "operation-unsupported" where it is a document of
// another kind or no document at all; else as wrongDocument() says.
Error wrongSubresource(const HttpReply& reply, const char* expectedRoot);

// What a request of subresourceRequest() ended with, when it got no answer: one that did not stop in time was
// no answer to it.
Error subresourceFailure(const Error& failure);

} // namespace partway
