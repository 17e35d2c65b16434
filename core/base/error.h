// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace partway {

// What went wrong, by what can be done about it. Code decides on the kind only; the text is for people
// (ui/format/errortext turns kind and code into a sentence).
enum class ErrorKind {
    Transient, // the same request may work later: connection lost, 500, 502, 504, damaged on the way
    Throttled, // the store asks for fewer requests: the whole endpoint slows down
    Clock,     // our clock is off: sign again with the learnt offset
    Redirect,  // another region or host: sign again for it
    SignIn,    // keys missing, unknown, wrong or expired: the account's transfers wait, nothing fails
    Refused,   // the store will not do this: no right, a limit, a setting it lacks
    NotFound,  // no such bucket, object or upload
    Conflict,  // the object exists or changed meanwhile
    LocalFile, // the file here: missing, unreadable, changed
    Cancelled, // we cut the request ourselves
    Bug,       // our own mistake, or an answer that makes no sense
};

// One error, whatever it came from. A plain value. Never holds a secret: texts passed through redact().
struct Error
{
    ErrorKind kind = ErrorKind::Bug;
    int httpStatus = 0; // 0: no HTTP answer
    QString code; // the store's code ("NoSuchUpload"), or ours in lower-case-with-dashes ("host-not-found")
    QString message;           // the store's or the system's own words, untranslated
    QString requestId;         // x-amz-request-id, for support
    QString resource;          // what it was about: a bucket, a key, a path
    bool maybeDone = false;    // the request was sent and no answer came: the store may have done it
    int retryAfterSeconds = 0; // from Retry-After; 0: not said

    bool operator==(const Error&) const = default;
};

// The name of a kind, for logs, the journal and --json ("transient", "sign-in"); and back (Bug when unknown).
QString errorKindName(ErrorKind kind);
ErrorKind errorKindFromName(const QString& name);

} // namespace partway
