// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/paging.h"

#include "support/sandbox/failure.h"

#include <algorithm>

namespace partway::sandbox {

QByteArray Folding::commonPrefix(const QByteArray& key) const
{
    if (delimiter.isEmpty())
        return {};
    const qsizetype at = key.indexOf(delimiter, prefix.size());
    return at < 0 ? QByteArray() : key.left(at + delimiter.size());
}

Folding foldingOf(const Request& request)
{
    return {request.queryValue("prefix"), request.queryValue("delimiter")};
}

int pageSizeOf(const Request& request, const QByteArray& name)
{
    if (!request.hasQuery(name))
        return 1000;
    bool ok = false;
    const int size = request.queryValue(name).toInt(&ok);
    if (!ok || size < 0)
        throw failure("InvalidArgument", "Argument " + name + " must be an integer between 0 and 2147483647");
    return std::min(size, 1000);
}

NameWriter::NameWriter(const Request& request)
{
    if (!request.hasQuery("encoding-type"))
        return;
    m_url = request.queryValue("encoding-type") == "url";
    if (!m_url)
        throw failure("InvalidArgument", "Invalid Encoding Method specified in Request");
}

void NameWriter::write(XmlWriter& xml, const QByteArray& element, const QByteArray& name) const
{
    xml.text(element, m_url ? name.toPercentEncoding("/* ").replace(' ', '+') : name);
}

void NameWriter::writeType(XmlWriter& xml) const
{
    if (m_url)
        xml.text("EncodingType", "url");
}

void NameWriter::writePrefixes(XmlWriter& xml, const QList<QByteArray>& prefixes) const
{
    for (const QByteArray& prefix : prefixes) {
        xml.open("CommonPrefixes");
        write(xml, "Prefix", prefix);
        xml.close();
    }
}

} // namespace partway::sandbox
