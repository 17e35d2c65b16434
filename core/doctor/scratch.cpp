// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/scratch.h"

#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/xmlreader.h"

namespace partway {

namespace {

// Judged by its document: a store that does not know the header takes the request for an empty part.
Result<QByteArray> copyPartReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    QByteArray etag;
    if (xml.root() == QLatin1String("CopyPartResult")) {
        while (xml.nextChild()) {
            if (xml.name() == QLatin1String("ETag"))
                etag = xml.bytes().trimmed();
        }
    }
    if (etag.isEmpty())
        return Error{
            .kind = ErrorKind::Refused, .httpStatus = reply.status, .code = QStringLiteral("copy-ignored")};
    return etag;
}

Result<void> removeReply(const HttpReply& reply)
{
    if (isSuccess(reply) || reply.status == 404)
        return {};
    return errorFromReply(reply);
}

} // namespace

void Scratch::create(ChecksumMode mode, Answer<QString> answer)
{
    const CreateUploadInput input{.bucket = m_bedside.patient().bucket,
                                  .key = m_bedside.key(),
                                  .object = {.contentType = "text/plain"},
                                  .checksum = mode};
    m_maybe = true;
    m_bedside.ask(createUploadRequest(input), [this, answer, mode](const HttpReply& reply) {
        const Result<CreateUploadOutput> made = readReply(reply, createUploadReply);
        if (!made) {
            m_maybe = made.error().maybeDone || !reply.answered();
            return answer(made.error());
        }
        m_maybe = false;
        m_wrote = true;
        m_uploads.insert(made->uploadId, {mode});
        answer(made->uploadId);
    });
}

void Scratch::sendPart(const QString& uploadId, int number, const HeaderList& headers,
                       Answer<SendPartOutput> answer)
{
    SendPartInput input{.bucket = m_bedside.patient().bucket,
                        .key = m_bedside.key(),
                        .uploadId = uploadId,
                        .partNumber = number,
                        .body = {.bytes = scratchContent()}};
    S3Request request = sendPartRequest(input);
    for (const auto& [name, value] : headers.all())
        request.headers.set(name, value);
    m_bedside.ask(request, [this, answer, uploadId, number](const HttpReply& reply) {
        const auto read = [](const HttpReply& r) { return sendPartReply(r, ChecksumMode::None); };
        const Result<SendPartOutput> sent =
            reply.failure ? Result<SendPartOutput>(*reply.failure) : read(reply);
        if (sent && number == 1 && m_uploads.contains(uploadId))
            m_uploads[uploadId].lastEtag = sent->etag;
        answer(sent);
    });
}

void Scratch::copyPart(const QString& uploadId, int number, Answer<QByteArray> answer)
{
    SendPartInput input{.bucket = m_bedside.patient().bucket,
                        .key = m_bedside.key(),
                        .uploadId = uploadId,
                        .partNumber = number};
    S3Request request = sendPartRequest(input);
    request.headers.set("x-amz-copy-source",
                        '/' + encodePath(input.bucket.toUtf8()) + '/' + encodePath(input.key));
    m_bedside.ask(request, [answer](const HttpReply& reply) { answer(readReply(reply, copyPartReply)); });
}

void Scratch::listParts(const QString& uploadId, Answer<ListPartsPage> answer)
{
    const ListPartsInput input{.upload = {m_bedside.patient().bucket, m_bedside.key(), uploadId}};
    m_bedside.ask(listPartsRequest(input),
                  [answer](const HttpReply& reply) { answer(readReply(reply, listPartsReply)); });
}

void Scratch::listUploads(Answer<ListUploadsPage> answer)
{
    const ListUploadsInput input{.bucket = m_bedside.patient().bucket, .prefix = m_bedside.key()};
    m_bedside.ask(listUploadsRequest(input),
                  [answer](const HttpReply& reply) { answer(readReply(reply, listUploadsReply)); });
}

void Scratch::complete(const QString& uploadId, const QByteArray& etag, ChecksumMode mode,
                       WriteCondition condition, Answer<CompleteUploadOutput> answer)
{
    const QByteArray content = scratchContent();
    const Digests digests =
        digestOf(content, {.sha256 = mode == ChecksumMode::Sha256,
                           .crc = checksumIsFullObject(mode) ? mode : ChecksumMode::None});
    const QByteArray part = mode == ChecksumMode::Sha256 ? digests.sha256 : digests.crc;
    const CompleteUploadInput input{.bucket = m_bedside.patient().bucket,
                                    .key = m_bedside.key(),
                                    .uploadId = uploadId,
                                    .parts = {{.number = 1, .etag = etag, .checksum = part}},
                                    .objectSize = content.size(),
                                    .checksum = mode,
                                    .objectChecksum = digests.crc,
                                    .condition = condition};
    m_bedside.ask(completeUploadRequest(input), [this, answer, uploadId](const HttpReply& reply) {
        const Result<CompleteUploadOutput> done = reply.failure
                                                      ? Result<CompleteUploadOutput>(*reply.failure)
                                                      : completeUploadReply(reply, ChecksumMode::None);
        if (done) {
            m_uploads.remove(uploadId);
            m_object = true;
            if (!done->versionId.isEmpty())
                m_versions.append(done->versionId);
        } else if (done.error().maybeDone) {
            m_object = true;
        }
        answer(done);
    });
}

