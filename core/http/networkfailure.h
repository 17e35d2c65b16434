// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace partway {

// Turns the end of a QNetworkReply that brought no HTTP answer into an Error (maybeDone is the caller's).
// Codes: "host-not-found", "refused", "unreachable", "connection-lost", "not-http", "tls", "tls-expired",
// "tls-unknown-ca", "tls-wrong-host", "proxy-unreachable", "proxy-sign-in".
Error networkFailure(QNetworkReply::NetworkError error, const QString& text,
                     const QList<QSslError>& tlsErrors);

// True if the error belongs to the time before a connection stands: nothing of the request has been sent yet,
// unless an earlier connection carried it.
bool failsBeforeSending(const Error& error);

Error requestError(ErrorKind kind, const QString& code, const QString& message = {});

} // namespace partway
