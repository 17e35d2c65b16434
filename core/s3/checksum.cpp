// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/checksum.h"

#include "s3/hash.h"

#include <algorithm>
#include <optional>

namespace partway {

namespace {

constexpr qint64 pieceSize = 256 * KiB; // larger pieces are no faster (performance-notes §7)

bool isCrc(ChecksumMode mode)
{
    return mode == ChecksumMode::Crc32 || mode == ChecksumMode::Crc32c || mode == ChecksumMode::Crc64Nvme;
}

// Everything a plan asks for, fed together.
class Digester
{
public:
    explicit Digester(const DigestPlan& plan)
    {
        if (plan.md5)
            m_md5.emplace(HashAlgorithm::Md5);
        if (plan.sha256)
            m_sha256.emplace(HashAlgorithm::Sha256);
        if (isCrc(plan.crc))
            m_crc.emplace(plan.crc);
    }

    void add(const char* data, qint64 size)
    {
        if (m_md5)
            m_md5->add(data, size);
        if (m_sha256)
            m_sha256->add(data, size);
        if (m_crc)
            m_crc->add(data, size);
    }

    Digests result()
    {
        Digests digests;
        if (m_md5)
            digests.md5 = m_md5->result();
        if (m_sha256)
            digests.sha256 = m_sha256->result();
        if (m_crc)
            digests.crc = m_crc->result();
        return digests;
    }

private:
    std::optional<Hash> m_md5;
    std::optional<Hash> m_sha256;
    std::optional<Crc> m_crc;
};

Error digestError(ErrorKind kind, const char* code)
{
    Error error;
    error.kind = kind;
    error.code = QLatin1String(code);
    return error;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// 32 hex digits, alone or followed by "-" and a number.
bool isMd5Shaped(const QByteArray& etag)
{
    if (etag.size() < 32 || !std::all_of(etag.begin(), etag.begin() + 32, isHexDigit))
        return false;
    if (etag.size() == 32)
        return true;
    return etag.size() > 33 && etag[32] == '-' &&
           std::all_of(etag.begin() + 33, etag.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<Digests> digestOf(const ByteSource& source, ByteRange window, const DigestPlan& plan,
                         const std::atomic<bool>* stop)
{
    Digester digester(plan);
    QByteArray piece(qsizetype(std::min(pieceSize, std::max<qint64>(window.length, 1))), Qt::Uninitialized);
    for (qint64 at = window.offset; at < window.end();) {
        if (stop && stop->load(std::memory_order_relaxed))
            return digestError(ErrorKind::Cancelled, "cancelled");
        const Result<qint64> read =
            source.readAt(at, piece.data(), std::min<qint64>(piece.size(), window.end() - at));
        if (!read)
            return read.error();
        if (*read <= 0)
            return digestError(ErrorKind::LocalFile, "source-shorter");
        digester.add(piece.constData(), *read);
        at += *read;
    }
    return digester.result();
}

Digests digestOf(const QByteArray& bytes, const DigestPlan& plan)
{
    Digester digester(plan);
    digester.add(bytes.constData(), bytes.size());
    return digester.result();
}

QByteArray multipartEtag(const QList<QByteArray>& rawPartMd5s)
{
    return hashOf(HashAlgorithm::Md5, rawPartMd5s.join()).toHex() + '-' +
           QByteArray::number(rawPartMd5s.size());
}

QByteArray bareEtag(const QByteArray& etag)
{
    QByteArray bare = etag.trimmed();
    if (bare.startsWith("W/"))
        bare.remove(0, 2);
    if (bare.size() >= 2 && bare.startsWith('"') && bare.endsWith('"'))
        bare = bare.mid(1, bare.size() - 2);
    return isMd5Shaped(bare) ? bare.toLower() : bare;
}

bool looksLikeMd5(const QByteArray& bareEtag)
{
    return bareEtag.size() == 32 && isMd5Shaped(bareEtag);
}

QByteArray checksumHeader(ChecksumMode mode)
{
    const QByteArray algorithm = checksumAlgorithm(mode);
    return algorithm.isEmpty() ? QByteArray() : "x-amz-checksum-" + algorithm.toLower();
}

QByteArray checksumAlgorithm(ChecksumMode mode)
{
    switch (mode) {
    case ChecksumMode::None:
    case ChecksumMode::Md5:
        return {};
    case ChecksumMode::Crc32:
        return "CRC32";
    case ChecksumMode::Crc32c:
        return "CRC32C";
    case ChecksumMode::Crc64Nvme:
        return "CRC64NVME";
    case ChecksumMode::Sha256:
        return "SHA256";
    }
    Q_UNREACHABLE();
}

QByteArray checksumElement(ChecksumMode mode)
{
    const QByteArray algorithm = checksumAlgorithm(mode);
    return algorithm.isEmpty() ? QByteArray() : "Checksum" + algorithm;
}

bool checksumIsFullObject(ChecksumMode mode)
{
    return isCrc(mode);
}

} // namespace partway
