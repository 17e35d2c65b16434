// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorystore.h"

#include <QTimer>

namespace partway {

MemoryStore::MemoryStore(std::shared_ptr<MemoryBackend> backend, StoreProfile profile)
    : m_backend(std::move(backend)), m_profile(std::move(profile))
{
}

StoreProfile MemoryStore::testProfile()
{
    StoreProfile profile;
    profile.provider = QStringLiteral("memory");
    profile.limits.minPart = 1;
    return profile;
}

// `finish` does the work and answers; it is run once, unless the call was cut before.
ObjectStore::CallId MemoryStore::launch(StoreCall call, int part,
                                        std::function<void(const std::optional<StoreFault>&)> finish,
                                        std::function<void(Error)> cut)
{
    const CallId id = ++m_last;
    m_pending.insert(id, std::move(cut));
    m_backend->began(call, part);
    const std::optional<StoreFault> fault = m_backend->takeFault(call, part);
    if (fault && fault->hang)
        return id;
    const auto delay = m_backend->delay() + (fault ? fault->delay : std::chrono::milliseconds{0});
    QTimer::singleShot(delay, &m_context, [this, id, fault, finish = std::move(finish)] {
        if (!m_pending.remove(id))
            return;
        m_backend->ended();
        finish(fault);
    });
    return id;
}

template <typename T>
ObjectStore::CallId MemoryStore::begin(StoreCall call, int part, std::function<Result<T>()> work,
                                       Answer<T> answer)
{
    const auto finish = [work = std::move(work), answer](const std::optional<StoreFault>& fault) {
        const bool fails = fault && !fault->onlyDelay;
        if (fails && !fault->afterWork) {
            answer(fault->error);
            return;
        }
        Result<T> result = work();
        if (fails)
            answer(fault->error);
        else
            answer(std::move(result));
    };
    return launch(call, part, finish, [answer](Error error) { answer(std::move(error)); });
}

void MemoryStore::cancel(CallId call)
{
    const auto pending = m_pending.find(call);
    if (pending == m_pending.end())
        return;
    const auto cut = *pending;
    m_pending.erase(pending);
    QTimer::singleShot(0, &m_context, [this, cut] {
        m_backend->ended();
        cut(storeError(ErrorKind::Cancelled, "cancelled", 0));
    });
}

// Half of the body at once, all of it half-way through the delay: what a socket's buffer makes of it.
void MemoryStore::reportProgress(CallId call, qint64 size, const Progress& progress)
{
    if (!progress)
        return;
    QTimer::singleShot(0, &m_context, [this, call, size, progress] {
        if (m_pending.contains(call))
            progress(size / 2);
    });
    QTimer::singleShot(m_backend->delay() / 2, &m_context, [this, call, size, progress] {
        if (m_pending.contains(call))
            progress(size);
    });
}

ObjectStore::CallId MemoryStore::createUpload(const CreateUploadInput& input,
                                              Answer<CreateUploadOutput> answer)
{
    return begin<CreateUploadOutput>(
        StoreCall::CreateUpload, 0, [this, input] { return m_backend->create(input); }, std::move(answer));
}

ObjectStore::CallId MemoryStore::sendPart(const SendPartInput& input, Answer<SendPartOutput> answer,
                                          Progress progress)
{
    const CallId id = begin<SendPartOutput>(
        StoreCall::SendPart, input.partNumber,
        [this, input]() -> Result<SendPartOutput> {
            if (m_payloadHash && input.digests.sha256.isEmpty())
                return storeError(ErrorKind::Bug, "payload-hash-missing", 0);
            return m_backend->send(input);
        },
        std::move(answer));
    reportProgress(id, input.body.size(), progress);
    return id;
}

ObjectStore::CallId MemoryStore::completeUpload(const CompleteUploadInput& input,
                                                Answer<CompleteUploadOutput> answer)
{
    return begin<CompleteUploadOutput>(
        StoreCall::CompleteUpload, 0, [this, input] { return m_backend->complete(input); },
        std::move(answer));
}

ObjectStore::CallId MemoryStore::abortUpload(const UploadRef& upload, Answer<void> answer)
{
    return begin<void>(
        StoreCall::AbortUpload, 0, [this, upload] { return m_backend->abort(upload); }, std::move(answer));
}

ObjectStore::CallId MemoryStore::listParts(const ListPartsInput& input, Answer<ListPartsPage> answer)
{
    return begin<ListPartsPage>(
        StoreCall::ListParts, 0, [this, input] { return m_backend->listParts(input); }, std::move(answer));
}

ObjectStore::CallId MemoryStore::listUploads(const ListUploadsInput& input, Answer<ListUploadsPage> answer)
{
    return begin<ListUploadsPage>(
        StoreCall::ListUploads, 0, [this, input] { return m_backend->listUploads(input); },
        std::move(answer));
}

ObjectStore::CallId MemoryStore::putObject(const PutObjectInput& input, Answer<PutObjectOutput> answer,
                                           Progress progress)
{
    const CallId id = begin<PutObjectOutput>(
        StoreCall::PutObject, 0,
        [this, input]() -> Result<PutObjectOutput> {
            if (m_payloadHash && input.digests.sha256.isEmpty())
                return storeError(ErrorKind::Bug, "payload-hash-missing", 0);
            return m_backend->put(input);
        },
        std::move(answer));
    reportProgress(id, input.body.size(), progress);
    return id;
}

ObjectStore::CallId MemoryStore::headObject(const HeadObjectInput& input, Answer<ObjectInfo> answer)
{
    return begin<ObjectInfo>(
        StoreCall::HeadObject, 0, [this, input] { return m_backend->head(input); }, std::move(answer));
}

ObjectStore::CallId MemoryStore::headBucket(const QString& bucket, Answer<BucketInfo> answer)
{
    return begin<BucketInfo>(
        StoreCall::HeadBucket, 0, [this, bucket] { return m_backend->headBucket(bucket); },
        std::move(answer));
}

ObjectStore::CallId MemoryStore::listBuckets(Answer<QList<ListedBucket>> answer)
{
    return begin<QList<ListedBucket>>(
        StoreCall::ListBuckets, 0, [this] { return m_backend->listBuckets(); }, std::move(answer));
}

ObjectStore::CallId MemoryStore::listObjects(const ListObjectsInput& input, Answer<ListObjectsPage> answer)
{
    return begin<ListObjectsPage>(
        StoreCall::ListObjects, 0, [this, input] { return m_backend->listObjects(input); },
        std::move(answer));
}

ObjectStore::CallId MemoryStore::createBucket(const QString& bucket, Answer<void> answer)
{
    return begin<void>(
        StoreCall::CreateBucket, 0, [this, bucket] { return m_backend->createBucket(bucket); },
        std::move(answer));
}

} // namespace partway
