// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The header fields of an answer, with every kind of checksum: ETags, checksums, dates, metadata,
// Retry-After, regions.
#include "reply.h"
#include "s3/errordocument.h"
#include "s3/lessons.h"
#include "s3/operations.h"
#include "s3/s3error.h"

using namespace partway;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    HttpReply reply = replyFrom(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    reply.body.clear();
    check(errorFromReply(reply).retryAfterSeconds >= 0);
    (void)regionFromReply(reply);
    (void)isPortal(reply);
    (void)clockOffsetFrom(reply);
    for (ChecksumMode mode :
         {ChecksumMode::None, ChecksumMode::Md5, ChecksumMode::Crc64Nvme, ChecksumMode::Sha256}) {
        const Result<SendPartOutput> part = sendPartReply(reply, mode);
        check(!part || !part->etag.isEmpty());
        (void)putObjectReply(reply, mode).ok();
        const Result<ObjectInfo> seen = headObjectReply(reply, mode);
        check(!seen || seen->size >= -1); // -1: the answer does not say
    }
    return 0;
}
