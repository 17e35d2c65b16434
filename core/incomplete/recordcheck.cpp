// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/recordcheck.h"

#include "incomplete/partswalk.h"
#include "s3/checksum.h"

namespace partway {

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
        cannotTell(info.error());
        return;
    }
    m_etag = bareEtag(info->etag);
    if (!m_etag.contains('-')) {
        m_done(Found::Incomplete); // it was sent in one piece
        return;
    }
    const auto done = [self = shared_from_this()](const Result<PartsTally>& tally) {
        self->takeParts(tally);
    };
    const auto each = [self = shared_from_this()](const ListedPart& part) { self->m_parts.append(part); };
    std::make_shared<PartsWalk>(m_calls, m_upload, done, each)->start();
}

void RecordCheck::takeParts(const Result<PartsTally>& tally)
{
    if (!tally)
        cannotTell(tally.error());
    else if (isMadeOfThem())
        completeAgain(*tally);
    else
        m_done(Found::Incomplete);
}

// Who may not look, or finds nothing, knows nothing against an abort.
void RecordCheck::cannotTell(const Error& error)
{
    const bool mayBeAborted =
        error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Refused || isUnsupported(error);
    m_done(mayBeAborted ? Result<Found>(Found::Incomplete) : Result<Found>(error));
}

bool RecordCheck::isMadeOfThem() const
{
    QList<QByteArray> md5s;
    md5s.reserve(m_parts.size());
    for (const ListedPart& part : m_parts)
        md5s.append(QByteArray::fromHex(bareEtag(part.etag)));
    return !md5s.isEmpty() && multipartEtag(md5s) == m_etag;
}

void RecordCheck::completeAgain(const PartsTally& tally)
{
    CompleteUploadInput input;
    input.bucket = m_upload.bucket;
    input.key = m_upload.key;
    input.uploadId = m_upload.uploadId;
    input.checksum = tally.checksum;
    input.objectSize = tally.bytes;
    for (const ListedPart& part : std::as_const(m_parts))
        input.parts.append({part.number, part.etag, part.checksum});
    m_calls.ask<CompleteUploadOutput>(
        [&store = m_calls.store(), input](const auto& answer) { return store.completeUpload(input, answer); },
        [self = shared_from_this()](const Result<CompleteUploadOutput>& completed) {
            const bool gone = !completed && completed.error().kind == ErrorKind::NotFound;
            self->m_done(completed || gone ? Result<Found>(Found::Finished)
                                           : Result<Found>(completed.error()));
        });
}

} // namespace partway
