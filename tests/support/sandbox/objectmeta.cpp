// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/objectmeta.h"

#include "support/sandbox/failure.h"

namespace partway::sandbox {
namespace {

const QByteArray metaPrefix = "x-amz-meta-";

bool isContentHeader(const QByteArray& lower)
{
    static const QList<QByteArray> names = {"content-type",     "cache-control",    "content-disposition",
                                            "content-language", "content-encoding", "expires"};
    return names.contains(lower);
}

// aws-chunked describes the transport, not the object.
QByteArray withoutChunked(const QByteArray& encoding)
{
    QList<QByteArray> kept;
    for (const QByteArray& item : encoding.split(',')) {
        if (item.trimmed().toLower() != "aws-chunked" && !item.trimmed().isEmpty())
            kept.append(item.trimmed());
    }
    return kept.join(", ");
}

void checkStorageClass(const QByteArray& storageClass)
{
    static const QList<QByteArray> known = {
        "",           "STANDARD", "STANDARD_IA",  "ONEZONE_IA",        "INTELLIGENT_TIERING",
        "GLACIER_IR", "GLACIER",  "DEEP_ARCHIVE", "REDUCED_REDUNDANCY"};
    if (!known.contains(storageClass))
        throw failure("InvalidStorageClass");
}

} // namespace

void refuseUnsupported(const Request& request)
{
    static const QList<QByteArray> refused = {"x-amz-server-side-encryption",
                                              "x-amz-copy-source-server-side",
                                              "x-amz-object-lock",
                                              "x-amz-grant-",
                                              "x-amz-website-redirect-location",
                                              "x-amz-write-offset-bytes"};
    for (const auto& [name, value] : request.headers.all()) {
        for (const QByteArray& start : refused) {
            if (!name.toLower().startsWith(start))
                continue;
            Failure missing = failure("NotImplemented");
            missing.with("Header", name.toLower());
            throw missing;
        }
    }
    const QByteArray acl = request.headers.value("x-amz-acl");
    if (!acl.isEmpty() && acl != "private" && acl != "bucket-owner-full-control")
        throw failure("AccessControlListNotSupported", "The bucket does not allow ACLs");
}

ObjectMeta objectMetaOf(const Request& request, const Limits& limits)
{
    refuseUnsupported(request);
    ObjectMeta meta;
    qsizetype metadataBytes = 0;
    for (const auto& [name, value] : request.headers.all()) {
        const QByteArray lower = name.toLower();
        if (lower == "content-encoding") {
            if (!withoutChunked(value).isEmpty())
                meta.headers.add("Content-Encoding", withoutChunked(value));
        } else if (isContentHeader(lower)) {
            meta.headers.add(name, value);
        } else if (lower.startsWith(metaPrefix)) {
            meta.headers.add(lower, value);
            metadataBytes += lower.size() - metaPrefix.size() + value.size();
        }
    }
    if (metadataBytes > limits.maxMetadataBytes)
        throw failure("MetadataTooLarge");
    meta.storageClass = request.headers.value("x-amz-storage-class");
    checkStorageClass(meta.storageClass);
    meta.tags = request.headers.value("x-amz-tagging");
    tagsOf(meta.tags); // only to check them
    return meta;
}

void describe(Answer& answer, const ObjectMeta& meta)
{
    answer.headers.set("Content-Type", "binary/octet-stream");
    for (const auto& [name, value] : meta.headers.all())
        answer.headers.set(name, value);
    if (!meta.storageClass.isEmpty() && meta.storageClass != "STANDARD")
        answer.headers.set("x-amz-storage-class", meta.storageClass);
    const qsizetype tags = tagsOf(meta.tags).size();
    if (tags > 0)
        answer.headers.set("x-amz-tagging-count", QByteArray::number(tags));
}

void setVersion(Answer& answer, const ObjectRecord& record)
{
    if (!record.versionId.isEmpty())
        answer.headers.set("x-amz-version-id", record.versionId);
}

Condition writeConditionOf(const Request& request, const FaultPlan& faults)
{
    Condition condition;
    if (faults.unconditional)
        return condition;
    if (request.headers.has("if-none-match")) {
        if (request.headers.value("if-none-match") != "*") {
            Failure refused = failure("NotImplemented");
            refused.with("Header", "If-None-Match");
            throw refused;
        }
        condition.ifNoneMatch = true;
    }
    condition.ifMatch = unquoted(request.headers.value("if-match"));
    if (condition.ifNoneMatch && !condition.ifMatch.isEmpty())
        throw failure("InvalidRequest", "If-Match and If-None-Match exclude each other.");
    return condition;
}

QList<std::pair<QByteArray, QByteArray>> tagsOf(const QByteArray& query)
{
    QList<std::pair<QByteArray, QByteArray>> tags;
    for (const QByteArray& item : query.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        QByteArray name = equals < 0 ? item : item.left(equals);
        QByteArray value = equals < 0 ? QByteArray() : item.mid(equals + 1);
        tags.append({QByteArray::fromPercentEncoding(name.replace('+', ' ')),
                     QByteArray::fromPercentEncoding(value.replace('+', ' '))});
        const auto& [tag, text] = tags.last();
        if (tag.isEmpty() || QString::fromUtf8(tag).size() > 128 || QString::fromUtf8(text).size() > 256)
            throw failure("InvalidTag");
    }
    if (tags.size() > 10)
        throw failure("BadRequest", "Object tags cannot be greater than 10");
    return tags;
}

QByteArray quoted(const QByteArray& etag)
{
    return '"' + etag + '"';
}

QByteArray unquoted(const QByteArray& etag)
{
    QByteArray bare = etag.startsWith("W/") ? etag.mid(2) : etag;
    if (bare.size() >= 2 && bare.startsWith('"') && bare.endsWith('"'))
        bare = bare.mid(1, bare.size() - 2);
    return bare;
}

} // namespace partway::sandbox
