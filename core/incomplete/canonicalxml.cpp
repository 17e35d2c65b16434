// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/canonicalxml.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace partway {

namespace {

class Canonical
{
public:
    explicit Canonical(const QByteArray& document) : m_xml(document) {}

    QStringList lines()
    {
        if (!m_xml.readNextStartElement())
            return {};
        m_namespace = m_xml.namespaceUri().toString();
        element(0);
        while (!m_xml.atEnd())
            m_xml.readNext();
        return m_xml.hasError() ? QStringList() : m_lines;
    }

private:
    QString nameOf(QStringView uri, QStringView name, const QString& usual) const
    {
        return uri == usual ? name.toString() : QStringLiteral("{%1}%2").arg(uri, name);
    }

    QString attributes() const
    {
        QStringList texts;
        for (const QXmlStreamAttribute& at : m_xml.attributes())
            texts.append(
                QStringLiteral(" %1=\"%2\"")
                    .arg(nameOf(at.namespaceUri(), at.name(), {}), at.value().toString().toHtmlEscaped()));
        texts.sort();
        return texts.join(QString());
    }

    void element(int depth)
    {
        constexpr int deepest = 64;
        const QString indent(qsizetype(2) * depth, u' ');
        const QString name = nameOf(m_xml.namespaceUri(), m_xml.name(), m_namespace);
        const QString start = indent + u'<' + name + attributes() + u'>';
        const qsizetype place = m_lines.size();
        m_lines.append(start);
        QString text;
        bool hasChildren = false;
        while (!m_xml.atEnd() && depth < deepest) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement)
                break;
            if (token == QXmlStreamReader::Characters)
                text += m_xml.text();
            if (token == QXmlStreamReader::StartElement) {
                hasChildren = true;
                element(depth + 1);
            }
        }
        if (!hasChildren) {
            m_lines[place] = start + text.toHtmlEscaped().replace(u'\n', QLatin1String("&#10;")) +
                             QLatin1String("</") + name + u'>';
            return;
        }
        if (!text.trimmed().isEmpty()) // beside elements: not of S3, but not to be lost
            m_lines.append(indent + QLatin1String("  ") + text.trimmed().toHtmlEscaped());
        m_lines.append(indent + QLatin1String("</") + name + u'>');
    }

    QXmlStreamReader m_xml;
    QString m_namespace;
    QStringList m_lines;
};

// The longest common subsequence; what is the same at both ends has been taken off before.
QStringList middleDifference(const QStringList& before, const QStringList& after)
{
    const qsizetype rows = before.size(), columns = after.size();
    QList<QList<int>> longest(rows + 1, QList<int>(columns + 1, 0));
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j)
            longest[i][j] = before.at(i) == after.at(j)
                                ? longest.at(i + 1).at(j + 1) + 1
                                : std::max(longest.at(i + 1).at(j), longest.at(i).at(j + 1));
    }
    QStringList lines;
    qsizetype i = 0, j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && before.at(i) == after.at(j)) {
            lines.append(QLatin1String("  ") + before.at(i++));
            ++j;
        } else if (j == columns || (i < rows && longest.at(i + 1).at(j) >= longest.at(i).at(j + 1))) {
            lines.append(QLatin1String("- ") + before.at(i++));
        } else {
            lines.append(QLatin1String("+ ") + after.at(j++));
        }
    }
    return lines;
}

} // namespace

QStringList canonicalLines(const QByteArray& document)
{
    return Canonical(document).lines();
}

QStringList lineDifference(const QStringList& before, const QStringList& after)
{
    constexpr qsizetype mostLines = 2000; // of a middle: beyond it, all of it is told as changed
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0, tail = 0;
    while (head < shorter && before.at(head) == after.at(head))
        ++head;
    while (tail < shorter - head && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    QStringList lines;
    for (qsizetype i = 0; i < head; ++i)
        lines.append(QLatin1String("  ") + before.at(i));
    const QStringList old = before.mid(head, before.size() - head - tail);
    const QStringList now = after.mid(head, after.size() - head - tail);
    if (old.size() > mostLines || now.size() > mostLines) {
        for (const QString& line : old)
            lines.append(QLatin1String("- ") + line);
        for (const QString& line : now)
            lines.append(QLatin1String("+ ") + line);
    } else {
        lines += middleDifference(old, now);
    }
    for (qsizetype i = before.size() - tail; i < before.size(); ++i)
        lines.append(QLatin1String("  ") + before.at(i));
    return lines;
}

} // namespace partway
