// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/reach.h"

#include "http/networkfailure.h"

#include <QHostAddress>
#include <QSslCipher>

namespace partway {

namespace {

QString nameOf(const QSslCertificate& certificate, bool issuer)
{
    const auto part = [&](QSslCertificate::SubjectInfo what) {
        const QStringList texts = issuer ? certificate.issuerInfo(what) : certificate.subjectInfo(what);
        return texts.join(QStringLiteral(", "));
    };
    const QString common = part(QSslCertificate::CommonName);
    const QString organisation = part(QSslCertificate::Organization);
    if (common.isEmpty())
        return organisation;
    return organisation.isEmpty() ? common : QStringLiteral("%1 (%2)").arg(common, organisation);
}

Finding finding(const char* step, Outcome outcome, const char* verdict)
{
    return {.step = QLatin1String(step), .outcome = outcome, .verdict = QLatin1String(verdict), .facts = {}};
}

QNetworkReply::NetworkError replyErrorFor(QAbstractSocket::SocketError error)
{
    switch (int(error)) { // what else there is cannot come from a TCP socket that connects
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case QAbstractSocket::ProxyConnectionRefusedError:
        return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError:
        return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyNotFoundError:
        return QNetworkReply::ProxyNotFoundError;
    case QAbstractSocket::ProxyProtocolError:
        return QNetworkReply::UnknownProxyError;
    }
    return QNetworkReply::UnknownNetworkError;
}

} // namespace

QList<CertificateFacts> certificateFacts(const QList<QSslCertificate>& chain)
{
    QList<CertificateFacts> facts;
    for (const QSslCertificate& certificate : chain) {
        CertificateFacts one;
        one.subject = nameOf(certificate, false);
        one.issuer = nameOf(certificate, true);
        one.validFrom = certificate.effectiveDate().toUTC();
        one.validUntil = certificate.expiryDate().toUTC();
        one.fingerprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
        one.names = certificate.subjectAlternativeNames().values();
        one.names.sort();
        facts.append(one);
    }
    return facts;
}

Reach::Reach(Wish wish, const Clock& clock, Told told, Done done)
    : m_wish(std::move(wish)), m_clock(clock), m_told(std::move(told)), m_done(std::move(done))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        const bool handshake = m_connected;
        failed(handshake  ? QStringLiteral("tls")
               : m_socket ? QStringLiteral("connect")
                          : QStringLiteral("name"),
               requestError(ErrorKind::Transient,
                            handshake ? QStringLiteral("stalled") : QStringLiteral("unreachable"),
                            QStringLiteral("no answer in time")));
    });
}

void Reach::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            tellProxy();
            lookUp();
        },
        Qt::QueuedConnection);
}

quint16 Reach::port() const
{
    const int standard = m_wish.origin.isTls() ? 443 : 80;
    return quint16(m_wish.origin.port > 0 ? m_wish.origin.port : standard);
}

void Reach::tellProxy()
{
    Finding told = finding("proxy", Outcome::Ok, "none");
    if (isProxied()) {
        told.verdict = QStringLiteral("used");
        told.facts.insert(QStringLiteral("host"), m_wish.proxy.hostName());
        told.facts.insert(QStringLiteral("port"), QString::number(m_wish.proxy.port()));
    } else if (!m_wish.systemProxy) {
        told.verdict = QStringLiteral("direct");
    }
    m_told(told);
}

void Reach::lookUp()
{
    const QString host = isProxied() ? m_wish.proxy.hostName() : m_wish.origin.host;
    if (!QHostAddress(host).isNull()) {
        Finding told = finding("name", Outcome::Skipped, isProxied() ? "by-proxy" : "address");
        told.facts.insert(QStringLiteral("host"), m_wish.origin.host);
        m_told(told);
        return connectTo(m_wish.origin.host, port());
    }
    m_patience.start(m_wish.patience);
    m_lookup = QHostInfo::lookupHost(host, this, [this](const QHostInfo& info) { lookedUp(info); });
}

