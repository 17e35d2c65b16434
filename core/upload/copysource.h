// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/copyoperations.h"

namespace partway {

// What a transfer copies when its source is an object, not a file: pinned by ETag and version, so that a
// source that changes in the middle is noticed. A plain value, kept in the journal.
struct CopySource
{
    QString accountId;         // whose keys read it where it passes through this computer
    SourceObject object;       // etag as it was seen; versionId empty where the store keeps no versions
    QByteArray checksum;       // raw, of the whole object in the transfer's checksum mode; empty: not shown
    bool opaqueEtag = false;   // its ETag is no MD5
    bool ownTags = false;      // the copy's tags are those of its options, also if there are none
    bool otherService = false; // the destination's store cannot reach it
    bool tagsLost = false;     // the store refused the tags of the source, and the copy has none

    bool operator==(const CopySource&) const = default;
};

// "s3://bucket/key"
QString copySourceText(const SourceObject& object);

} // namespace partway
