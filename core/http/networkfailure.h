// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QList>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>

namespace partway {

// How far a request is known to have come.
enum class Reached {
    Unknown,    // perhaps over an open connection
    Connecting, // a connection was being opened for it
    Sent,       // the network took its head
};

// Turns the end of a QNetworkReply that brought no HTTP answer into an Error (maybeDone is the caller's).
// Codes: "host-not-found", "refused", "unreachable", "connection-lost", "not-http", "tls", "tls-expired",
// "tls-unknown-ca", "tls-wrong-host", "proxy-unreachable", "proxy-sign-in".
Error networkFailure(QNetworkReply::NetworkError error, const QString& text, Reached reached,
                     const QList<QSslError>& tlsErrors);

// True if it is about the proxy on the way and neither the server nor an object: the resource, if any, is the
// proxy.
bool isAboutProxy(const Error& error);

// A failure of a proxy that was chosen for this way, not by the system, names it: "proxy.example.com:3128".
void nameChosenProxy(Error* error, const QNetworkProxy& proxy);

// True if the error belongs to the time before a connection stands: nothing of the request has been sent yet,
// unless an earlier connection carried it.
bool failsBeforeSending(const Error& error);

Error requestError(ErrorKind kind, const QString& code, const QString& message = {});

} // namespace partway