void Reach::lookedUp(const QHostInfo& info)
{
    if (!m_done)
        return;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        Error error =
            requestError(ErrorKind::Transient,
                         isProxied() ? QStringLiteral("proxy-unreachable") : QStringLiteral("host-not-found"),
                         info.errorString());
        if (!isProxied())
            error.resource = info.hostName();
        else if (!m_wish.systemProxy)
            nameChosenProxy(&error, m_wish.proxy);
        return failed(QStringLiteral("name"), error);
    }
    Finding told = finding("name", Outcome::Ok, isProxied() ? "by-proxy" : "found");
    QStringList addresses;
    for (const QHostAddress& address : info.addresses())
        addresses.append(address.toString());
    told.facts.insert(QStringLiteral("host"), info.hostName());
    told.facts.insert(QStringLiteral("addresses"), addresses.join(QStringLiteral(", ")));
    m_told(told);
    connectTo(m_wish.origin.host, port());
}

// Over plain http a proxy is asked for each request by itself: only it has to be reached.
void Reach::connectTo(const QString& host, quint16 port)
{
    m_since = m_clock.monotonic();
    m_patience.start(m_wish.patience);
    m_socket = new QSslSocket(this);
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] {
        failed(m_connected ? QStringLiteral("tls") : QStringLiteral("connect"), socketError());
    });
    connect(m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        m_tlsErrors = errors;
        m_shown = m_socket->peerCertificateChain();
    });
    connect(m_socket, &QSslSocket::connected, this, &Reach::connected);
    connect(m_socket, &QSslSocket::encrypted, this, &Reach::encrypted);
    const bool onlyProxy = isProxied() && !m_wish.origin.isTls();
    m_socket->setProxy(onlyProxy ? QNetworkProxy(QNetworkProxy::NoProxy) : m_wish.proxy);
    if (onlyProxy) {
        m_socket->connectToHost(m_wish.proxy.hostName(), m_wish.proxy.port());
    } else if (m_wish.origin.isTls()) {
        m_socket->setSslConfiguration(m_wish.tls);
        m_socket->connectToHostEncrypted(host, port);
    } else {
        m_socket->connectToHost(host, port);
    }
}

void Reach::connected()
{
    m_connected = true;
    Finding told = finding("connect", Outcome::Ok, "open");
    told.facts.insert(QStringLiteral("address"), m_socket->peerAddress().toString());
    told.facts.insert(QStringLiteral("port"), QString::number(m_socket->peerPort()));
    told.facts.insert(QStringLiteral("milliseconds"),
                      QString::number((m_clock.monotonic() - m_since).count()));
    m_told(told);
    if (m_wish.origin.isTls())
        return m_patience.start(m_wish.patience);
    const bool here =
        QHostAddress(m_wish.origin.host).isLoopback() || m_wish.origin.host == QLatin1String("localhost");
    m_told(finding("tls", here ? Outcome::Skipped : Outcome::Warn, "plain"));
    end(true);
}

Finding Reach::tlsFinding(const QString& verdict, Outcome outcome) const
{
    Finding told = finding("tls", outcome, "");
    told.verdict = verdict;
    told.chain = certificateFacts(m_shown);
    return told;
}

void Reach::encrypted()
{
    m_shown = m_socket->peerCertificateChain();
    Finding told = tlsFinding(QStringLiteral("trusted"), Outcome::Ok);
    told.facts.insert(QStringLiteral("cipher"), m_socket->sessionCipher().name());
    told.facts.insert(QStringLiteral("protocol"), m_socket->sessionCipher().protocolString());
    m_told(told);
    end(true);
}

Error Reach::socketError() const
{
    Error error = networkFailure(replyErrorFor(m_socket->error()), m_socket->errorString(),
                                 m_connected ? Reached::Sent : Reached::Connecting, m_tlsErrors);
    if (!isAboutProxy(error))
        error.resource = m_wish.origin.host;
    else if (!m_wish.systemProxy)
        nameChosenProxy(&error, m_wish.proxy);
    return error;
}

void Reach::failed(const QString& step, const Error& error)
{
    if (!m_done)
        return;
    Finding told = step == QLatin1String("tls") ? tlsFinding(QStringLiteral("failed"), Outcome::Fail)
                                                : finding("", Outcome::Fail, "failed");
    told.step = step;
    told.error = error;
    m_told(told);
    end(false);
}

void Reach::end(bool stands)
{
    if (!m_done)
        return;
    m_patience.stop();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    const Done done = std::exchange(m_done, {});
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    done(stands); // the last: the receiver may delete this
}

} // namespace partway
