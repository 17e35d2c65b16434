// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace partway {

namespace {

// OpenSSL frees its tables when the process exits, and what it keeps for a thread when that thread is gone.
// QThread::wait() returns a moment before a thread is gone (Qt 6.4 does not join), so the two can meet, and
// the heap is damaged after all work is done. Before main() and before anything else uses OpenSSL, because
// only its first initialisation decides.
[[maybe_unused]] const bool keepsItsTables = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;

const EVP_MD* digestFor(HashAlgorithm algorithm)
{
    switch (algorithm) {
    case HashAlgorithm::Md5:
        return EVP_md5();
    case HashAlgorithm::Sha256:
        return EVP_sha256();
    }
    Q_UNREACHABLE();
}

// A digest that cannot be computed (no memory, MD5 switched off by a FIPS provider) must never pass as an
// empty one: a wrong checksum or signature would follow from it.
void require(bool worked)
{
    if (!worked)
        qFatal("OpenSSL cannot compute a digest");
}

} // namespace

struct Hash::Context
{
    EVP_MD_CTX* evp = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(evp); }
};

Hash::Hash(HashAlgorithm algorithm) : m_context(std::make_unique<Context>())
{
    require(m_context->evp && EVP_DigestInit_ex(m_context->evp, digestFor(algorithm), nullptr) == 1);
}

Hash::~Hash() = default;
Hash::Hash(Hash&&) noexcept = default;
Hash& Hash::operator=(Hash&&) noexcept = default;

void Hash::add(const char* data, qint64 size)
{
    require(EVP_DigestUpdate(m_context->evp, data, size_t(size)) == 1);
}

QByteArray Hash::result()
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(m_context->evp, digest, &size) == 1);
    return QByteArray(reinterpret_cast<const char*>(digest), int(size));
}

QByteArray hashOf(HashAlgorithm algorithm, const QByteArray& bytes)
{
    Hash hash(algorithm);
    hash.add(bytes.constData(), bytes.size());
    return hash.result();
}

QByteArray hmacSha256(const QByteArray& key, const QByteArray& message)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    const auto* data = reinterpret_cast<const unsigned char*>(message.constData());
    require(HMAC(EVP_sha256(), key.constData(), int(key.size()), data, size_t(message.size()), digest,
                 &size) != nullptr);
    return QByteArray(reinterpret_cast<const char*>(digest), int(size));
}

} // namespace partway
