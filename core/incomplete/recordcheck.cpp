// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/recordcheck.h"

#include "s3/checksum.h"

namespace partway {

namespace {

// Who may not look, or finds nothing, knows nothing against an abort.
bool tellsNothing(const Error& error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Refused || isUnsupported(error);
}

} // namespace

void RecordCheck::start()
{
    m_calls.ask<ObjectInfo>(
        [&store = m_calls.store(), input = HeadObjectInput{m_upload.bucket, m_upload.key}](
            const auto& answer) { return store.headObject(input, answer); },
        [self = shared_from_this()](const Result<ObjectInfo>& info) { self->takeObject(info); });
}

void RecordCheck::takeObject(const Result<ObjectInfo>& info)
{
    if (!info) {
        m_done(tellsNothing(info.error()) ? Result<Found>(Found::Incomplete) : Result<Found>(info.error()));
        return;
    }
    m_etag = bareEtag(info->etag);
    if (m_etag.contains('-'))
        ask(0);
    else
        m_done(Found::Incomplete); // it was sent in one piece
}

void RecordCheck::ask(int afterPart)
{
    m_calls.ask<ListPartsPage>(
        [&store = m_calls.store(), input = ListPartsInput{.upload = m_upload, .afterPart = afterPart}](
            const auto& answer) { return store.listParts(input, answer); },
        [self = shared_from_this(), afterPart](const Result<ListPartsPage>& page) {
            self->takeParts(afterPart, page);
        });
}

void RecordCheck::takeParts(int afterPart, const Result<ListPartsPage>& page)
{
    if (!page) {
        m_done(tellsNothing(page.error()) ? Result<Found>(Found::Incomplete) : Result<Found>(page.error()));
        return;
    }
    m_parts.append(page->parts);
    m_checksum = page->checksum;
    if (page->truncated && page->nextMarker > afterPart)
        ask(page->nextMarker);
    else if (isMadeOfThem())
        completeAgain();
    else
        m_done(Found::Incomplete);
}

bool RecordCheck::isMadeOfThem() const
{
    QList<QByteArray> md5s;
    md5s.reserve(m_parts.size());
    for (const ListedPart& part : m_parts)
        md5s.append(QByteArray::fromHex(bareEtag(part.etag)));
    return !md5s.isEmpty() && multipartEtag(md5s) == m_etag;
}

void RecordCheck::completeAgain()
{
    CompleteUploadInput input;
    input.bucket = m_upload.bucket;
    input.key = m_upload.key;
    input.uploadId = m_upload.uploadId;
    input.checksum = m_checksum;
    for (const ListedPart& part : std::as_const(m_parts)) {
        input.parts.append({part.number, part.etag, part.checksum});
        input.objectSize += part.size;
    }
    m_calls.ask<CompleteUploadOutput>(
        [&store = m_calls.store(), input](const auto& answer) { return store.completeUpload(input, answer); },
        [self = shared_from_this()](const Result<CompleteUploadOutput>& completed) {
            const bool gone = !completed && completed.error().kind == ErrorKind::NotFound;
            self->m_done(completed || gone ? Result<Found>(Found::Finished)
                                           : Result<Found>(completed.error()));
        });
}

} // namespace partway
