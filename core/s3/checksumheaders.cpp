// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/checksumheaders.h"

namespace partway {

namespace {

const QByteArray& digestFor(ChecksumMode mode, const Digests& digests)
{
    switch (mode) {
    case ChecksumMode::Md5:
        return digests.md5;
    case ChecksumMode::Sha256:
        return digests.sha256;
    case ChecksumMode::None:
    case ChecksumMode::Crc32:
    case ChecksumMode::Crc32c:
    case ChecksumMode::Crc64Nvme:
        return digests.crc;
    }
    Q_UNREACHABLE();
}

} // namespace

void addChecksumHeaders(S3Request& request, ChecksumMode mode, const Digests& digests)
{
    const QByteArray header = mode == ChecksumMode::Md5 ? QByteArray("Content-MD5") : checksumHeader(mode);
    const QByteArray& digest = digestFor(mode, digests);
    if (!header.isEmpty() && !digest.isEmpty())
        request.headers.set(header, digest.toBase64());
    request.payloadHash = digests.sha256.toHex();
}

} // namespace partway
