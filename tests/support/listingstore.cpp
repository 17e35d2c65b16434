// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/listingstore.h"

#include <QCryptographicHash>
#include <QTimer>

#include <algorithm>

namespace partway {

namespace {

Error notFound(const char* code)
{
    return Error{.kind = ErrorKind::NotFound, .httpStatus = 404, .code = QLatin1String(code)};
}

} // namespace

QByteArray ListingStore::etagOfPart(int number)
{
    const QByteArray md5 = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Md5);
    return '"' + md5.toHex() + '"';
}

void ListingStore::fail(const QString& call, const Error& error, int times)
{
    for (int i = 0; i < times; ++i)
        m_faults[call].append(error);
}

std::optional<Error> ListingStore::begin(const QString& call)
{
    log.append(call);
    QList<Error>& faults = m_faults[call];
    return faults.isEmpty() ? std::nullopt : std::optional(faults.takeFirst());
}

template <typename T>
ObjectStore::CallId ListingStore::later(Result<T> result, Answer<T> answer)
{
    const CallId call = ++m_last;
    m_out.insert(call, [answer](const Error& error) { answer(error); });
    QTimer::singleShot(1, &m_context, [this, call, result, answer] {
        if (m_out.remove(call))
            answer(result);
    });
    return call;
}

void ListingStore::cancel(CallId call)
{
    const auto cut = m_out.take(call);
    if (!cut)
        return;
    ++cancelled;
    QTimer::singleShot(0, &m_context, [cut] { cut(Error{.kind = ErrorKind::Cancelled}); });
}

ListingStore::Upload* ListingStore::find(const UploadRef& upload)
{
    QList<Upload>& uploads = m_buckets[upload.bucket];
    const auto place = std::find_if(uploads.begin(), uploads.end(), [&upload](const Upload& entry) {
        return entry.key == upload.key && entry.id == upload.uploadId;
    });
    return place == uploads.end() ? nullptr : &*place;
}

ObjectStore::CallId ListingStore::abortUpload(const UploadRef& ref, Answer<void> answer)
{
    if (const auto error = begin(QStringLiteral("abort ") + ref.uploadId))
        return later<void>(*error, answer);
    Upload* upload = find(ref);
    if (!upload)
        return later<void>(notFound("NoSuchUpload"), answer);
    if (--upload->survives < 0)
        m_buckets[ref.bucket].removeIf([&ref](const Upload& entry) { return entry.id == ref.uploadId; });
    return later<void>({}, answer);
}

void ListingStore::makeObject(const QByteArray& etag)
{
    m_profile.recordMayLinger = true;
    m_objectEtag = etag;
}

ObjectStore::CallId ListingStore::headObject(const HeadObjectInput&, Answer<ObjectInfo> answer)
{
    if (const auto error = begin(QStringLiteral("head")))
        return later<ObjectInfo>(*error, answer);
    if (m_objectEtag.isEmpty())
        return later<ObjectInfo>(notFound(""), answer);
    ObjectInfo info;
    info.etag = m_objectEtag;
    return later<ObjectInfo>(info, answer);
}

ObjectStore::CallId ListingStore::completeUpload(const CompleteUploadInput& input,
                                                 Answer<CompleteUploadOutput> answer)
{
    if (const auto error = begin(QStringLiteral("complete ") + input.uploadId))
        return later<CompleteUploadOutput>(*error, answer);
    const Upload* upload = find({input.bucket, input.key, input.uploadId});
    if (!upload || upload->partSizes.size() != input.parts.size())
        return later<CompleteUploadOutput>(notFound("NoSuchUpload"), answer);
    m_buckets[input.bucket].removeIf([&input](const Upload& entry) { return entry.id == input.uploadId; });
    return later<CompleteUploadOutput>(CompleteUploadOutput{}, answer);
}

