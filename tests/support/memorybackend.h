// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

#include <QList>
#include <QMap>
#include <QMutex>
#include <QSet>
#include <QStringList>

#include <chrono>
#include <functional>

namespace partway {

enum class StoreCall {
    CreateUpload,
    SendPart,
    CompleteUpload,
    AbortUpload,
    ListParts,
    ListUploads,
    PutObject,
    HeadObject,
    HeadBucket,
    ListBuckets,
    ListObjects,
    CreateBucket
};

QString storeCallName(StoreCall call); // "CreateUpload", …

// What is to go wrong: the next `times` calls of that kind (and part, unless 0).
struct StoreFault
{
    StoreCall call = StoreCall::SendPart;
    int part = 0;
    int times = 1;
    Error error;            // answered instead of the result
    bool afterWork = false; // the work is done all the same: a lost answer (set error.maybeDone for it)
    bool hang = false;      // no answer until it is cancelled
    bool onlyDelay = false; // the call succeeds, only `delay` counts
    std::chrono::milliseconds delay{0}; // beside the store's own
};

// What a store keeps, in memory: buckets, objects, uploads and their parts, as strict as S3 about part sizes,
// order and ETags. Independent of the product's own checksum code. May be shared by several MemoryStores (two
// programs on one store) and looked at from any thread.
class MemoryBackend
{
public:
    struct Object
    {
        QByteArray bytes, etag, checksum;
        ObjectOptions options;
        QDateTime modified;
    };
    struct Part
    {
        QByteArray bytes, md5, checksum;
    };
    struct Upload
    {
        QString bucket;
        QByteArray key;
        ObjectOptions options;
        QDateTime initiated;
        QMap<int, Part> parts;
    };
    struct Counts
    {
        int inFlight = 0, mostInFlight = 0;
        qint64 bodyBytes = 0; // of all parts and objects that were taken
    };

    // Script. Thread-safe.
    void addFault(const StoreFault& fault);
    void clearFaults();
    void setDelay(std::chrono::milliseconds delay);                  // of every answer
    void setMinPart(qint64 bytes);                                   // 0: parts of any size
    void setOnCall(std::function<void(StoreCall, int part)> onCall); // called on the store's thread, unlocked

    // What it holds. Thread-safe snapshots.
    QByteArray objectBytes(const QString& bucket, const QByteArray& key) const; // null: no such object
    bool hasObject(const QString& bucket, const QByteArray& key) const;
    Object object(const QString& bucket, const QByteArray& key) const;
    void putDirectly(const QString& bucket, const QByteArray& key, const QByteArray& bytes);
    QMap<QString, Upload> uploads() const;    // by upload id
    void loseUpload(const QString& uploadId); // as a lifecycle rule would
    QStringList log() const;                  // "SendPart 3", "CompleteUpload", … in order of their calls
    int calls(StoreCall call) const;
    Counts counts() const;

    // For MemoryStore.
    std::optional<StoreFault> takeFault(StoreCall call, int part);
    std::chrono::milliseconds delay() const;
    void began(StoreCall call, int part);
    void ended();
    Result<CreateUploadOutput> create(const CreateUploadInput& input);
    Result<SendPartOutput> send(const SendPartInput& input);
    Result<CompleteUploadOutput> complete(const CompleteUploadInput& input);
    Result<void> abort(const UploadRef& upload);
    Result<ListPartsPage> listParts(const ListPartsInput& input) const;
    Result<ListUploadsPage> listUploads(const ListUploadsInput& input) const;
    Result<PutObjectOutput> put(const PutObjectInput& input);
    Result<ObjectInfo> head(const HeadObjectInput& input) const;
    Result<BucketInfo> headBucket(const QString& bucket) const;
    Result<QList<ListedBucket>> listBuckets() const;
    Result<ListObjectsPage> listObjects(const ListObjectsInput& input) const;
    Result<void> createBucket(const QString& bucket);

private:
    using ObjectName = QPair<QString, QByteArray>;
    Result<void> checkBucket(const QString& bucket) const;
    Result<void> checkParts(const Upload& upload, const CompleteUploadInput& input) const;
    Result<void> checkCondition(const ObjectName& name, WriteCondition condition) const;
    void store(const ObjectName& name, Object object);

    mutable QMutex m_mutex; // guards everything below
    QSet<QString> m_buckets{QStringLiteral("bucket")};
    QMap<ObjectName, Object> m_objects;
    QMap<QString, Upload> m_uploads;
    QList<StoreFault> m_faults;
    QStringList m_log;
    QMap<StoreCall, int> m_calls;
    Counts m_counts;
    std::chrono::milliseconds m_delay{0};
    qint64 m_minPart = 5 * MiB;
    int m_nextUpload = 1;
    std::function<void(StoreCall, int)> m_onCall;
};

// An answer's error as a real store would give it.
Error storeError(ErrorKind kind, const char* code, int status);

} // namespace partway
