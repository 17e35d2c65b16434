// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytesource.h"
#include "s3/limits.h"

#include <QByteArray>
#include <QList>

#include <atomic>

namespace partway {

// Digests of a range of bytes. Raw bytes (MD5: 16, CRC64: 8 big-endian …); empty: not asked for. A plain
// value.
struct Digests
{
    QByteArray md5;
    QByteArray sha256;
    QByteArray crc; // of the mode that was asked for

    bool operator==(const Digests&) const = default;
};

// What to compute in one pass over the bytes.
struct DigestPlan
{
    bool md5 = false;
    bool sha256 = false;
    ChecksumMode crc = ChecksumMode::None; // Crc32, Crc32c or Crc64Nvme; anything else: none
};

// Reads the window once, in pieces of 256 KiB, and computes. Pure but for reading; runs on a pool thread.
// Error: the source's, or code "source-shorter" when it ends early. Stops early, with Cancelled, once *stop
// is true.
Result<Digests> digestOf(const ByteSource& source, ByteRange window, const DigestPlan& plan,
                         const std::atomic<bool>* stop = nullptr);
Digests digestOf(const QByteArray& bytes, const DigestPlan& plan);

// CRCs (init and final xor all ones) as big-endian bytes, and the CRC of two neighbours from theirs.
// s3-reference §4.1, §4.4.
class Crc
{
public:
    explicit Crc(ChecksumMode mode); // Crc32, Crc32c, Crc64Nvme
    void add(const char* data, qint64 size);
    QByteArray result() const;

    static QByteArray combine(ChecksumMode mode, const QByteArray& first, const QByteArray& second,
                              qint64 secondLength);

private:
    ChecksumMode m_mode;
    quint64 m_value = 0;
};

// hex(MD5(all raw part MD5s)) + "-" + count: the ETag S3 gives a multipart object (s3-reference §4.6).
QByteArray multipartEtag(const QList<QByteArray>& rawPartMd5s);

// An ETag without quotes and W/, lower-case if it is 32 hex digits (with or without "-N").
QByteArray bareEtag(const QByteArray& etag);
bool looksLikeMd5(const QByteArray& bareEtag); // exactly 32 hex digits

// "x-amz-checksum-crc64nvme" / "CRC64NVME" / "ChecksumCRC64NVME"; empty for None and Md5.
QByteArray checksumHeader(ChecksumMode mode);
QByteArray checksumAlgorithm(ChecksumMode mode);
QByteArray checksumElement(ChecksumMode mode);
bool checksumIsFullObject(ChecksumMode mode); // the CRCs; SHA-256 is composite

} // namespace partway
