// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "queue/transfer.h"

#include <QString>

namespace partway {

// A bucket and a prefix as people write them.
struct Place
{
    QString bucket;
    QString prefix; // "" or ending in '/'

    bool operator==(const Place&) const = default;
};

// Reads "bucket/prefix", "s3://bucket/prefix" and "bucket": a folder, so the prefix gets its last '/'.
// Refused: "place-empty", "place-scheme" (another scheme than s3), "place-invalid" (no name of a bucket).
Result<Place> readPlace(const QString& text);
QString placeText(const QString& bucket, const QString& prefix); // "bucket/prefix/"

} // namespace partway
