// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"
#include "upload/sourcefingerprint.h"
#include "upload/uploadstate.h"

namespace partway {

// Finishing an upload that somebody else began, from a local file: how the file was cut, and what of it is
// stored. A listing only says what is to be compared; what counts is the file's own bytes. Pure.

// How a file of this size may have been cut, likeliest first; never empty. Parts of numbers that are missing
// have the common size, or share evenly what the others leave, or there never were any of these numbers.
// Errors (Refused): "adopt-file-smaller", "file-too-large".
Result<QList<PartPlan>> possiblePlans(const QMap<int, qint64>& heldLengths, qint64 size,
                                      const StoreLimits& limits);

enum class PartMatch { Same, Different, Missing, Uncheckable };
QString partMatchName(PartMatch match); // "matching", "different", "missing", "uncheckable"

DigestPlan digestsFor(ChecksumMode mode); // all that a part of such an upload is compared and sent with
bool isComparable(const ListedPart& listed, ChecksumMode mode);
PartMatch compareListed(const ListedPart& listed, const Digests& digests, ChecksumMode mode);
QByteArray checksumIn(const Digests& digests, ChecksumMode mode); // empty for None and Md5

// What a look at the upload and the file found.
struct Adoption
{
    struct Sum
    {
        int parts = 0;
        qint64 bytes = 0;
    };

    PartPlan plan;
    ChecksumMode checksum = ChecksumMode::Md5; // what the upload was created with; Md5: nothing
    bool compositeChecksum = false;
    bool opaqueEtags = false; // no ETag turned out to be an MD5
    SourceFingerprint source;
    QMap<int, StoredPart> same;
    QMap<int, PartMatch> parts; // each of the plan

    Sum sum(PartMatch match) const;
    Sum toSend() const;           // all but the matching ones
    bool isOfAnotherFile() const; // parts could be compared, and none matched
};

} // namespace partway
