// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "http/message.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

#include <optional>

namespace partway {

// The way to a server: whom to trust, who we are, through which proxy. A plain value. TLS is always verified.
struct NetworkRoute
{
    QString caFile;                // PEM with additional authorities; empty: the system's alone
    QString clientCertificateFile; // PEM, or PKCS#12 (then with its key); empty: none
    QString clientKeyFile;         // PEM; empty: the key is in the certificate's file
    Secret clientKeyPassword;
    std::optional<QNetworkProxy> proxy;     // with its user and password; nullopt: as the system says
    std::chrono::seconds connectTimeout{0}; // with the handshake; 0: as usual
};

// The TLS settings, or nothing where the defaults will do. Errors (LocalFile, the file in `resource`):
// "ca-file-unreadable", "ca-file-empty", "client-certificate-unreadable", "client-certificate-empty",
// "client-key-unreadable" (no key, another kind of file, or a wrong password).
Result<std::optional<QSslConfiguration>> tlsFor(const NetworkRoute& route);

// The proxy that a request to this origin takes. NoProxy: none.
QNetworkProxy proxyFor(const NetworkRoute& route, const Origin& origin);

// "http://proxy:3128", "socks5://proxy" or "proxy:3128"; Refused "proxy-invalid".
Result<QNetworkProxy> proxyFromText(const QString& url, const QString& user, const Secret& password);

} // namespace partway
