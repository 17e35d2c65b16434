// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of a store, as hostile as it may be: status, header lines, an empty line, the body. Each
// operation reads it.
#include "s3/errordocument.h"
#include "s3/lessons.h"
#include "s3/operations.h"
#include "s3/s3error.h"

#include <cstdlib>

using namespace partway;

namespace {

HttpReply replyFrom(QByteArray text)
{
    HttpReply reply;
    reply.receivedAt = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);
    const auto line = [&text] {
        const qsizetype end = text.indexOf('\n');
        const QByteArray first = end < 0 ? text : text.left(end);
        text.remove(0, end < 0 ? text.size() : end + 1);
        return first;
    };
    reply.status = line().trimmed().toInt();
    for (QByteArray field = line(); !field.isEmpty(); field = line()) {
        const qsizetype colon = field.indexOf(':');
        if (colon > 0)
            reply.headers.add(field.left(colon), field.mid(colon + 1).trimmed());
    }
    reply.body = text;
    return reply;
}

void check(bool holds)
{
    if (!holds)
        std::abort();
}

// What the rest of the program relies on.
void checkParts(const Result<ListPartsPage>& page)
{
    if (!page)
        return;
    for (const ListedPart& part : page->parts)
        check(part.number >= 1 && part.size >= 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const HttpReply reply = replyFrom(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    const Error error = errorFromReply(reply);
    check(error.retryAfterSeconds >= 0);
    (void)regionFromReply(reply);
    (void)isPortal(reply);
    (void)htmlTitle(reply.body);
    (void)clockOffsetFrom(reply);
    for (ChecksumMode mode : {ChecksumMode::None, ChecksumMode::Crc64Nvme, ChecksumMode::Sha256}) {
        (void)sendPartReply(reply, mode).ok();
        const Result<CompleteUploadOutput> done = completeUploadReply(reply, mode);
        check(!done || !done->etag.isEmpty());
        checkParts(listPartsReply(reply));
        (void)putObjectReply(reply, mode).ok();
        (void)headObjectReply(reply, mode).ok();
    }
    const Result<CreateUploadOutput> created = createUploadReply(reply);
    check(!created || !created->uploadId.isEmpty());
    (void)abortUploadReply(reply).ok();
    (void)listUploadsReply(reply).ok();
    (void)headBucketReply(reply).ok();
    (void)listBucketsReply(reply).ok();
    (void)listObjectsReply(reply).ok();
    (void)createBucketReply(reply).ok();
    return 0;
}
