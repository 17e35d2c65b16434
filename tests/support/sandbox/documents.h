// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

namespace partway::sandbox {

// Request documents, read strictly; all throw MalformedXML.

struct CompleteItem
{
    int number = 0;
    QByteArray etag;                        // without quotes
    QMap<QByteArray, QByteArray> checksums; // by element name ("ChecksumCRC32"), base64
};
QList<CompleteItem> parseComplete(const QByteArray& document);

struct DeleteList
{
    QList<QByteArray> keys;
    bool quiet = false;
};
DeleteList parseDeleteList(const QByteArray& document);

QByteArray parseLocationConstraint(const QByteArray& document); // empty document: empty

// The Status of a VersioningConfiguration: "Enabled", "Suspended".
QByteArray parseVersioning(const QByteArray& document);

} // namespace partway::sandbox
