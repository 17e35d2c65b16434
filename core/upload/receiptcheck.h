// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytesource.h"
#include "base/result.h"
#include "s3/operations.h"

#include <QByteArray>
#include <QList>

#include <atomic>
#include <functional>
#include <optional>

namespace partway {

// A receipt (receipt.h) read back, to check a file and an object against it without fetching the object.
struct Receipt
{
    struct Part
    {
        int number = 0;
        ByteRange range;
        QByteArray md5;      // raw; empty: not known
        QByteArray checksum; // raw, of the object's algorithm; empty: not known
    };

    QString path; // of the file, then
    qint64 size = 0;
    QString endpoint;
    QString account;
    QString bucket;
    QByteArray key;
    QByteArray etag; // bare
    QByteArray token;
    QString versionId;
    ChecksumMode mode = ChecksumMode::None;
    QByteArray checksum; // raw
    QString finishedAt;
    QList<Part> parts; // cover [0, size) without gaps
};

// Hostile input is expected. LocalFile errors: "receipt-unreadable", "receipt-newer" (a later version),
// "receipt-contradicts-itself" (its own ETag or checksum does not follow from its parts: it was changed).
Result<Receipt> parseReceipt(const QByteArray& json);

// How the bytes of a file compare with a receipt, part by part.
struct FileCheck
{
    bool sizeEquals = false; // if not, nothing was read
    int equal = 0;
    QList<int> different; // part numbers
    int uncheckable = 0;  // the receipt knows no digest of them

    bool same() const { return sizeEquals && different.isEmpty() && uncheckable == 0; }
};

// Reads the file once; on a pool thread. `progress` runs there too, with the bytes read so far.
Result<FileCheck> checkFile(const Receipt& receipt, const ByteSource& file, qint64 size,
                            const std::atomic<bool>& stop, const std::function<void(qint64)>& progress);

// What a look at the object says. Nothing: the store does not tell, or the receipt does not know.
struct ObjectCheck
{
    bool size = false;
    std::optional<bool> etag;
    std::optional<bool> token;
    std::optional<bool> checksum;
    std::optional<bool> version;

    bool contradicts() const;
    bool proven() const; // the size and one of ETag, token, checksum, and nothing contradicts
};
ObjectCheck compareObject(const Receipt& receipt, const ObjectInfo& info);

} // namespace partway
