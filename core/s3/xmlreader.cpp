// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/xmlreader.h"

#include "base/byterange.h"

namespace partway {

namespace {

constexpr qint64 longestDocument = 32 * MiB;
constexpr qsizetype longestText = 64 * KiB;
constexpr int deepestElement = 16;

// XML allows nothing before its declaration; some stores keep a slow Complete alive with blanks there.
QByteArray withoutLeadingSpace(const QByteArray& body)
{
    qsizetype start = body.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (start < body.size() &&
           (body[start] == ' ' || body[start] == '\t' || body[start] == '\r' || body[start] == '\n'))
        ++start;
    return body.mid(start);
}

} // namespace

XmlReader::XmlReader(const QByteArray& body)
{
    if (body.size() > longestDocument)
        m_xml.raiseError(QStringLiteral("document too long"));
    else
        m_xml.addData(withoutLeadingSpace(body));
}

// The one place that takes tokens: it counts depth and refuses what a store has no business to send.
QXmlStreamReader::TokenType XmlReader::advance()
{
    const QXmlStreamReader::TokenType token = m_xml.readNext();
    if (token == QXmlStreamReader::StartElement) {
        if (++m_depth > deepestElement)
            m_xml.raiseError(QStringLiteral("nested too deeply"));
    } else if (token == QXmlStreamReader::EndElement) {
        --m_depth;
    } else if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference) {
        m_xml.raiseError(QStringLiteral("document type refused"));
    }
    return m_xml.hasError() ? QXmlStreamReader::Invalid : token;
}

QString XmlReader::root()
{
    while (!m_xml.atEnd()) {
        if (advance() == QXmlStreamReader::StartElement) {
            m_entered = m_depth;
            return name();
        }
    }
    return {};
}

bool XmlReader::nextChild()
{
    while (!m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = advance();
        if (token == QXmlStreamReader::StartElement && m_depth == m_entered + 1)
            return true;
        if (token == QXmlStreamReader::EndElement && m_depth == m_entered - 1) {
            m_entered = m_depth;
            return false;
        }
    }
    return false;
}

QString XmlReader::text()
{
    QString result;
    const int outside = m_depth - 1;
    while (!m_xml.atEnd() && m_depth > outside) {
        if (advance() != QXmlStreamReader::Characters)
            continue;
        if (result.size() + m_xml.text().size() > longestText) {
            m_xml.raiseError(QStringLiteral("text too long"));
            return {};
        }
        result += m_xml.text();
    }
    return result;
}

bool XmlReader::finish()
{
    while (!m_xml.atEnd())
        advance();
    return !m_xml.hasError();
}

} // namespace partway
