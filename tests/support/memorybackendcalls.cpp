// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorybackend.h"

#include <QCryptographicHash>

namespace partway {

namespace {

QByteArray md5Of(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

QByteArray quoted(const QByteArray& text)
{
    return '"' + text + '"';
}

QByteArray bare(QByteArray etag)
{
    return etag.replace('"', "").toLower();
}

Result<QByteArray> readBody(const HttpBody& body)
{
    if (!body.source)
        return body.bytes;
    QByteArray bytes(body.window.length, Qt::Uninitialized);
    const Result<qint64> got = body.source->readAt(body.window.offset, bytes.data(), bytes.size());
    if (!got.ok())
        return got.error();
    if (*got != bytes.size())
        return storeError(ErrorKind::Transient, "IncompleteBody", 400);
    return bytes;
}

// SlowDown and friends do not concern us here: the digests must be those of the bytes.
Result<void> checkDigests(const QByteArray& bytes, const Digests& digests)
{
    if (!digests.md5.isEmpty() && digests.md5 != md5Of(bytes))
        return storeError(ErrorKind::Transient, "BadDigest", 400);
    if (!digests.sha256.isEmpty() &&
        digests.sha256 != QCryptographicHash::hash(bytes, QCryptographicHash::Sha256))
        return storeError(ErrorKind::Transient, "XAmzContentSHA256Mismatch", 400);
    return {};
}

QByteArray multipartEtagOf(const QList<MemoryBackend::Part>& parts)
{
    QByteArray joined;
    for (const MemoryBackend::Part& part : parts)
        joined += part.md5;
    return md5Of(joined).toHex() + '-' + QByteArray::number(parts.size());
}

} // namespace

Result<void> MemoryBackend::checkBucket(const QString& bucket) const
{
    if (!m_buckets.contains(bucket))
        return storeError(ErrorKind::NotFound, "NoSuchBucket", 404);
    return {};
}

Result<void> MemoryBackend::checkCondition(const ObjectName& name, WriteCondition condition) const
{
    if (condition == WriteCondition::IfNoneMatch && m_objects.contains(name))
        return storeError(ErrorKind::Conflict, "PreconditionFailed", 412);
    return {};
}

void MemoryBackend::store(const ObjectName& name, Object object)
{
    object.modified = QDateTime::currentDateTimeUtc();
    m_objects.insert(name, std::move(object));
}

Result<CreateUploadOutput> MemoryBackend::create(const CreateUploadInput& input)
{
    const QMutexLocker lock(&m_mutex);
    if (const Result<void> bucket = checkBucket(input.bucket); !bucket.ok())
        return bucket.error();
    const QString id = QStringLiteral("upload-%1").arg(m_nextUpload++);
    m_uploads.insert(id, {input.bucket, input.key, input.object, QDateTime::currentDateTimeUtc(), {}});
    CreateUploadOutput output;
    output.uploadId = id;
    return output;
}

Result<SendPartOutput> MemoryBackend::send(const SendPartInput& input)
{
    const Result<QByteArray> bytes = readBody(input.body);
    if (!bytes.ok())
        return bytes.error();
    if (const Result<void> digests = checkDigests(*bytes, input.digests); !digests.ok())
        return digests.error();
    const QMutexLocker lock(&m_mutex);
    const auto upload = m_uploads.find(input.uploadId);
    if (upload == m_uploads.end() || upload->key != input.key || upload->bucket != input.bucket)
        return storeError(ErrorKind::NotFound, "NoSuchUpload", 404);
    if (input.partNumber < 1 || input.partNumber > 10'000)
        return storeError(ErrorKind::Refused, "InvalidArgument", 400);
    const Part part{*bytes, md5Of(*bytes), input.digests.crc};
    upload->parts.insert(input.partNumber, part);
    m_counts.bodyBytes += bytes->size();
    return SendPartOutput{quoted(part.md5.toHex()), part.checksum, QStringLiteral("request")};
}

Result<void> MemoryBackend::checkParts(const Upload& upload, const CompleteUploadInput& input) const
{
    if (input.parts.isEmpty())
        return storeError(ErrorKind::Refused, "MalformedXML", 400);
    int before = 0;
    for (qsizetype i = 0; i < input.parts.size(); ++i) {
        const CompletedPart& listed = input.parts.at(i);
        if (listed.number <= before)
            return storeError(ErrorKind::Refused, "InvalidPartOrder", 400);
        before = listed.number;
        const auto part = upload.parts.constFind(listed.number);
        if (part == upload.parts.cend() || part->md5.toHex() != bare(listed.etag))
            return storeError(ErrorKind::Refused, "InvalidPart", 400);
        if (i + 1 < input.parts.size() && part->bytes.size() < m_minPart)
            return storeError(ErrorKind::Refused, "EntityTooSmall", 400);
    }
    return {};
}

Result<CompleteUploadOutput> MemoryBackend::complete(const CompleteUploadInput& input)
{
    const QMutexLocker lock(&m_mutex);
    const auto upload = m_uploads.constFind(input.uploadId);
    if (upload == m_uploads.cend() || upload->key != input.key || upload->bucket != input.bucket)
        return storeError(ErrorKind::NotFound, "NoSuchUpload", 404);
    const ObjectName name{input.bucket, input.key};
    if (const Result<void> condition = checkCondition(name, input.condition); !condition.ok())
        return condition.error();
    if (const Result<void> parts = checkParts(*upload, input); !parts.ok())
        return parts.error();
    Object object;
    QList<Part> used;
    for (const CompletedPart& listed : input.parts) {
        used.append(upload->parts.value(listed.number));
        object.bytes += used.last().bytes;
    }
    object.etag = quoted(multipartEtagOf(used));
    object.checksum = input.objectChecksum;
    object.options = upload->options;
    store(name, object);
    m_uploads.remove(input.uploadId);
    CompleteUploadOutput output;
    output.etag = object.etag;
    output.checksum = object.checksum;
    return output;
}

Result<void> MemoryBackend::abort(const UploadRef& upload)
{
    const QMutexLocker lock(&m_mutex);
    if (m_uploads.remove(upload.uploadId) == 0)
        return storeError(ErrorKind::NotFound, "NoSuchUpload", 404);
    return {};
}

Result<ListPartsPage> MemoryBackend::listParts(const ListPartsInput& input) const
{
    const QMutexLocker lock(&m_mutex);
    const auto upload = m_uploads.constFind(input.upload.uploadId);
    if (upload == m_uploads.cend())
        return storeError(ErrorKind::NotFound, "NoSuchUpload", 404);
    ListPartsPage page;
    for (auto part = upload->parts.upperBound(input.afterPart); part != upload->parts.cend(); ++part) {
        if (page.parts.size() == input.maxParts) {
            page.truncated = true;
            break;
        }
        page.parts.append({part.key(), part->bytes.size(), quoted(part->md5.toHex()), part->checksum, {}});
        page.nextMarker = part.key();
    }
    return page;
}

Result<ListUploadsPage> MemoryBackend::listUploads(const ListUploadsInput& input) const
{
    const QMutexLocker lock(&m_mutex);
    if (const Result<void> bucket = checkBucket(input.bucket); !bucket.ok())
        return bucket.error();
    ListUploadsPage page;
    for (auto upload = m_uploads.cbegin(); upload != m_uploads.cend(); ++upload) {
        if (upload->bucket == input.bucket && upload->key.startsWith(input.prefix))
            page.uploads.append({upload->key, upload.key(), upload->initiated, {}, {}});
    }
    return page;
}

Result<PutObjectOutput> MemoryBackend::put(const PutObjectInput& input)
{
    const Result<QByteArray> bytes = readBody(input.body);
    if (!bytes.ok())
        return bytes.error();
    if (const Result<void> digests = checkDigests(*bytes, input.digests); !digests.ok())
        return digests.error();
    const QMutexLocker lock(&m_mutex);
    if (const Result<void> bucket = checkBucket(input.bucket); !bucket.ok())
        return bucket.error();
    const ObjectName name{input.bucket, input.key};
    if (const Result<void> condition = checkCondition(name, input.condition); !condition.ok())
        return condition.error();
    const QByteArray etag = quoted(md5Of(*bytes).toHex());
    store(name, {*bytes, etag, input.digests.crc, input.object, {}});
    m_counts.bodyBytes += bytes->size();
    PutObjectOutput output;
    output.etag = etag;
    output.checksum = input.digests.crc;
    return output;
}

Result<ObjectInfo> MemoryBackend::head(const HeadObjectInput& input) const
{
    const QMutexLocker lock(&m_mutex);
    const auto object = m_objects.constFind({input.bucket, input.key});
    if (object == m_objects.cend())
        return storeError(ErrorKind::NotFound, "NoSuchKey", 404);
    ObjectInfo info;
    info.size = object->bytes.size();
    info.etag = object->etag;
    info.modified = object->modified;
    info.contentType = object->options.contentType;
    info.checksum = object->checksum;
    for (auto entry = object->options.metadata.cbegin(); entry != object->options.metadata.cend(); ++entry)
        info.metadata.insert(entry.key(), entry.value().toUtf8());
    return info;
}

Result<BucketInfo> MemoryBackend::headBucket(const QString& bucket) const
{
    const QMutexLocker lock(&m_mutex);
    if (const Result<void> known = checkBucket(bucket); !known.ok())
        return known.error();
    return BucketInfo{};
}

Result<QList<ListedBucket>> MemoryBackend::listBuckets() const
{
    const QMutexLocker lock(&m_mutex);
    QList<ListedBucket> list;
    for (const QString& bucket : m_buckets)
        list.append({bucket, {}, {}});
    return list;
}

Result<ListObjectsPage> MemoryBackend::listObjects(const ListObjectsInput& input) const
{
    const QMutexLocker lock(&m_mutex);
    ListObjectsPage page;
    for (auto object = m_objects.cbegin(); object != m_objects.cend(); ++object) {
        if (object.key().first == input.bucket && object.key().second.startsWith(input.prefix))
            page.objects.append({object.key().second, object->bytes.size(), object->etag, object->modified});
    }
    return page;
}

Result<void> MemoryBackend::createBucket(const QString& bucket)
{
    const QMutexLocker lock(&m_mutex);
    m_buckets.insert(bucket);
    return {};
}

} // namespace partway
