// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkroute.h"

#include "http/networkfailure.h"

#include <QFile>
#include <QNetworkProxyFactory>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

namespace partway {

namespace {

Error fileError(const char* code, const QString& path, const QString& message = {})
{
    Error error = requestError(ErrorKind::LocalFile, QLatin1String(code), message);
    error.resource = path;
    return error;
}

Result<QByteArray> readFile(const QString& path, const char* code)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(code, path, file.errorString());
    constexpr qint64 longest = 4 * MiB;
    return file.read(longest);
}

Result<QList<QSslCertificate>> readAuthorities(const QString& path)
{
    const Result<QByteArray> bytes = readFile(path, "ca-file-unreadable");
    if (!bytes)
        return bytes.error();
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*bytes, QSsl::Pem);
    if (certificates.isEmpty())
        return fileError("ca-file-empty", path);
    return certificates;
}

struct Identity
{
    QList<QSslCertificate> chain;
    QSslKey key;
};

QSslKey keyFrom(const QByteArray& pem, const QByteArray& password)
{
    for (const QSsl::KeyAlgorithm kind : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, kind, QSsl::Pem, QSsl::PrivateKey, password);
        if (!key.isNull())
            return key;
    }
    return {};
}

std::optional<Identity> fromPkcs12(const QString& path, const QByteArray& password)
{
    QFile file(path);
    Identity identity;
    QSslCertificate own;
    QList<QSslCertificate> others;
    if (!file.open(QIODevice::ReadOnly) ||
        !QSslCertificate::importPkcs12(&file, &identity.key, &own, &others, password))
        return std::nullopt;
    identity.chain = QList{own} + others;
    return identity;
}

Result<Identity> readIdentity(const NetworkRoute& route)
{
    const QString path = route.clientCertificateFile;
    const Result<QByteArray> bytes = readFile(path, "client-certificate-unreadable");
    if (!bytes)
        return bytes.error();
    const QByteArray password = route.clientKeyPassword.reveal();
    Identity identity;
    identity.chain = QSslCertificate::fromData(*bytes, QSsl::Pem);
    if (identity.chain.isEmpty()) {
        if (const std::optional<Identity> packed = fromPkcs12(path, password))
            return *packed;
        // Without its password nobody can tell a PKCS#12 file from another one but by how it begins.
        const bool packed = bytes->startsWith('\x30');
        return packed ? fileError("client-key-unreadable", path)
                      : fileError("client-certificate-empty", path);
    }
    const QString keyPath = route.clientKeyFile.isEmpty() ? path : route.clientKeyFile;
    const Result<QByteArray> pem = readFile(keyPath, "client-key-unreadable");
    if (!pem)
        return pem.error();
    identity.key = keyFrom(*pem, password);
    if (identity.key.isNull())
        return fileError("client-key-unreadable", keyPath);
    return identity;
}

} // namespace

Result<std::optional<QSslConfiguration>> tlsFor(const NetworkRoute& route)
{
    std::optional<QSslConfiguration> tls;
    if (!route.caFile.isEmpty()) {
        const Result<QList<QSslCertificate>> authorities = readAuthorities(route.caFile);
        if (!authorities)
            return authorities.error();
        // Naming authorities switches Qt's loading on demand off, so the system's are named too.
        tls = QSslConfiguration::defaultConfiguration();
        tls->setCaCertificates(QSslConfiguration::systemCaCertificates() + *authorities);
    }
    if (!route.clientCertificateFile.isEmpty()) {
        const Result<Identity> identity = readIdentity(route);
        if (!identity)
            return identity.error();
        if (!tls)
            tls = QSslConfiguration::defaultConfiguration();
        tls->setLocalCertificateChain(identity->chain);
        tls->setPrivateKey(identity->key);
    }
    return tls;
}

QNetworkProxy proxyFor(const NetworkRoute& route, const Origin& origin)
{
    if (route.proxy)
        return *route.proxy;
    QUrl url;
    url.setScheme(origin.scheme);
    url.setHost(origin.host);
    url.setPort(origin.port > 0 ? origin.port : -1);
    url.setPath(QStringLiteral("/"));
    const QList<QNetworkProxy> list = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    if (list.isEmpty() || list.first().type() == QNetworkProxy::DefaultProxy)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return list.first();
}

Result<QNetworkProxy> proxyFromText(const QString& text, const QString& user, const Secret& password)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains(QLatin1String("://")) ? trimmed : QStringLiteral("http://") + trimmed,
                   QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool socks = scheme == QLatin1String("socks5") || scheme == QLatin1String("socks5h");
    const bool plainPath = url.path().isEmpty() || url.path() == QLatin1String("/");
    if (!url.isValid() || url.host().isEmpty() || !plainPath || !url.userInfo().isEmpty() ||
        (!socks && scheme != QLatin1String("http")))
        return requestError(ErrorKind::Refused, QStringLiteral("proxy-invalid"));
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                         quint16(url.port(socks ? 1080 : 3128)), user, QString::fromUtf8(password.reveal()));
}

} // namespace partway
