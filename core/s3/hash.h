// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace partway {

// Digests by OpenSSL, which uses the processor's own instructions: about ten times as fast as
// QCryptographicHash for SHA-256 (performance-notes §7). All results are raw bytes.
enum class HashAlgorithm { Md5, Sha256 };

QByteArray hashOf(HashAlgorithm algorithm, const QByteArray& bytes);
QByteArray hmacSha256(const QByteArray& key, const QByteArray& message);

// A hash that is fed in pieces. result() ends it.
class Hash
{
public:
    explicit Hash(HashAlgorithm algorithm);
    ~Hash();
    Hash(Hash&&) noexcept;
    Hash& operator=(Hash&&) noexcept;

    void add(const char* data, qint64 size);
    QByteArray result();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace partway
