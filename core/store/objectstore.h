// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/transport.h"
#include "s3/copyoperations.h"
#include "s3/lifecycleoperations.h"
#include "s3/objectdetails.h"
#include "s3/operations.h"

#include <functional>
#include <memory>

namespace partway {

// What an upload asks of any store. S3Store signs by itself; CompanionStore lets a server sign (a later
// issue). Each call ends exactly once through its answer, never from inside the call; cancel() makes it end
// with Cancelled once the connection is cut. An Error with maybeDone says that the store may have done it.
// Engine thread.
class ObjectStore
{
public:
    using CallId = Transport::CallId;
    using Progress = Transport::Progress;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    virtual ~ObjectStore() = default;

    virtual const StoreProfile& profile() const = 0;
    virtual bool
    needsPayloadHash() const = 0; // plain http: SendPartInput/PutObjectInput.digests.sha256 must be set

    virtual qint64 clockOffsetSeconds() const { return 0; } // the store's clock minus ours, once learnt

    virtual CallId createUpload(const CreateUploadInput& input, Answer<CreateUploadOutput> answer) = 0;
    virtual CallId sendPart(const SendPartInput& input, Answer<SendPartOutput> answer, Progress progress) = 0;
    virtual CallId completeUpload(const CompleteUploadInput& input, Answer<CompleteUploadOutput> answer) = 0;
    virtual CallId abortUpload(const UploadRef& upload, Answer<void> answer) = 0;
    virtual CallId listParts(const ListPartsInput& input, Answer<ListPartsPage> answer) = 0;       // one page
    virtual CallId listUploads(const ListUploadsInput& input, Answer<ListUploadsPage> answer) = 0; // one page
    virtual CallId putObject(const PutObjectInput& input, Answer<PutObjectOutput> answer,
                             Progress progress) = 0;
    virtual CallId headObject(const HeadObjectInput& input, Answer<ObjectInfo> answer) = 0;
    virtual CallId headBucket(const QString& bucket, Answer<BucketInfo> answer) = 0;
    virtual CallId listBuckets(Answer<QList<ListedBucket>> answer) = 0;
    virtual CallId listObjects(const ListObjectsInput& input, Answer<ListObjectsPage> answer) = 0;
    virtual CallId createBucket(const QString& bucket, Answer<void> answer) = 0;

    // What not every store can do: Refused "operation-unsupported".
    virtual CallId copyObject(const CopyObjectInput& input, Answer<CopyOutput> answer);
    virtual CallId copyPart(const CopyPartInput& input, Answer<CopyOutput> answer);
    virtual CallId readRange(const ReadRangeInput& input, Answer<QByteArray> answer);
    virtual CallId objectAttributes(const ObjectAttributesInput& input, Answer<ObjectAttributes> answer);
    virtual CallId objectTags(const QString& bucket, const QByteArray& key, const QString& versionId,
                              Answer<QMap<QString, QString>> answer);
    virtual CallId deleteObject(const DeleteObjectInput& input, Answer<DeleteObjectOutput> answer);
    virtual CallId listVersions(const ListVersionsInput& input, Answer<ListVersionsPage> answer); // one page
    virtual CallId bucketVersioning(const QString& bucket, Answer<Versioning> answer);
    virtual CallId getLifecycle(const QString& bucket, Answer<LifecycleAnswer> answer);
    virtual CallId putLifecycle(const PutLifecycleInput& input, Answer<void> answer);
    // Only where getLifecycle() has just given rules.
    virtual CallId deleteLifecycle(const QString& bucket, Answer<void> answer);

    // A link that lets anyone read the object for so long (1 … 604,800 seconds) without keys. At once; the
    // region counts as far as it is known, so ask something about the bucket before.
    virtual Result<QByteArray> presignedLink(const QString& bucket, const QByteArray& key,
                                             const QString& versionId, int seconds) const;

    virtual void cancel(CallId call) = 0;
    virtual void dropConnections() = 0; // as of Transport
};

} // namespace partway