ObjectStore::CallId ListingStore::listParts(const ListPartsInput& input, Answer<ListPartsPage> answer)
{
    mostPartsCalls = std::max(mostPartsCalls, ++m_partsCalls);
    const Answer<ListPartsPage> counted = [this, answer](const Result<ListPartsPage>& page) {
        --m_partsCalls;
        answer(page);
    };
    if (const auto error = begin(QStringLiteral("listParts ") + input.upload.uploadId))
        return later<ListPartsPage>(*error, counted);
    const Upload* upload = find(input.upload);
    if (!upload)
        return later<ListPartsPage>(notFound("NoSuchUpload"), counted);
    ListPartsPage page;
    for (int number = input.afterPart + 1; number <= upload->partSizes.size(); ++number) {
        if (page.parts.size() == std::min(partsPageSize, input.maxParts)) {
            page.truncated = true;
            break;
        }
        page.parts.append({.number = number, .size = upload->partSizes.at(number - 1)});
        page.parts.last().modified = upload->partTime;
        page.parts.last().etag = etagOfPart(number);
        page.nextMarker = number;
    }
    return later<ListPartsPage>(page, counted);
}

ObjectStore::CallId ListingStore::listUploads(const ListUploadsInput& input, Answer<ListUploadsPage> answer)
{
    if (const auto error = begin(QStringLiteral("listUploads ") + input.bucket))
        return later<ListUploadsPage>(*error, answer);
    const auto bucket = m_buckets.find(input.bucket);
    if (bucket == m_buckets.end())
        return later<ListUploadsPage>(notFound("NoSuchBucket"), answer);

    // Without its upload-id marker a key marker skips every upload of that key, as S3 does.
    const auto isAfter = [&input](const Upload& upload) {
        if (input.keyMarker.isEmpty() || upload.key > input.keyMarker)
            return true;
        return upload.key == input.keyMarker && !input.uploadIdMarker.isEmpty() &&
               upload.id > input.uploadIdMarker;
    };
    ListUploadsPage page;
    for (const Upload& upload : bucket->second) { // tests add them in the order of key and id
        if (blindToPrefixes && !input.prefix.isEmpty())
            continue;
        if (!upload.key.startsWith(input.prefix) || !(isAfter(upload) || truncatedForEver))
            continue;
        if (page.uploads.size() == pageSize) {
            page.truncated = true;
            break;
        }
        page.uploads.append({.key = upload.key, .uploadId = upload.id});
        page.nextKeyMarker = upload.key;
        page.nextUploadIdMarker = upload.id;
    }
    page.truncated = page.truncated || truncatedForEver;
    return later<ListUploadsPage>(page, answer);
}

ObjectStore::CallId ListingStore::getLifecycle(const QString& bucket, Answer<LifecycleAnswer> answer)
{
    if (const auto error = begin(QStringLiteral("getLifecycle ") + bucket))
        return later<LifecycleAnswer>(*error, answer);
    const auto rules = lifecycles.constFind(bucket);
    if (rules == lifecycles.cend())
        return later<LifecycleAnswer>(LifecycleAnswer{}, answer);
    return later<LifecycleAnswer>(LifecycleAnswer{true, *rules, "varies_by_storage_class"}, answer);
}

ObjectStore::CallId ListingStore::putLifecycle(const PutLifecycleInput& input, Answer<void> answer)
{
    if (const auto error = begin(QStringLiteral("putLifecycle ") + input.bucket))
        return later<void>(*error, answer);
    if (wantsCrc && input.checksum == ChecksumMode::Md5)
        return later<void>(
            Error{.kind = ErrorKind::Refused, .httpStatus = 400, .code = QStringLiteral("InvalidRequest")},
            answer);
    log.append(QStringLiteral("minimum ") + QString::fromLatin1(input.minimumObjectSize));
    QByteArray kept = input.document;
    if (altersRules)
        kept.replace("<DaysAfterInitiation>7<", "<DaysAfterInitiation>30<");
    if (!ignoresRules)
        lifecycles[input.bucket] = kept;
    return later<void>({}, answer);
}

ObjectStore::CallId ListingStore::deleteLifecycle(const QString& bucket, Answer<void> answer)
{
    if (const auto error = begin(QStringLiteral("deleteLifecycle ") + bucket))
        return later<void>(*error, answer);
    lifecycles.remove(bucket);
    return later<void>({}, answer);
}

ObjectStore::CallId ListingStore::listBuckets(Answer<QList<ListedBucket>> answer)
{
    if (const auto error = begin(QStringLiteral("listBuckets")))
        return later<QList<ListedBucket>>(*error, answer);
    QList<ListedBucket> buckets;
    for (const auto& [name, uploads] : m_buckets)
        buckets.append({.name = name});
    return later<QList<ListedBucket>>(buckets, answer);
}

} // namespace partway
