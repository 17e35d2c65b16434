// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace partway::sandbox {

// The checksums S3 takes (s3-reference §4.1), wider than the ones Partway sends.
enum class Checksum { Crc32, Crc32c, Crc64Nvme, Sha1, Sha256 };
enum class ChecksumType { FullObject, Composite };

inline constexpr Checksum allChecksums[] = {Checksum::Crc32, Checksum::Crc32c, Checksum::Crc64Nvme,
                                            Checksum::Sha1, Checksum::Sha256};

QByteArray checksumName(Checksum checksum);                         // "CRC64NVME"
QByteArray checksumHeaderName(Checksum checksum);                   // "x-amz-checksum-crc64nvme"
QByteArray checksumElementName(Checksum checksum);                  // "ChecksumCRC64NVME"
std::optional<Checksum> checksumFromName(const QByteArray& name);   // of "CRC32" or "crc32"
std::optional<Checksum> checksumFromHeader(const QByteArray& name); // of "x-amz-checksum-crc32"
int checksumSize(Checksum checksum);                                // bytes
QByteArray typeName(ChecksumType type);                             // "FULL_OBJECT"
ChecksumType usualType(Checksum checksum);                          // when a request does not say (§4.2)
bool allows(Checksum checksum, ChecksumType type);

// Several digests of one stream of bytes.
class Digester
{
public:
    Digester();
    ~Digester();
    Digester(const Digester&) = delete;
    Digester& operator=(const Digester&) = delete;

    void wantMd5();
    void wantSha256();
    void want(Checksum checksum);

    void add(const char* data, qint64 size);

    QByteArray md5();                    // raw bytes; empty if not wanted
    QByteArray sha256();                 // raw bytes; empty if not wanted
    QByteArray value(Checksum checksum); // raw bytes; empty if not wanted

private:
    class Running;
    Running* running(Checksum checksum) const;
    std::unique_ptr<Running> m_md5;
    QList<std::pair<Checksum, std::shared_ptr<Running>>> m_checksums;
};

QByteArray digestOf(Checksum checksum, const QByteArray& bytes);
QByteArray md5Of(const QByteArray& bytes);
QByteArray sha256Of(const QByteArray& bytes);

// The CRC of two neighbours from theirs; raw bytes. Only for the three CRCs.
QByteArray combineCrc(Checksum checksum, const QByteArray& first, const QByteArray& second,
                      qint64 secondLength);

} // namespace partway::sandbox
