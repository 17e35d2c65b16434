// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/endpoint.h"
#include "s3/limits.h"
#include "s3/treatment.h"

#include <QDateTime>
#include <QList>

namespace partway {

struct ChecksumFact
{
    ChecksumMode mode = ChecksumMode::None;
    Treatment treatment = Treatment::Unknown;
    bool operator==(const ChecksumFact&) const = default;
};

// What a connection test learnt about the store of one account. A plain value.
struct StoreFacts
{
    QDateTime testedAt;                       // UTC, whole seconds; invalid: never tested
    QString region;                           // empty: not learnt
    Addressing addressing = Addressing::Auto; // Path or Virtual once learnt
    QList<ChecksumFact> checksums;
    Treatment conditionalPut = Treatment::Unknown;      // If-None-Match on PutObject
    Treatment conditionalComplete = Treatment::Unknown; // the same on CompleteMultipartUpload
    Treatment listParts = Treatment::Unknown;
    Treatment listUploads = Treatment::Unknown;
    Treatment copyPart = Treatment::Unknown;

    bool isTested() const { return testedAt.isValid(); }
    bool operator==(const StoreFacts&) const = default;
};

} // namespace partway