void Scratch::abort(const QString& uploadId, Answer<void> answer)
{
    const UploadRef upload{m_bedside.patient().bucket, m_bedside.key(), uploadId};
    m_bedside.ask(abortUploadRequest(upload), [answer](const HttpReply& reply) {
        answer(reply.failure ? Result<void>(*reply.failure) : abortUploadReply(reply));
    });
}

void Scratch::put(WriteCondition condition, Answer<PutObjectOutput> answer)
{
    const PutObjectInput input{.bucket = m_bedside.patient().bucket,
                               .key = m_bedside.key(),
                               .object = {.contentType = "text/plain"},
                               .body = {.bytes = scratchContent()},
                               .checksum = ChecksumMode::Md5,
                               .digests = digestOf(scratchContent(), {.md5 = true}),
                               .condition = condition};
    m_bedside.ask(putObjectRequest(input), [this, answer](const HttpReply& reply) {
        const Result<PutObjectOutput> put = reply.failure ? Result<PutObjectOutput>(*reply.failure)
                                                          : putObjectReply(reply, ChecksumMode::None);
        m_object = m_object || put || put.error().maybeDone;
        m_wrote = m_wrote || m_object;
        if (put && !put->versionId.isEmpty())
            m_versions.append(put->versionId);
        answer(put);
    });
}

void Scratch::head(Addressing style, Answer<ObjectInfo> answer)
{
    const HeadObjectInput input{.bucket = m_bedside.patient().bucket, .key = m_bedside.key()};
    m_bedside.askBy(style, headObjectRequest(input), [answer](const HttpReply& reply) {
        answer(reply.failure ? Result<ObjectInfo>(*reply.failure)
                             : headObjectReply(reply, ChecksumMode::None));
    });
}

S3Request Scratch::removal(const QString& version) const
{
    S3Request request;
    request.method = "DELETE";
    request.bucket = m_bedside.patient().bucket;
    request.key = m_bedside.key();
    if (!version.isEmpty())
        request.query = {{"versionId", version.toUtf8()}};
    return request;
}

// A bucket that keeps versions would keep ours behind a marker: each is deleted by the name the store gave
// it.
void Scratch::remove(Answer<void> answer)
{
    const QString version = m_versions.isEmpty() ? QString() : m_versions.last();
    m_bedside.ask(removal(version), [this, answer, version](const HttpReply& reply) {
        const Result<void> gone = readReply(reply, removeReply);
        if (!gone)
            return answer(gone);
        m_versions.removeOne(version);
        if (!m_versions.isEmpty())
            return remove(answer);
        m_object = false;
        answer({});
    });
}

void Scratch::end(const QString& uploadId, std::function<void()> done)
{
    if (!m_abortsTrusted)
        return completeToEnd(uploadId, std::move(done));
    abort(uploadId, [this, uploadId, done](const Result<void>& gone) {
        if (!gone)
            return completeToEnd(uploadId, done);
        m_uploads.remove(uploadId);
        done();
    });
}

void Scratch::completeToEnd(const QString& uploadId, std::function<void()> done)
{
    const QByteArray etag = m_uploads.value(uploadId).lastEtag;
    if (etag.isEmpty()) {
        m_stuck.insert(uploadId);
        m_uploads.remove(uploadId);
        return done();
    }
    complete(uploadId, etag, m_uploads.value(uploadId).mode, WriteCondition::None,
             [this, uploadId, done](const Result<CompleteUploadOutput>& completed) {
                 if (!completed && completed.error().kind != ErrorKind::NotFound)
                     m_stuck.insert(uploadId);
                 m_uploads.remove(uploadId);
                 done();
             });
}

void Scratch::cleanUploads(std::function<void()> done)
{
    if (m_uploads.isEmpty())
        return findLost(std::move(done));
    end(m_uploads.firstKey(), [this, done] { cleanUploads(done); });
}

// A Create whose answer was lost or cut may have made an upload: it is the store that knows its id.
void Scratch::findLost(std::function<void()> done)
{
    if (!std::exchange(m_maybe, false))
        return done();
    listUploads([this, done](const Result<ListUploadsPage>& page) {
        if (!page) {
            m_stuck.insert(QString());
            return done();
        }
        for (const ListedUpload& upload : page->uploads) {
            if (upload.key == m_bedside.key() && !m_stuck.contains(upload.uploadId))
                m_uploads.insert(upload.uploadId, {});
        }
        cleanUploads(done);
    });
}

void Scratch::clean(std::function<void(QStringList left)> done)
{
    cleanUploads([this, done] {
        const auto finish = [this, done] {
            QStringList left;
            if (m_object)
                left.append(QStringLiteral("object"));
            if (!m_stuck.isEmpty())
                left.append(QStringLiteral("upload"));
            done(left);
        };
        if (!m_object)
            return finish();
        remove([finish](const Result<void>&) { finish(); });
    });
}

} // namespace partway
