// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QString>

namespace partway {

// What a store says in its <Error> document; bounded and printable, not redacted.
struct ErrorDocument
{
    bool found = false; // the body is one
    QString code;
    QString message;
    QString requestId;
    QString resource;    // the key, bucket or path it was about
    QString region;      // of AuthorizationHeaderMalformed
    QString endpoint;    // of PermanentRedirect: a host name
    int innerStatus = 0; // what a request of the store's own was answered with, where it tells; 0: nothing
};

// Reads <Error>, also inside <ErrorResponse> (STS). A document that breaks off counts with what was read,
// once its code is known.
ErrorDocument readErrorDocument(const QByteArray& body);

// The root element's local name; empty if the body is not well-formed XML.
QString xmlRootName(const QByteArray& body);

// A web page: a captive portal, a proxy's error page, the wrong port.
bool looksLikeHtml(const HttpReply& reply);
// The answer did not come from the store but from a network that wants somebody to sign in first: a page in
// place of a success, a redirect to a page, or status 511. Nothing in it is to be believed. (A wrong endpoint
// may look the same.)
bool isPortal(const HttpReply& reply);
QString htmlTitle(const QByteArray& body); // empty when there is none

// Without control characters, and cut to so many.
QString printable(const QString& text, qsizetype most);

} // namespace partway
