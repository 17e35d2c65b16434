// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/writeexam.h"

#include "doctor/verdict.h"

namespace partway {

namespace {

QString worksWord(const Result<ObjectInfo>& seen)
{
    if (seen)
        return seen->size == scratchContent().size() ? QStringLiteral("works") : QStringLiteral("fails");
    return seen.error().httpStatus == 403 ? QStringLiteral("unknown") : QStringLiteral("fails");
}

void reportCondition(Bedside& bedside, const char* step, const std::optional<Error>& error)
{
    if (!error)
        bedside.report(step, Outcome::Warn, "ignored");
    else if (error->kind == ErrorKind::Conflict)
        bedside.report(step, Outcome::Ok, "honoured");
    else if (error->httpStatus == 0 || (error->httpStatus >= 500 && error->httpStatus != 501))
        bedside.report(step, Outcome::Skipped, "not-tried", &*error);
    else
        bedside.report(step, Outcome::Warn, "refused", &*error);
}

} // namespace

void WriteExam::start(bool canSendParts, ChecksumMode best, std::function<void()> done)
{
    m_sendsParts = canSendParts;
    m_mode = best;
    m_done = std::move(done);
    put();
}

void WriteExam::put()
{
    m_scratch.put(WriteCondition::None, [this](const Result<PutObjectOutput>& put) {
        reportRight(m_bedside, QStringLiteral("put"), errorOf(put));
        if (put)
            return head();
        reportRight(m_bedside, QStringLiteral("head"), "not-tried");
        m_bedside.report("addressing", Outcome::Skipped, "none");
        m_bedside.report("condition-put", Outcome::Skipped, "not-tried");
        complete();
    });
}

void WriteExam::head()
{
    m_scratch.head(m_bedside.addressing, [this](const Result<ObjectInfo>& seen) {
        reportRight(m_bedside, QStringLiteral("head"), errorOf(seen));
        m_looks = seen.ok();
        otherStyle(seen);
    });
}

// Only looks: a writing request in the way that a store does not know may mean something else to it.
void WriteExam::otherStyle(const Result<ObjectInfo>& used)
{
    const Patient& patient = m_bedside.patient();
    const QString usedWord = used ? worksWord(used) : QStringLiteral("works"); // the object was put that way
    const bool pathUsed = m_bedside.addressing == Addressing::Path;
    if (pathUsed && !canBeVirtual(patient.endpoint, patient.bucket))
        return tellAddressing(usedWord, QStringLiteral("impossible"));
    m_scratch.head(
        pathUsed ? Addressing::Virtual : Addressing::Path,
        [this, usedWord](const Result<ObjectInfo>& seen) { tellAddressing(usedWord, worksWord(seen)); });
}

void WriteExam::tellAddressing(const QString& used, const QString& other)
{
    const bool pathUsed = m_bedside.addressing == Addressing::Path;
    const Addressing set = m_bedside.patient().addressing;
    const bool changed = set != Addressing::Auto && set != m_bedside.addressing;
    Finding told{.step = QStringLiteral("addressing"),
                 .outcome = changed ? Outcome::Warn : Outcome::Ok,
                 .verdict = QStringLiteral("only"),
                 .facts = {{QStringLiteral("path"), pathUsed ? used : other},
                           {QStringLiteral("virtual"), pathUsed ? other : used},
                           {QStringLiteral("used"), addressingName(m_bedside.addressing)}}};
    if (changed)
        told.verdict = QStringLiteral("other");
    else if (other == QLatin1String("works"))
        told.verdict = QStringLiteral("both");
    else if (other == QLatin1String("unknown"))
        told.verdict = QStringLiteral("as-set");
    m_bedside.report(told);
    conditionalPut();
}

// The object is there: a store that keeps to the condition refuses.
void WriteExam::conditionalPut()
{
    m_scratch.put(WriteCondition::IfNoneMatch, [this](const Result<PutObjectOutput>& put) {
        reportCondition(m_bedside, "condition-put", errorOf(put));
        complete();
    });
}

HeaderList WriteExam::partHeader() const
{
    HeaderList headers;
    const bool crc = checksumIsFullObject(m_mode);
    const Digests digests = digestOf(scratchContent(), {.sha256 = m_mode == ChecksumMode::Sha256,
                                                        .crc = crc ? m_mode : ChecksumMode::None});
    if (crc || m_mode == ChecksumMode::Sha256)
        headers.set(checksumHeader(m_mode), (crc ? digests.crc : digests.sha256).toBase64());
    return headers;
}

void WriteExam::beginUpload(std::function<void()> then)
{
    m_uploadId.clear();
    m_scratch.create(
        m_mode == ChecksumMode::Md5 ? ChecksumMode::None : m_mode, [this, then](const Result<QString>& made) {
            m_trouble = errorOf(made);
            if (!made)
                return then();
            m_uploadId = *made;
            m_scratch.sendPart(m_uploadId, 1, partHeader(), [this, then](const Result<SendPartOutput>& sent) {
                m_trouble = errorOf(sent);
                m_etag = sent ? sent->etag : QByteArray();
                then();
            });
        });
}

void WriteExam::complete()
{
    if (!m_sendsParts) {
        for (const char* right : {"complete", "copy-part"})
            reportRight(m_bedside, QLatin1String(right), "not-tried");
        m_bedside.report("condition-complete", Outcome::Skipped, "not-tried");
        return remove();
    }
    beginUpload([this] {
        if (m_trouble)
            return completed(*m_trouble);
        m_scratch.complete(m_uploadId, m_etag, m_mode, WriteCondition::None,
                           [this](const Result<CompleteUploadOutput>& done) { completed(done); });
    });
}

// A store may take a checksum on its parts and stumble over it at the end: then it is of no use.
void WriteExam::completed(const Result<CompleteUploadOutput>& done)
{
    const bool plain = m_mode == ChecksumMode::None || m_mode == ChecksumMode::Md5;
    if (done || plain || verdictOf(done.error()) == QByteArray("denied")) {
        reportRight(m_bedside, QStringLiteral("complete"), errorOf(done));
        return copyPart();
    }
    Finding told{.step = QStringLiteral("checksum-") + checksumModeName(m_mode),
                 .outcome = Outcome::Warn,
                 .verdict = QStringLiteral("refused"),
                 .facts = {{QStringLiteral("at"), QStringLiteral("complete")}}};
    told.error = done.error();
    m_bedside.report(told);
    m_mode = ChecksumMode::Md5;
    m_scratch.end(m_uploadId, [this] { complete(); });
}

void WriteExam::copyPart()
{
    beginUpload([this] {
        if (m_trouble || !m_scratch.objectIsThere()) {
            reportRight(m_bedside, QStringLiteral("copy-part"), "not-tried");
            return conditionalComplete();
        }
        m_scratch.copyPart(m_uploadId, 2, [this](const Result<QByteArray>& copied) {
            reportRight(m_bedside, QStringLiteral("copy-part"), errorOf(copied));
            conditionalComplete();
        });
    });
}

void WriteExam::conditionalComplete()
{
    if (m_trouble || !m_scratch.objectIsThere()) {
        m_bedside.report("condition-complete", Outcome::Skipped, "not-tried");
        return remove();
    }
    m_scratch.complete(m_uploadId, m_etag, m_mode, WriteCondition::IfNoneMatch,
                       [this](const Result<CompleteUploadOutput>& done) {
                           reportCondition(m_bedside, "condition-complete", errorOf(done));
                           if (done)
                               return remove();
                           m_scratch.end(m_uploadId, [this] { remove(); });
                       });
}

void WriteExam::remove()
{
    if (!m_scratch.objectIsThere()) {
        reportRight(m_bedside, QStringLiteral("delete"), "not-tried");
        return m_done();
    }
    m_scratch.remove([this](const Result<void>& gone) {
        if (gone && m_looks)
            return lookAfterRemoval();
        reportRight(m_bedside, QStringLiteral("delete"), errorOf(gone));
        m_done();
    });
}

void WriteExam::lookAfterRemoval()
{
    m_scratch.head(m_bedside.addressing, [this](const Result<ObjectInfo>& seen) {
        if (seen)
            reportRight(m_bedside, QStringLiteral("delete"), "not-shown");
        else
            reportRight(m_bedside, QStringLiteral("delete"), "given");
        m_done();
    });
}

} // namespace partway
