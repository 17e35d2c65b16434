// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of a store, as hostile as it may be, read by each operation that has no list in its answer.
#include "reply.h"
#include "s3/errordocument.h"
#include "s3/operations.h"
#include "s3/s3error.h"

using namespace partway;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const HttpReply reply = replyFrom(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    const Error error = errorFromReply(reply);
    check(error.retryAfterSeconds >= 0);
    (void)regionFromReply(reply);
    (void)isPortal(reply);
    (void)htmlTitle(reply.body);
    const Result<CreateUploadOutput> created = createUploadReply(reply);
    check(!created || !created->uploadId.isEmpty());
    const Result<CompleteUploadOutput> done = completeUploadReply(reply, ChecksumMode::Crc64Nvme);
    check(!done || !done->etag.isEmpty());
    (void)abortUploadReply(reply).ok();
    (void)headBucketReply(reply).ok();
    (void)createBucketReply(reply).ok();
    return 0;
}
