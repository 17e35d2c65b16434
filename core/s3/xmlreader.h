// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QXmlStreamReader>

namespace partway {

// Walks the elements of a reply by their local names. Replies are hostile: document types and entities of
// their own are refused, and so are nesting beyond 16 levels, a text beyond 64 KiB and a document beyond
// 32 MiB. White space before the XML declaration is forgiven.
//
//     XmlReader xml(body);
//     if (xml.root() == u"ListPartsResult") {
//         while (xml.nextChild()) {
//             if (xml.name() == u"Bucket") text = xml.text();
//         }
//     }
//     if (!xml.finish()) …  // not well-formed up to its last byte
class XmlReader
{
public:
    explicit XmlReader(const QByteArray& body);

    // Enters the root; its local name, empty if there is none.
    QString root();

    // Goes to the next child of the element that was entered last, skipping what is left of the one before;
    // false at the end of that element, which is left then.
    bool nextChild();
    QString name() const { return m_xml.name().toString(); }

    // The child is entered: nextChild() gives its children, until it returns false.
    void enter() { m_entered = m_depth; }

    // All text of the child, which ends with it.
    QString text();
    QByteArray bytes() { return text().toUtf8(); }

    // Reads to the end: true if the whole document is well-formed and within the bounds.
    bool finish();

private:
    QXmlStreamReader::TokenType advance();

    QXmlStreamReader m_xml;
    int m_depth = 0;   // of elements that are open
    int m_entered = 0; // the depth of the element whose children are being read
};

} // namespace partway
