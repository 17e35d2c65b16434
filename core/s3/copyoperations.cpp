// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/copyoperations.h"

#include "s3/endpoint.h"
#include "s3/objectheaders.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/xmlreader.h"

#include <limits>

namespace partway {

namespace {

QByteArray copySource(const SourceObject& from)
{
    QByteArray source = '/' + from.bucket.toUtf8() + '/' + encodePath(from.key);
    if (!from.versionId.isEmpty())
        source += "?versionId=" + encodeQuery(from.versionId.toUtf8());
    return source;
}

// The quotes belong to the value, and some stores give it without.
QByteArray quotedEtag(const QByteArray& etag)
{
    return etag.startsWith('"') || etag.startsWith("W/") ? etag : '"' + etag + '"';
}

void nameSource(S3Request& request, const SourceObject& from)
{
    request.headers.set("x-amz-copy-source", copySource(from));
    if (!from.etag.isEmpty())
        request.headers.set("x-amz-copy-source-if-match", quotedEtag(from.etag));
}

// At 10 MiB a second, with time to begin.
std::chrono::milliseconds timeFor(qint64 bytes)
{
    return std::chrono::minutes(2) + std::chrono::seconds(bytes / (10 * MiB));
}

QByteArray rangeText(ByteRange range)
{
    return "bytes=" + QByteArray::number(range.offset) + '-' + QByteArray::number(range.end() - 1);
}

Result<CopyOutput> copyReply(const HttpReply& reply, const char* root, ChecksumMode checksum)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    // A store without copies may take the request for an empty part, and be content with it.
    if (reply.body.trimmed().isEmpty() && reply.headers.has("ETag"))
        return replyError(reply, ErrorKind::Refused, "operation-unsupported");
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String(root))
        return wrongDocument(reply, root, true);
    CopyOutput output;
    const QString element = QString::fromLatin1(checksumElement(checksum));
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("ETag"))
            output.etag = xml.bytes().trimmed();
        else if (!element.isEmpty() && name == element)
            output.checksum = rawChecksum(xml.bytes(), checksum);
    }
    if (!xml.finish())
        return wrongDocument(reply, root, true);
    if (bareEtag(output.etag).isEmpty())
        return missingEtag(reply);
    output.versionId = headerText(reply, "x-amz-version-id");
    output.requestId = requestIdOf(reply);
    output.encryptedWithKms = hidesMd5(reply);
    return output;
}

// "bytes 0-99/1234"; the size may be unknown ("*").
bool isContentRange(const QByteArray& value, ByteRange range)
{
    const QByteArray wanted =
        "bytes " + QByteArray::number(range.offset) + '-' + QByteArray::number(range.end() - 1) + '/';
    return value.trimmed().toLower().startsWith(wanted);
}

} // namespace

S3Request copyObjectRequest(const CopyObjectInput& input)
{
    S3Request request;
    request.method = "PUT";
    request.bucket = input.bucket;
    request.key = input.key;
    addObjectHeaders(request.headers, input.object);
    nameSource(request, input.from);
    request.headers.set("x-amz-metadata-directive", "REPLACE");
    if (input.ownTags || !input.object.tags.isEmpty())
        request.headers.set("x-amz-tagging-directive", "REPLACE");
    const QByteArray algorithm = checksumAlgorithm(input.checksum);
    if (!algorithm.isEmpty())
        request.headers.set("x-amz-checksum-algorithm", algorithm);
    if (input.condition == WriteCondition::IfNoneMatch) {
        request.headers.set("If-None-Match", "*");
        request.repeatable = false; // the second one would meet the first one's object
    }
    request.errorInSuccess = true;
    request.stallTimeout = timeFor(input.size);
    return request;
}

Result<CopyOutput> copyObjectReply(const HttpReply& reply, ChecksumMode checksum)
{
    return copyReply(reply, "CopyObjectResult", checksum);
}

S3Request copyPartRequest(const CopyPartInput& input)
{
    S3Request request;
    request.method = "PUT";
    request.bucket = input.upload.bucket;
    request.key = input.upload.key;
    request.query = {{"partNumber", QByteArray::number(input.partNumber)},
                     {"uploadId", input.upload.uploadId.toUtf8()}};
    nameSource(request, input.from);
    if (input.range.length > 0)
        request.headers.set("x-amz-copy-source-range", rangeText(input.range));
    request.errorInSuccess = true;
    request.stallTimeout = timeFor(input.range.length);
    return request;
}

Result<CopyOutput> copyPartReply(const HttpReply& reply, ChecksumMode checksum)
{
    return copyReply(reply, "CopyPartResult", checksum);
}

S3Request readRangeRequest(const ReadRangeInput& input)
{
    S3Request request;
    request.method = "GET";
    request.bucket = input.from.bucket;
    request.key = input.from.key;
    if (!input.from.versionId.isEmpty())
        request.query = {{"versionId", input.from.versionId.toUtf8()}};
    if (!input.from.etag.isEmpty())
        request.headers.set("If-Match", quotedEtag(input.from.etag));
    request.headers.set("Range", rangeText(input.range));
    request.maxReplyBytes = input.range.length + 64 * KiB; // one that ignores the range is cut soon
    return request;
}

Result<QByteArray> readRangeReply(const HttpReply& reply, ByteRange range)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    if (isSuccess(reply) && reply.body.size() == range.length && reply.status == 206 &&
        isContentRange(reply.headers.value("Content-Range"), range))
        return reply.body;
    // All of a small object, where the range was all of it.
    const qint64 length = numberFrom(headerText(reply, "Content-Length"), std::numeric_limits<qint64>::max())
                              .value_or(reply.body.size());
    const bool whole = reply.status == 200 && range.offset == 0 && length == range.length;
    if (whole && reply.body.size() == range.length)
        return reply.body;
    return replyError(reply, ErrorKind::Bug, "range-differs");
}

} // namespace partway
