// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QFile;

namespace partway::sandbox {

// What an operation gives back: a head and either a document or a window on an open file.
struct Answer
{
    int status = 200;
    HeaderList headers;
    QByteArray body;
    std::shared_ptr<QFile> file; // opened by the operation, so that a later overwrite does not matter
    ByteRange window;
    qint64 headLength = -1; // of a HEAD: the length the body would have

    static Answer xml(const QByteArray& document, int status = 200);
};

QByteArray httpDate(const QDateTime& time); // RFC 7231
QByteArray reasonOf(int status);

} // namespace partway::sandbox
