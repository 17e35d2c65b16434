// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "support/sandbox/checksums.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace partway::sandbox {

// What is kept beside the bytes, as JSON. Plain values.

// What a client wants an object to carry; given with PutObject or CreateMultipartUpload.
struct ObjectMeta
{
    HeaderList headers;      // Content-Type …, x-amz-meta-*
    QByteArray storageClass; // empty: STANDARD
    QByteArray tags;         // as in x-amz-tagging: "a=b&c=d"
};

struct PartPiece
{
    int number = 0;
    qint64 size = 0;
    QByteArray checksum; // base64; empty where the object has no part checksums
};

struct ObjectRecord
{
    QByteArray key;
    qint64 size = 0;
    QByteArray etag; // without quotes
    QDateTime modified;
    ObjectMeta meta;
    Checksum checksum = Checksum::Crc64Nvme;
    ChecksumType checksumType = ChecksumType::FullObject;
    QByteArray checksumText;      // base64, with "-N" when composite
    std::vector<PartPiece> parts; // empty: not made of parts
    QByteArray versionId;         // empty: made while the bucket kept no versions ("null")
    bool deleteMarker = false;    // in place of an object: it was deleted here

    QByteArray shownVersion() const { return versionId.isEmpty() ? QByteArray("null") : versionId; }
};

struct PartRecord
{
    int number = 0;
    qint64 size = 0;
    QByteArray etag; // MD5 in hex, or opaque
    QDateTime modified;
    QByteArray checksum; // raw, of the upload's algorithm (CRC64NVME where none was declared)
};

struct UploadRecord
{
    QByteArray key;
    QByteArray id;
    QDateTime initiated;
    ObjectMeta meta;
    std::optional<Checksum> checksum; // declared at Create
    ChecksumType checksumType = ChecksumType::FullObject;

    // What is computed over every part: without a declaration S3 still knows the CRC64NVME.
    Checksum kept() const { return checksum.value_or(Checksum::Crc64Nvme); }
};

QJsonObject toJson(const ObjectRecord& record);
QJsonObject toJson(const PartRecord& record);
QJsonObject toJson(const UploadRecord& record);
ObjectRecord objectFromJson(const QJsonObject& object);
PartRecord partFromJson(const QJsonObject& object);
UploadRecord uploadFromJson(const QJsonObject& object);

// Writes or reads a small document; writing replaces the file in one step.
void writeJson(const QString& path, const QJsonObject& object); // throws Failure
QJsonObject readJson(const QString& path);                      // empty when missing or damaged

} // namespace partway::sandbox
