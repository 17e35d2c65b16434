// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/checksums.h"

#include "s3/checksum.h"

#include <openssl/evp.h>

namespace partway::sandbox {
namespace {

struct Name
{
    Checksum checksum;
    const char* name;
    int size;
};
constexpr Name names[] = {{Checksum::Crc32, "CRC32", 4},
                          {Checksum::Crc32c, "CRC32C", 4},
                          {Checksum::Crc64Nvme, "CRC64NVME", 8},
                          {Checksum::Sha1, "SHA1", 20},
                          {Checksum::Sha256, "SHA256", 32}};

std::optional<ChecksumMode> crcMode(Checksum checksum)
{
    switch (checksum) {
    case Checksum::Crc32:
        return ChecksumMode::Crc32;
    case Checksum::Crc32c:
        return ChecksumMode::Crc32c;
    case Checksum::Crc64Nvme:
        return ChecksumMode::Crc64Nvme;
    case Checksum::Sha1:
    case Checksum::Sha256:
        return std::nullopt;
    }
    return std::nullopt;
}

const EVP_MD* evpOf(Checksum checksum)
{
    return checksum == Checksum::Sha1 ? EVP_sha1() : EVP_sha256();
}

} // namespace

QByteArray checksumName(Checksum checksum)
{
    for (const Name& row : names) {
        if (row.checksum == checksum)
            return row.name;
    }
    return {};
}

int checksumSize(Checksum checksum)
{
    for (const Name& row : names) {
        if (row.checksum == checksum)
            return row.size;
    }
    return 0;
}

QByteArray checksumHeaderName(Checksum checksum)
{
    return "x-amz-checksum-" + checksumName(checksum).toLower();
}

QByteArray checksumElementName(Checksum checksum)
{
    return "Checksum" + checksumName(checksum);
}

std::optional<Checksum> checksumFromName(const QByteArray& name)
{
    for (const Name& row : names) {
        if (name.toUpper() == row.name)
            return row.checksum;
    }
    return std::nullopt;
}

std::optional<Checksum> checksumFromHeader(const QByteArray& name)
{
    const QByteArray lower = name.toLower();
    return lower.startsWith("x-amz-checksum-") ? checksumFromName(lower.mid(15)) : std::nullopt;
}

QByteArray typeName(ChecksumType type)
{
    return type == ChecksumType::FullObject ? "FULL_OBJECT" : "COMPOSITE";
}

ChecksumType usualType(Checksum checksum)
{
    return checksum == Checksum::Crc64Nvme ? ChecksumType::FullObject : ChecksumType::Composite;
}

bool allows(Checksum checksum, ChecksumType type)
{
    if (type == ChecksumType::FullObject)
        return crcMode(checksum).has_value();
    return checksum != Checksum::Crc64Nvme;
}

// A CRC of the core or a digest of OpenSSL, behind one face.
class Digester::Running
{
public:
    explicit Running(const EVP_MD* kind) : m_context(EVP_MD_CTX_new())
    {
        EVP_DigestInit_ex(m_context, kind, nullptr);
    }
    explicit Running(ChecksumMode mode) : m_crc(Crc(mode)) {}
    ~Running() { EVP_MD_CTX_free(m_context); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void add(const char* data, qint64 size)
    {
        if (m_crc)
            m_crc->add(data, size);
        else
            EVP_DigestUpdate(m_context, data, size_t(size));
    }

    QByteArray value()
    {
        if (m_crc)
            return m_crc->result();
        if (m_value.isEmpty()) {
            unsigned int size = 0;
            m_value.resize(EVP_MAX_MD_SIZE);
            EVP_DigestFinal_ex(m_context, reinterpret_cast<uchar*>(m_value.data()), &size);
            m_value.truncate(int(size));
        }
        return m_value;
    }

private:
    EVP_MD_CTX* m_context = nullptr;
    std::optional<Crc> m_crc;
    QByteArray m_value;
};

Digester::Digester() = default;
Digester::~Digester() = default;

void Digester::wantMd5()
{
    if (!m_md5)
        m_md5 = std::make_unique<Running>(EVP_md5());
}

void Digester::wantSha256()
{
    want(Checksum::Sha256);
}

void Digester::want(Checksum checksum)
{
    if (running(checksum))
        return;
    const std::optional<ChecksumMode> mode = crcMode(checksum);
    m_checksums.emplace_back(checksum, mode ? std::make_shared<Running>(*mode)
                                            : std::make_shared<Running>(evpOf(checksum)));
}

Digester::Running* Digester::running(Checksum checksum) const
{
    for (const auto& [which, digest] : m_checksums) {
        if (which == checksum)
            return digest.get();
    }
    return nullptr;
}

void Digester::add(const char* data, qint64 size)
{
    if (m_md5)
        m_md5->add(data, size);
    for (const auto& entry : std::as_const(m_checksums))
        entry.second->add(data, size);
}

QByteArray Digester::md5()
{
    return m_md5 ? m_md5->value() : QByteArray();
}

QByteArray Digester::sha256()
{
    return value(Checksum::Sha256);
}

QByteArray Digester::value(Checksum checksum)
{
    Running* digest = running(checksum);
    return digest ? digest->value() : QByteArray();
}

QByteArray digestOf(Checksum checksum, const QByteArray& bytes)
{
    Digester digester;
    digester.want(checksum);
    digester.add(bytes.constData(), bytes.size());
    return digester.value(checksum);
}

QByteArray md5Of(const QByteArray& bytes)
{
    Digester digester;
    digester.wantMd5();
    digester.add(bytes.constData(), bytes.size());
    return digester.md5();
}

QByteArray sha256Of(const QByteArray& bytes)
{
    return digestOf(Checksum::Sha256, bytes);
}

QByteArray combineCrc(Checksum checksum, const QByteArray& first, const QByteArray& second,
                      qint64 secondLength)
{
    const std::optional<ChecksumMode> mode = crcMode(checksum);
    return mode ? Crc::combine(*mode, first, second, secondLength) : QByteArray();
}

} // namespace partway::sandbox
