// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/documents.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/objectmeta.h"

#include <QXmlStreamReader>

namespace partway::sandbox {
namespace {

Failure malformed()
{
    return failure("MalformedXML");
}

void openRoot(QXmlStreamReader& xml, QLatin1String name)
{
    if (!xml.readNextStartElement() || xml.name() != name)
        throw malformed();
}

// The rest of the document must be well-formed too.
void readToEnd(QXmlStreamReader& xml)
{
    while (!xml.atEnd())
        xml.readNext();
    if (xml.hasError())
        throw malformed();
}

QByteArray textOf(QXmlStreamReader& xml)
{
    const QByteArray text = xml.readElementText().toUtf8();
    if (xml.hasError())
        throw malformed();
    return text;
}

CompleteItem parseItem(QXmlStreamReader& xml)
{
    CompleteItem item;
    while (xml.readNextStartElement()) {
        const QByteArray name = xml.name().toUtf8();
        const QByteArray text = textOf(xml);
        if (name == "PartNumber")
            item.number = text.trimmed().toInt();
        else if (name == "ETag")
            item.etag = unquoted(text.trimmed());
        else if (name.startsWith("Checksum"))
            item.checksums.insert(name, text.trimmed());
        else
            throw malformed();
    }
    if (item.number < 1 || item.etag.isEmpty())
        throw malformed();
    return item;
}

} // namespace

QList<CompleteItem> parseComplete(const QByteArray& document)
{
    QXmlStreamReader xml(document);
    openRoot(xml, QLatin1String("CompleteMultipartUpload"));
    QList<CompleteItem> items;
    while (xml.readNextStartElement()) {
        if (xml.name() != QLatin1String("Part"))
            throw malformed();
        items.append(parseItem(xml));
    }
    readToEnd(xml);
    if (items.isEmpty())
        throw malformed();
    return items;
}

DeleteList parseDeleteList(const QByteArray& document)
{
    QXmlStreamReader xml(document);
    openRoot(xml, QLatin1String("Delete"));
    DeleteList list;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Quiet")) {
            list.quiet = textOf(xml).trimmed() == "true";
            continue;
        }
        if (xml.name() != QLatin1String("Object"))
            throw malformed();
        while (xml.readNextStartElement()) {
            const bool isKey = xml.name() == QLatin1String("Key");
            const QByteArray text = textOf(xml);
            if (isKey)
                list.keys.append(text);
        }
    }
    readToEnd(xml);
    if (list.keys.isEmpty() || list.keys.size() > 1000)
        throw malformed();
    return list;
}

QByteArray parseLocationConstraint(const QByteArray& document)
{
    if (document.trimmed().isEmpty())
        return {};
    QXmlStreamReader xml(document);
    openRoot(xml, QLatin1String("CreateBucketConfiguration"));
    QByteArray region;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("LocationConstraint"))
            region = textOf(xml).trimmed();
        else
            xml.skipCurrentElement();
    }
    readToEnd(xml);
    return region;
}

QByteArray parseVersioning(const QByteArray& document)
{
    QXmlStreamReader xml(document);
    openRoot(xml, QLatin1String("VersioningConfiguration"));
    QByteArray status;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("Status"))
            status = textOf(xml).trimmed();
        else
            xml.skipCurrentElement();
    }
    readToEnd(xml);
    if (status != "Enabled" && status != "Suspended")
        throw malformed();
    return status;
}

} // namespace partway::sandbox
