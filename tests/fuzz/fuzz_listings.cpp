// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A listing: of parts, uploads, objects or buckets.
#include "reply.h"
#include "s3/operations.h"

using namespace partway;

namespace {

// What the rest of the program relies on.
void checkParts(const Result<ListPartsPage>& page)
{
    if (!page)
        return;
    for (const ListedPart& part : page->parts)
        check(part.number >= 1 && part.size >= 0);
}

void checkUploads(const Result<ListUploadsPage>& page)
{
    if (!page)
        return;
    for (const ListedUpload& upload : page->uploads)
        check(!upload.key.isEmpty() && !upload.uploadId.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = QByteArray(reinterpret_cast<const char*>(data), qsizetype(size));
    checkParts(listPartsReply(reply));
    checkUploads(listUploadsReply(reply));
    (void)listObjectsReply(reply).ok();
    (void)listBucketsReply(reply).ok();
    return 0;
}
