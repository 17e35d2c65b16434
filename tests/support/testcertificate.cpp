// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcertificate.h"

#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace partway {

namespace {

template <auto Free>
struct Freer
{
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;

constexpr long secondsPerDay = 24 * 60 * 60;

void addExtension(X509* certificate, X509* issuer, int id, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, id, value.constData());
    if (!extension)
        qFatal("no extension from %s", value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void setSerial(X509* certificate)
{
    quint32 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial | 1U);
}

Certificate unsignedCertificate(const QByteArray& name, EVP_PKEY* key, int daysFromNow)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    setSerial(certificate.get());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -10 * secondsPerDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), daysFromNow * secondsPerDay);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.constData()), int(name.size()), -1,
                               0);
    return certificate;
}

QByteArray alternativeNames(const QStringList& names)
{
    QByteArrayList parts;
    for (const QString& name : names)
        parts.append((QHostAddress(name).isNull() ? "DNS:" : "IP:") + name.toLatin1());
    return parts.join(',');
}

template <typename Write>
QByteArray pem(Write write)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    write(bio.get());
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

} // namespace

TestCertificate makeTestCertificate(const QStringList& names, int daysFromNow)
{
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Certificate authority = unsignedCertificate("Partway test authority", authorityKey.get(), 1);
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    addExtension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign");
    X509_sign(authority.get(), authorityKey.get(), EVP_sha256());

    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = unsignedCertificate("Partway test server", key.get(), daysFromNow);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(authority.get()));
    addExtension(certificate.get(), authority.get(), NID_subject_alt_name, alternativeNames(names));
    addExtension(certificate.get(), authority.get(), NID_ext_key_usage, "serverAuth,clientAuth");
    X509_sign(certificate.get(), authorityKey.get(), EVP_sha256());

    TestCertificate result;
    result.authorityPem = pem([&](BIO* bio) { PEM_write_bio_X509(bio, authority.get()); });
    result.certificatePem = pem([&](BIO* bio) { PEM_write_bio_X509(bio, certificate.get()); });
    result.keyPem = pem(
        [&](BIO* bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    return result;
}

QByteArray packedCertificate(const TestCertificate& certificate, const QByteArray& password)
{
    const auto reading = [](const QByteArray& pem) {
        return Bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    };
    const Key key(PEM_read_bio_PrivateKey(reading(certificate.keyPem).get(), nullptr, nullptr, nullptr));
    const Certificate own(
        PEM_read_bio_X509(reading(certificate.certificatePem).get(), nullptr, nullptr, nullptr));
    const std::unique_ptr<PKCS12, Freer<PKCS12_free>> packed(
        PKCS12_create(password.constData(), "client", key.get(), own.get(), nullptr, 0, 0, 0, 0, 0));
    if (!packed)
        qFatal("not packed");
    return pem([&](BIO* bio) { i2d_PKCS12_bio(bio, packed.get()); });
}

} // namespace partway
