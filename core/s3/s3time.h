// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace partway {

// "2026-01-15T09:30:00.000Z", as in XML. Invalid when it is not one.
QDateTime timeFromXml(const QString& text);

// "Thu, 15 Jan 2026 09:30:00 GMT", as in headers (RFC 7231). Invalid when it is not one.
QDateTime timeFromHeader(const QByteArray& value);

} // namespace partway
