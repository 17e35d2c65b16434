// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace partway::sandbox {

inline const QByteArray s3Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

// Writes one document. Unlike QXmlStreamWriter it writes control characters as references although XML 1.0
// has no way to carry them: S3 does so too, which is why clients ask for encoding-type=url.
class XmlWriter
{
public:
    XmlWriter();
    void open(const QByteArray& name, const QByteArray& xmlNamespace = {});
    void close();
    void text(const QByteArray& name, const QByteArray& value);
    void number(const QByteArray& name, qint64 value) { text(name, QByteArray::number(value)); }
    void flag(const QByteArray& name, bool value) { text(name, value ? "true" : "false"); }
    void time(const QByteArray& name, const QDateTime& value); // ISO 8601, UTC, milliseconds
    QByteArray document() const { return m_out; }

private:
    QByteArray m_out;
    QList<QByteArray> m_open;
};

} // namespace partway::sandbox
