// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "s3/signature.h"

namespace partway {

// One S3 operation before it is addressed and signed. Made by the pure functions of s3/operations.h.
struct S3Request
{
    QByteArray method;
    QString bucket; // empty: the service
    QByteArray key; // UTF-8 bytes as they are; empty: the bucket
    Query query;
    HeaderList headers; // without host, date, authorization, content-sha256
    HttpBody body;
    QByteArray
        payloadHash; // hex SHA-256; empty: computed for small bodies, UNSIGNED-PAYLOAD over TLS for windows
    bool repeatable = true;
    bool errorInSuccess =
        false; // a 200 may carry <Error> (Complete, copies): the body is read before it is believed
    std::chrono::milliseconds stallTimeout{60'000};
    qint64 maxReplyBytes = 8 * MiB;
};

} // namespace partway
