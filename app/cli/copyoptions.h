// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storechoice.h"
#include "uploadoptions.h"
#include "values.h"

namespace partway {

// What `copy` was asked to do.
struct CopyOptions
{
    StoreChoice store;   // of the destination
    QString fromAccount; // of the source; empty: the same
    S3Url from;
    S3Url to;
    AddRequest wishes; // object, part size, checksum, what if it exists
    DriveOptions drive;
    bool metadataReplace = false; // carries what `wishes` says instead of what the source carries
    bool throughHere = false;
    bool dryRun = false;

    bool isFolder() const { return from.rest.isEmpty() || from.rest.endsWith(u'/'); }
    // Where an object goes that has this name below what is copied.
    QByteArray keyFor(const QByteArray& sourceKey) const;
};

void describeCopy(QCommandLineParser& parser);
OrComplaint<CopyOptions> copyOptionsOf(const QCommandLineParser& parser);

} // namespace partway
