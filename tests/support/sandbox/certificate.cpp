// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/certificate.h"

#include <QDir>
#include <QFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace partway::sandbox {
namespace {

template <auto Free>
struct Freeing
{
    template <typename T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Memory = std::unique_ptr<BIO, Freeing<BIO_free>>;

Error broken(const QString& what)
{
    return Error{.code = QStringLiteral("certificate"), .message = what};
}

bool extend(X509* certificate, int kind, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    const bool done = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return done;
}

Certificate certificateFor(EVP_PKEY* key)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    quint32 serial = 0;
    RAND_bytes(reinterpret_cast<uchar*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), (quint64(serial) << 1) | 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24 * 3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3650L * 24 * 3600);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const uchar*>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), key);
    // Its own authority, so that clients can be given the file as the one they trust.
    const bool done = extend(certificate.get(), NID_basic_constraints, "critical,CA:TRUE") &&
                      extend(certificate.get(), NID_subject_key_identifier, "hash") &&
                      extend(certificate.get(), NID_subject_alt_name,
                             "DNS:localhost,DNS:*.localhost,DNS:*.s3.localhost,IP:127.0.0.1") &&
                      X509_sign(certificate.get(), key, EVP_sha256()) > 0;
    return done ? std::move(certificate) : nullptr;
}

bool write(const QString& path, BIO* memory, QFileDevice::Permissions permissions)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.setPermissions(permissions) &&
           file.write(data, size) == size;
}

} // namespace

Result<void> ensureCertificate(const QString& folder)
{
    const QString certificatePath = folder + QStringLiteral("/cert.pem");
    const QString keyPath = folder + QStringLiteral("/key.pem");
    if (QFile::exists(certificatePath) && QFile::exists(keyPath))
        return {};
    if (!QDir().mkpath(folder))
        return broken(QStringLiteral("cannot make the folder %1").arg(folder));
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = key ? certificateFor(key.get()) : nullptr;
    if (!certificate)
        return broken(QStringLiteral("OpenSSL could not make a certificate"));
    const Memory keyText(BIO_new(BIO_s_mem())), certificateText(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!write(keyPath, keyText.get(), mine) ||
        !write(certificatePath, certificateText.get(),
               mine | QFileDevice::ReadGroup | QFileDevice::ReadOther))
        return broken(QStringLiteral("cannot write to %1").arg(folder));
    return {};
}

} // namespace partway::sandbox
