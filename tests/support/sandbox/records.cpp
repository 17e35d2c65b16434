// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/records.h"

#include "support/sandbox/failure.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace partway::sandbox {
namespace {

// Header values are bytes; Latin-1 keeps every one of them.
QJsonValue text(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes);
}

QByteArray bytes(const QJsonValue& value)
{
    return value.toString().toLatin1();
}

QJsonValue time(const QDateTime& value)
{
    return value.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeFrom(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonObject metaJson(const ObjectMeta& meta)
{
    QJsonArray headers;
    for (const auto& [name, value] : meta.headers.all())
        headers.append(QJsonArray{text(name), text(value)});
    return {{QStringLiteral("headers"), headers},
            {QStringLiteral("storageClass"), text(meta.storageClass)},
            {QStringLiteral("tags"), text(meta.tags)}};
}

ObjectMeta metaFrom(const QJsonObject& object)
{
    ObjectMeta meta;
    for (const QJsonValue& field : object.value(u"headers").toArray())
        meta.headers.add(bytes(field.toArray().at(0)), bytes(field.toArray().at(1)));
    meta.storageClass = bytes(object.value(u"storageClass"));
    meta.tags = bytes(object.value(u"tags"));
    return meta;
}

ChecksumType typeFrom(const QJsonValue& value)
{
    return bytes(value) == typeName(ChecksumType::Composite) ? ChecksumType::Composite
                                                             : ChecksumType::FullObject;
}

} // namespace

QJsonObject toJson(const ObjectRecord& record)
{
    QJsonArray parts;
    for (const PartPiece& part : record.parts)
        parts.append(QJsonArray{part.number, part.size, text(part.checksum)});
    return {{QStringLiteral("key"), QString::fromUtf8(record.key)},
            {QStringLiteral("size"), record.size},
            {QStringLiteral("etag"), text(record.etag)},
            {QStringLiteral("modified"), time(record.modified)},
            {QStringLiteral("meta"), metaJson(record.meta)},
            {QStringLiteral("checksum"), text(checksumName(record.checksum))},
            {QStringLiteral("checksumType"), text(typeName(record.checksumType))},
            {QStringLiteral("checksumText"), text(record.checksumText)},
            {QStringLiteral("parts"), parts},
            {QStringLiteral("versionId"), text(record.versionId)},
            {QStringLiteral("deleteMarker"), record.deleteMarker}};
}

ObjectRecord objectFromJson(const QJsonObject& object)
{
    ObjectRecord record;
    record.key = object.value(u"key").toString().toUtf8();
    record.size = object.value(u"size").toInteger();
    record.etag = bytes(object.value(u"etag"));
    record.modified = timeFrom(object.value(u"modified"));
    record.meta = metaFrom(object.value(u"meta").toObject());
    record.checksum = checksumFromName(bytes(object.value(u"checksum"))).value_or(Checksum::Crc64Nvme);
    record.checksumType = typeFrom(object.value(u"checksumType"));
    record.checksumText = bytes(object.value(u"checksumText"));
    record.versionId = bytes(object.value(u"versionId"));
    record.deleteMarker = object.value(u"deleteMarker").toBool();
    for (const QJsonValue& value : object.value(u"parts").toArray()) {
        const QJsonArray part = value.toArray();
        record.parts.push_back({part.at(0).toInt(), part.at(1).toInteger(), bytes(part.at(2))});
    }
    return record;
}

QJsonObject toJson(const PartRecord& record)
{
    return {{QStringLiteral("number"), record.number},
            {QStringLiteral("size"), record.size},
            {QStringLiteral("etag"), text(record.etag)},
            {QStringLiteral("modified"), time(record.modified)},
            {QStringLiteral("checksum"), text(record.checksum.toBase64())}};
}

PartRecord partFromJson(const QJsonObject& object)
{
    PartRecord record;
    record.number = object.value(u"number").toInt();
    record.size = object.value(u"size").toInteger();
    record.etag = bytes(object.value(u"etag"));
    record.modified = timeFrom(object.value(u"modified"));
    record.checksum = QByteArray::fromBase64(bytes(object.value(u"checksum")));
    return record;
}

QJsonObject toJson(const UploadRecord& record)
{
    return {{QStringLiteral("key"), QString::fromUtf8(record.key)},
            {QStringLiteral("id"), text(record.id)},
            {QStringLiteral("initiated"), time(record.initiated)},
            {QStringLiteral("meta"), metaJson(record.meta)},
            {QStringLiteral("checksum"), text(record.checksum ? checksumName(*record.checksum) : "")},
            {QStringLiteral("checksumType"), text(typeName(record.checksumType))}};
}

UploadRecord uploadFromJson(const QJsonObject& object)
{
    UploadRecord record;
    record.key = object.value(u"key").toString().toUtf8();
    record.id = bytes(object.value(u"id"));
    record.initiated = timeFrom(object.value(u"initiated"));
    record.meta = metaFrom(object.value(u"meta").toObject());
    record.checksum = checksumFromName(bytes(object.value(u"checksum")));
    record.checksumType = typeFrom(object.value(u"checksumType"));
    return record;
}

void writeJson(const QString& path, const QJsonObject& object)
{
    // Not QSaveFile: it syncs to the disk, which a test double does not need and tests would wait for.
    QFile file(path + QStringLiteral(".new"));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        file.write(QJsonDocument(object).toJson()) < 0 || !file.flush())
        throw failure("InternalError", "The sandbox cannot write: " + file.errorString().toUtf8());
    file.close();
    if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        throw failure("InternalError", "The sandbox cannot rename a file.");
}

QJsonObject readJson(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace partway::sandbox
