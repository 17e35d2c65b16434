// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytesource.h"
#include "base/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace partway {

// Header fields in order; names are compared without case. The value is exactly what goes on the wire.
class HeaderList
{
public:
    void set(const QByteArray& name, const QByteArray& value); // replaces
    void add(const QByteArray& name, const QByteArray& value); // appends
    bool has(const QByteArray& name) const;
    QByteArray value(const QByteArray& name) const; // the first; empty when absent
    const QList<QPair<QByteArray, QByteArray>>& all() const { return m_fields; }

private:
    QList<QPair<QByteArray, QByteArray>> m_fields;
};

// Where a request goes: scheme, host and port as they appear in the Host header.
struct Origin
{
    QString scheme; // "http" or "https"
    QString host;   // a name, IPv4, or IPv6 without brackets
    int port = 0;   // 0: the scheme's default

    bool isTls() const { return scheme == QLatin1String("https"); }
    QByteArray hostHeader() const; // host, or host:port when the port is not the default; IPv6 in brackets
    bool operator==(const Origin&) const = default;
};

// What a request carries: nothing, a small document, or a window on a file that is read while it is sent.
// Memory does not grow with the window.
struct HttpBody
{
    QByteArray bytes;                         // used when source is null
    std::shared_ptr<const ByteSource> source; // shared with the transfer that reads from it
    ByteRange window;

    qint64 size() const { return source ? window.length : bytes.size(); }
};

// One HTTP request, complete: the transport adds nothing that changes its meaning. A plain value.
struct HttpRequest
{
    QByteArray method; // "GET", "PUT", …
    Origin origin;
    QByteArray target; // path and query exactly as signed, percent-encoded: "/bucket/a%20b?uploads="
    HeaderList headers;
    HttpBody body;
    // Create and Complete are not to be run twice behind our back: the transport makes
    // QNetworkAccessManager's silent re-send of a dropped request impossible and reports maybeDone instead.
    bool repeatable = true;
    std::chrono::milliseconds stallTimeout{60'000}; // without any byte moving either way; 0: none
    qint64 maxReplyBytes = 8 * MiB;                 // a longer reply ends the request with a Bug error
};

// What came back. Any HTTP status is an answer, also 500; `failure` is set when there was none.
struct HttpReply
{
    std::optional<Error>
        failure; // Transient (code "host-not-found", "refused", "connection-lost", "stalled",
                 // "tls", "tls-unknown-ca", "proxy-sign-in", …), Cancelled, Refused
                 // ("path-cannot-be-sent"), LocalFile or Bug ("reply-too-long")
    int status = 0;
    HeaderList headers;
    QByteArray body;
    qint64 bytesSent = 0; // of the body, handed to the network, all tries together
    QDateTime receivedAt; // our clock, to learn the offset from the Date header

    bool answered() const { return !failure; }
};

} // namespace partway
