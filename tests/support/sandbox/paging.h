// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/request.h"
#include "support/sandbox/xmlwriter.h"

#include <QByteArray>
#include <QList>

namespace partway::sandbox {

// How a listing folds names into common prefixes.
struct Folding
{
    QByteArray prefix;
    QByteArray delimiter;

    bool includes(const QByteArray& key) const { return key.startsWith(prefix); }
    bool isBeyond(const QByteArray& key) const { return key > prefix && !includes(key); }
    QByteArray commonPrefix(const QByteArray& key) const; // empty: the key stands for itself
};
Folding foldingOf(const Request& request);

// A count like max-keys: 1000 when not given, never more; throws InvalidArgument.
int pageSizeOf(const Request& request, const QByteArray& name);

// Writes names plainly or as encoding-type=url asks for; throws InvalidArgument for another type.
class NameWriter
{
public:
    explicit NameWriter(const Request& request);
    void write(XmlWriter& xml, const QByteArray& element, const QByteArray& name) const;
    void writeType(XmlWriter& xml) const; // <EncodingType>, if one was asked for
    void writePrefixes(XmlWriter& xml, const QList<QByteArray>& prefixes) const;

private:
    bool m_url = false;
};

} // namespace partway::sandbox
