// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/xmlwriter.h"

namespace partway::sandbox {
namespace {

void appendEscaped(QByteArray& out, const QByteArray& value)
{
    for (const char c : value) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            if (uchar(c) < 0x20)
                out += "&#x" + QByteArray::number(int(c), 16) + ';';
            else
                out += c;
        }
    }
}

} // namespace

XmlWriter::XmlWriter() : m_out("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::open(const QByteArray& name, const QByteArray& xmlNamespace)
{
    m_out += '<' + name;
    if (!xmlNamespace.isEmpty())
        m_out += " xmlns=\"" + xmlNamespace + '"';
    m_out += '>';
    m_open.append(name);
}

void XmlWriter::close()
{
    m_out += "</" + m_open.takeLast() + '>';
}

void XmlWriter::text(const QByteArray& name, const QByteArray& value)
{
    m_out += '<' + name + '>';
    appendEscaped(m_out, value);
    m_out += "</" + name + '>';
}

void XmlWriter::time(const QByteArray& name, const QDateTime& value)
{
    text(name, value.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")).toLatin1());
}

} // namespace partway::sandbox
