// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "doctor/finding.h"
#include "http/message.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>

#include <functional>

namespace partway {

// Whether a connection to a server stands, step by step: proxy, name, connect, tls. Sends nothing of HTTP
// but a proxy's CONNECT, and trusts nobody that the transport would not trust. Any thread with an event loop;
// ends once through `done`, never from inside start(). Deleting it stops it.
class Reach final : public QObject
{
public:
    struct Wish
    {
        Origin origin;
        QNetworkProxy proxy{QNetworkProxy::NoProxy}; // the one to use
        bool systemProxy = true;                     // it is the system's choice, not the account's
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        std::chrono::milliseconds patience = std::chrono::seconds(15); // for each step
    };
    using Told = std::function<void(Finding)>;
    using Done = std::function<void(bool stands)>;

    Reach(Wish wish, const Clock& clock, Told told, Done done);

    void start();

private:
    void tellProxy();
    void lookUp();
    void lookedUp(const QHostInfo& info);
    void connectTo(const QString& host, quint16 port);
    void connected();
    void encrypted();
    void failed(const QString& step, const Error& error);
    Error socketError() const;
    Finding tlsFinding(const QString& verdict, Outcome outcome) const;
    bool isProxied() const { return m_wish.proxy.type() != QNetworkProxy::NoProxy; }
    quint16 port() const;
    void end(bool stands);

    const Wish m_wish;
    const Clock& m_clock;
    Told m_told;
    Done m_done;
    QSslSocket* m_socket = nullptr;
    QList<QSslError> m_tlsErrors;
    QList<QSslCertificate> m_shown; // what the server showed, kept when it is not trusted
    std::chrono::milliseconds m_since{0};
    QTimer m_patience;
    bool m_connected = false;
    int m_lookup = -1;
};

QList<CertificateFacts> certificateFacts(const QList<QSslCertificate>& chain);

} // namespace partway
