// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/objectstore.h"
#include "support/memorybackend.h"

#include <QHash>
#include <QObject>

#include <atomic>

namespace partway {

// An ObjectStore without a network: answers come by timers, after the backend's delay, with a little progress
// before, and fail as the backend's faults say. Keeps ObjectStore's promises (one end each, never from inside
// the call, Cancelled after cancel()). A part is stored when its answer is due, so a cut part is not there.
// Lives on the thread that makes it.
class MemoryStore final : public ObjectStore
{
public:
    explicit MemoryStore(std::shared_ptr<MemoryBackend> backend, StoreProfile profile = testProfile());

    // Parts of any size (call setMinPart(0) on the backend too): tests with small files still go in parts.
    static StoreProfile testProfile();

    const StoreProfile& profile() const override { return m_profile; }
    bool needsPayloadHash() const override { return m_payloadHash; }
    void setNeedsPayloadHash(bool needed) { m_payloadHash = needed; }
    int drops() const { return m_drops; } // times dropConnections() was called

    CallId createUpload(const CreateUploadInput& input, Answer<CreateUploadOutput> answer) override;
    CallId sendPart(const SendPartInput& input, Answer<SendPartOutput> answer, Progress progress) override;
    CallId completeUpload(const CompleteUploadInput& input, Answer<CompleteUploadOutput> answer) override;
    CallId abortUpload(const UploadRef& upload, Answer<void> answer) override;
    CallId listParts(const ListPartsInput& input, Answer<ListPartsPage> answer) override;
    CallId listUploads(const ListUploadsInput& input, Answer<ListUploadsPage> answer) override;
    CallId putObject(const PutObjectInput& input, Answer<PutObjectOutput> answer, Progress progress) override;
    CallId headObject(const HeadObjectInput& input, Answer<ObjectInfo> answer) override;
    CallId headBucket(const QString& bucket, Answer<BucketInfo> answer) override;
    CallId listBuckets(Answer<QList<ListedBucket>> answer) override;
    CallId listObjects(const ListObjectsInput& input, Answer<ListObjectsPage> answer) override;
    CallId createBucket(const QString& bucket, Answer<void> answer) override;

    void cancel(CallId call) override;
    void dropConnections() override { ++m_drops; }

private:
    template <typename T>
    CallId begin(StoreCall call, int part, std::function<Result<T>()> work, Answer<T> answer);
    CallId launch(StoreCall call, int part, std::function<void(const std::optional<StoreFault>&)> finish,
                  std::function<void(Error)> cut);
    void reportProgress(CallId call, qint64 size, const Progress& progress);

    std::shared_ptr<MemoryBackend> m_backend;
    StoreProfile m_profile;
    bool m_payloadHash = false;
    std::atomic<int> m_drops = 0;
    CallId m_last = 0;
    QHash<CallId, std::function<void(Error)>> m_pending; // how to end a call that is cut
    QObject m_context;                                   // last: its timers die before the rest
};

} // namespace partway
