// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

#include <QString>

namespace partway {

// One incomplete upload as a listing shows it.
struct IncompleteUpload
{
    QString bucket;
    ListedUpload upload;
    int parts = -1; // -1: not asked or not to be had
    qint64 bytesKept = -1;
};

// Which ones to list.
struct IncompleteWish
{
    QString bucket; // empty: every bucket
    QByteArray prefix;
    bool withParts = true;
};

} // namespace partway
