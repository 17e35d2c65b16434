// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/checksumexam.h"

namespace partway {

namespace {

bool blamesValue(const Error& error)
{
    return error.code == QLatin1String("BadDigest") || error.code == QLatin1String("InvalidDigest") ||
           error.code == QLatin1String("XAmzContentChecksumMismatch");
}

// The store answered, and not that it is in trouble.
bool isVerdict(const Error& error)
{
    return (error.httpStatus >= 400 && error.httpStatus < 500) || error.httpStatus == 501;
}

QByteArray digestFor(ChecksumMode kind)
{
    const bool crc = checksumIsFullObject(kind);
    const Digests digests = digestOf(scratchContent(), {.md5 = kind == ChecksumMode::Md5,
                                                        .sha256 = kind == ChecksumMode::Sha256,
                                                        .crc = crc ? kind : ChecksumMode::None});
    if (kind == ChecksumMode::Md5)
        return digests.md5;
    return crc ? digests.crc : digests.sha256;
}

} // namespace

ChecksumExam::ChecksumExam(Bedside& bedside, Scratch& scratch)
    : m_bedside(bedside),
      m_scratch(scratch), m_kinds{ChecksumMode::Crc64Nvme, ChecksumMode::Crc32c, ChecksumMode::Crc32,
                                  ChecksumMode::Sha256, ChecksumMode::Md5}
{
}

void ChecksumExam::start(bool possible, std::function<void()> done)
{
    m_done = std::move(done);
    if (possible)
        return next();
    for (const ChecksumMode kind : std::as_const(m_kinds)) {
        m_kind = kind;
        m_bedside.report(("checksum-" + checksumModeName(kind).toLatin1()).constData(), Outcome::Skipped,
                         "not-tried");
    }
    m_done();
}

void ChecksumExam::next()
{
    if (m_kinds.isEmpty())
        return m_done();
    m_kind = m_kinds.takeFirst();
    create();
}

// Content-MD5 needs no word at Create.
void ChecksumExam::create()
{
    const ChecksumMode declared = m_kind == ChecksumMode::Md5 ? ChecksumMode::None : m_kind;
    m_uploadId.clear();
    m_scratch.create(declared, [this](const Result<QString>& made) {
        if (made) {
            m_uploadId = *made;
            return sendRight();
        }
        if (isVerdict(made.error()))
            tell(Outcome::Warn, "refused", &made.error());
        else
            tell(Outcome::Skipped, "not-tried", &made.error());
    });
}

HeaderList ChecksumExam::header(bool right) const
{
    QByteArray digest = digestFor(m_kind);
    if (!right)
        digest[0] = char(~digest[0]);
    HeaderList headers;
    headers.set(m_kind == ChecksumMode::Md5 ? QByteArray("Content-MD5") : checksumHeader(m_kind),
                digest.toBase64());
    return headers;
}

void ChecksumExam::sendRight()
{
    m_scratch.sendPart(m_uploadId, 1, header(true), [this](const Result<SendPartOutput>& sent) {
        if (sent)
            return sendWrong();
        const Error error = sent.error();
        if (!isVerdict(error))
            tell(Outcome::Skipped, "not-tried", &error);
        else
            tell(Outcome::Warn, blamesValue(error) ? "wrong" : "refused", &error);
    });
}

void ChecksumExam::sendWrong()
{
    m_scratch.sendPart(m_uploadId, 1, header(false), [this](const Result<SendPartOutput>& sent) {
        if (sent)
            return tell(Outcome::Warn, "ignored");
        if (!isVerdict(sent.error()))
            return tell(Outcome::Skipped, "not-tried", &sent.error());
        if (m_best == ChecksumMode::None)
            m_best = m_kind;
        tell(Outcome::Ok, "honoured");
    });
}

void ChecksumExam::tell(Outcome outcome, const char* verdict, const Error* error)
{
    m_bedside.report(("checksum-" + checksumModeName(m_kind).toLatin1()).constData(), outcome, verdict,
                     error);
    if (m_uploadId.isEmpty())
        return next();
    m_scratch.end(m_uploadId, [this] { next(); });
}

} // namespace partway
