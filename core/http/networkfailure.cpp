// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkfailure.h"

#include "base/redact.h"

#include <algorithm>

namespace partway {

namespace {

bool isUnknownIssuer(QSslError::SslError error)
{
    static const QList<QSslError::SslError> list{QSslError::UnableToGetIssuerCertificate,
                                                 QSslError::SelfSignedCertificate,
                                                 QSslError::SelfSignedCertificateInChain,
                                                 QSslError::UnableToGetLocalIssuerCertificate,
                                                 QSslError::UnableToVerifyFirstCertificate,
                                                 QSslError::CertificateUntrusted,
                                                 QSslError::InvalidCaCertificate};
    return list.contains(error);
}

bool isExpired(QSslError::SslError error)
{
    return error == QSslError::CertificateExpired || error == QSslError::CertificateNotYetValid;
}

bool any(const QList<QSslError>& errors, bool (*matches)(QSslError::SslError))
{
    return std::any_of(errors.begin(), errors.end(), [&](const QSslError& e) { return matches(e.error()); });
}

QString tlsCode(const QList<QSslError>& errors)
{
    if (any(errors, isUnknownIssuer))
        return QStringLiteral("tls-unknown-ca");
    if (any(errors, [](QSslError::SslError error) { return error == QSslError::HostNameMismatch; }))
        return QStringLiteral("tls-wrong-host");
    if (any(errors, isExpired))
        return QStringLiteral("tls-expired");
    return QStringLiteral("tls");
}

QString codeFor(QNetworkReply::NetworkError error, Reached reached, const QList<QSslError>& tlsErrors)
{
    switch (int(error)) { // not every value of the enum can come from an HTTP request
    case QNetworkReply::HostNotFoundError:
        return QStringLiteral("host-not-found");
    case QNetworkReply::ConnectionRefusedError:
        return QStringLiteral("refused");
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return QStringLiteral("unreachable");
    case QNetworkReply::SslHandshakeFailedError:
        return tlsCode(tlsErrors);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return QStringLiteral("proxy-sign-in");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return QStringLiteral("proxy-unreachable");
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return QStringLiteral("not-http");
    }
    // TimeoutError (of the socket: QNAM's own transfer time-out is never set), UnknownNetworkError (also "no
    // route") and RemoteHostClosedError: the words are the system's, so the stage has to tell.
    const bool closed =
        error == QNetworkReply::RemoteHostClosedError || error == QNetworkReply::ContentReSendError;
    return reached == Reached::Connecting && !closed ? QStringLiteral("unreachable")
                                                     : QStringLiteral("connection-lost");
}

} // namespace

Error requestError(ErrorKind kind, const QString& code, const QString& message)
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.message = redact(message);
    return error;
}

Error networkFailure(QNetworkReply::NetworkError error, const QString& text, Reached reached,
                     const QList<QSslError>& tlsErrors)
{
    QStringList words;
    for (const QSslError& tlsError : tlsErrors)
        words.append(tlsError.errorString());
    words.removeDuplicates();
    const QString code = codeFor(error, reached, tlsErrors);
    return requestError(ErrorKind::Transient, code,
                        words.isEmpty() ? text : words.join(QStringLiteral("; ")));
}

bool isAboutProxy(const Error& error)
{
    return error.code.startsWith(QLatin1String("proxy-"));
}

void nameChosenProxy(Error* error, const QNetworkProxy& proxy)
{
    const bool chosen =
        proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
    if (chosen && isAboutProxy(*error))
        error->resource = proxy.hostName() + u':' + QString::number(proxy.port());
}

bool failsBeforeSending(const Error& error)
{
    static const QStringList codes{
        QStringLiteral("host-not-found"),    QStringLiteral("refused"),
        QStringLiteral("unreachable"),       QStringLiteral("tls"),
        QStringLiteral("tls-expired"),       QStringLiteral("tls-unknown-ca"),
        QStringLiteral("tls-wrong-host"),    QStringLiteral("proxy-sign-in"),
        QStringLiteral("proxy-unreachable"),
    };
    return codes.contains(error.code);
}

} // namespace partway
