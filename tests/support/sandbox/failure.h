// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QByteArray>
#include <QList>
#include <QPair>

namespace partway::sandbox {

// An S3 error on its way to the client. Thrown by operations and by what they use, caught in one place
// (router.cpp), so that every check is one line where it belongs.
struct Failure
{
    QByteArray code; // "NoSuchKey"; gives the status by the table of the S3 API reference
    QByteArray message;
    int status = 0;                               // 0: by the code
    QList<QPair<QByteArray, QByteArray>> details; // further elements of the error document
    HeaderList headers;                           // further header fields

    void with(const QByteArray& element, const QByteArray& value) { details.emplace_back(element, value); }
};

// The connection ended, or a fault ends it: there is nobody left to answer.
struct ConnectionLost
{
};

// A failure with the usual words of S3, or with words of its own.
Failure failure(const QByteArray& code, const QByteArray& message = {});

// The HTTP status of a code; 400 for one that is not in the table.
int statusOf(const QByteArray& code);

// The <Error> document.
QByteArray errorDocument(const Failure& failure, const QByteArray& resource, const QByteArray& requestId);

} // namespace partway::sandbox
