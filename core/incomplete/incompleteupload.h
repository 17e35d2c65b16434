// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/cleanuprule.h"
#include "s3/operations.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace partway {

// What a listing of an upload's parts sums up to.
struct PartsTally
{
    int parts = 0;
    qint64 bytes = 0;
    QDateTime newest;                           // invalid: no part, or the store does not say
    qint64 partSize = 0;                        // the largest
    std::optional<ListedPart> first;            // of the lowest number
    ChecksumMode checksum = ChecksumMode::None; // that parts carry
    QDateTime abortDate;                        // the store's own word for when a rule will delete it
    QString abortRule;
    QString storageClass;
    QList<QDateTime> recent; // times of parts of the ten minutes before the newest; at most a thousand
};

// One incomplete upload as listings show it.
struct IncompleteUpload
{
    QString bucket;
    ListedUpload upload;
    int parts = -1; // -1: not asked or not to be had
    qint64 bytesKept = -1;
    QDateTime newestPart;
    qint64 partSize = 0; // the largest; 0: no part
    QDateTime abortDate;
    QString abortRule;

    UploadRef ref() const { return {.bucket = bucket, .key = upload.key, .uploadId = upload.uploadId}; }
    void take(const PartsTally& tally)
    {
        parts = tally.parts;
        bytesKept = tally.bytes;
        newestPart = tally.newest;
        partSize = tally.partSize;
        abortDate = tally.abortDate;
        abortRule = tally.abortRule;
        if (upload.storageClass.isEmpty())
            upload.storageClass = tally.storageClass;
    }
};

// Which ones to list.
struct IncompleteWish
{
    QString bucket; // empty: every bucket
    QByteArray prefix;
    bool withParts = true;
    bool withRules = false; // also the lifecycle rules of each bucket
};

// What was learnt about one bucket. notes: "listing-cached" (MinIO's list comes from a cache and may lag),
// "listing-whole" (it knew no such prefix, so all were asked for), "listing-folders" (it lists by whole
// folders only), "listing-breaks-off" (the store said there was more, and not how to ask for it),
// "rules-unsupported" (the store has no clean-up rules).
struct BucketReport
{
    QString bucket;
    std::optional<Error> error; // Refused "listing-unsupported", or the store's; its uploads are not known
    bool rulesKnown = false;
    QList<CleanUpRule> rules;
    QStringList notes;
};

} // namespace partway
