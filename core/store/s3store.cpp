// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/s3store.h"

#include "s3/express.h"
#include "s3/subresource.h"

#include <QObject>

namespace partway {

namespace {

class S3Store final : public ObjectStore
{
public:
    S3Store(std::unique_ptr<S3Client> client, const StoreProfile& profile, IgnoredConditions ignored)
        : m_client(std::move(client)), m_profile(profile), m_ignored(ignored)
    {
    }

    const StoreProfile& profile() const override { return m_profile; }
    bool needsPayloadHash() const override { return !m_client->usesTls(); }

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
    CallId copyObject(const CopyObjectInput& input, Answer<CopyOutput> answer) override;
    CallId copyPart(const CopyPartInput& input, Answer<CopyOutput> answer) override;
    CallId readRange(const ReadRangeInput& input, Answer<QByteArray> answer) override;
    CallId objectAttributes(const ObjectAttributesInput& input, Answer<ObjectAttributes> answer) override;
    CallId objectTags(const QString& bucket, const QByteArray& key, const QString& versionId,
                      Answer<QMap<QString, QString>> answer) override;
    CallId deleteObject(const DeleteObjectInput& input, Answer<DeleteObjectOutput> answer) override;
    CallId listVersions(const ListVersionsInput& input, Answer<ListVersionsPage> answer) override;
    CallId bucketVersioning(const QString& bucket, Answer<Versioning> answer) override;
    Result<QByteArray> presignedLink(const QString& bucket, const QByteArray& key, const QString& versionId,
                                     int seconds) const override;
    CallId getLifecycle(const QString& bucket, Answer<LifecycleAnswer> answer) override;
    CallId putLifecycle(const PutLifecycleInput& input, Answer<void> answer) override;
    CallId deleteLifecycle(const QString& bucket, Answer<void> answer) override;

    void cancel(CallId call) override { m_client->cancel(call); }
    void dropConnections() override { m_client->dropConnections(); }

private:
    template <typename T, typename Read>
    CallId run(S3Request request, Answer<T> answer, Read read, Progress progress = {});
    template <typename T>
    CallId refuseCondition(Answer<T> answer);
    void setPayloadHash(S3Request& request, const Digests& digests) const;

    std::unique_ptr<S3Client> m_client;
    StoreProfile m_profile;
    IgnoredConditions m_ignored;
    QObject m_context;        // gone: nothing is answered any more
    CallId m_lastRefusal = 0; // negative, so that none is one of the client's
};

QString aboutWhat(const S3Request& request)
{
    return request.key.isEmpty() ? request.bucket : request.bucket + u'/' + QString::fromUtf8(request.key);
}

// `read` turns the store's answer into T; a request without any answer never reaches it.
template <typename T, typename Read>
S3Store::CallId S3Store::run(S3Request request, Answer<T> answer, Read read, Progress progress)
{
    const QString about = aboutWhat(request);
    const auto done = [about, answer = std::move(answer), read](const HttpReply& reply) {
        const Result<T> result = reply.failure ? Result<T>(*reply.failure) : read(reply);
        if (result)
            return answer(result);
        Error error = result.error();
        if (error.resource.isEmpty() && !reply.failure) // who did not answer is named by the transport
            error.resource = about;
        answer(error);
    };
    return m_client->send(std::move(request), done, std::move(progress));
}

// To a store that ignores it the condition is not sent: its success would say nothing. For whoever asked that
// is a store that does not have it.
template <typename T>
S3Store::CallId S3Store::refuseCondition(Answer<T> answer)
{
    const Error error{
        .kind = ErrorKind::Refused, .httpStatus = 501, .code = QStringLiteral("NotImplemented")};
    QMetaObject::invokeMethod(
        &m_context, [answer = std::move(answer), error] { answer(error); }, Qt::QueuedConnection);
    return --m_lastRefusal;
}

// Over TLS the body stays unsigned, it is covered by its checksum; over plain http the signature must cover
// it.
void S3Store::setPayloadHash(S3Request& request, const Digests& digests) const
{
    if (needsPayloadHash() && !digests.sha256.isEmpty())
        request.payloadHash = digests.sha256.toHex();
}

S3Store::CallId S3Store::createUpload(const CreateUploadInput& input, Answer<CreateUploadOutput> answer)
{
    return run(createUploadRequest(input), std::move(answer), createUploadReply);
}

S3Store::CallId S3Store::sendPart(const SendPartInput& input, Answer<SendPartOutput> answer,
                                  Progress progress)
{
    S3Request request = sendPartRequest(input);
    setPayloadHash(request, input.digests);
    const auto read = [mode = input.checksum](const HttpReply& reply) { return sendPartReply(reply, mode); };
    return run(std::move(request), std::move(answer), read, std::move(progress));
}

S3Store::CallId S3Store::completeUpload(const CompleteUploadInput& input, Answer<CompleteUploadOutput> answer)
{
    if (input.condition != WriteCondition::None && m_ignored.complete)
        return refuseCondition(std::move(answer));
    const auto read = [mode = input.checksum](const HttpReply& reply) {
        return completeUploadReply(reply, mode);
    };
    return run(completeUploadRequest(input), std::move(answer), read);
}

S3Store::CallId S3Store::abortUpload(const UploadRef& upload, Answer<void> answer)
{
    return run(abortUploadRequest(upload), std::move(answer), abortUploadReply);
}

S3Store::CallId S3Store::listParts(const ListPartsInput& input, Answer<ListPartsPage> answer)
{
    return run(listPartsRequest(input), std::move(answer), listPartsReply);
}

// A store that only lists whole folders is asked for the folder, and what else is in it is left out. It has
// no marker for upload ids.
S3Store::CallId S3Store::listUploads(const ListUploadsInput& input, Answer<ListUploadsPage> answer)
{
    if (!profileForBucket(m_profile, input.bucket).folderPrefixes)
        return run(listUploadsRequest(input), std::move(answer), listUploadsReply);
    ListUploadsInput wider = input;
    wider.prefix.truncate(input.prefix.lastIndexOf('/') + 1);
    wider.uploadIdMarker.clear();
    const auto read = [prefix = input.prefix](const HttpReply& reply) {
        Result<ListUploadsPage> page = listUploadsReply(reply);
        if (page)
            page->uploads.removeIf(
                [&prefix](const ListedUpload& upload) { return !upload.key.startsWith(prefix); });
        return page;
    };
    return run(listUploadsRequest(wider), std::move(answer), read);
}

S3Store::CallId S3Store::putObject(const PutObjectInput& input, Answer<PutObjectOutput> answer,
                                   Progress progress)
{
    if (input.condition != WriteCondition::None && m_ignored.put)
        return refuseCondition(std::move(answer));
    S3Request request = putObjectRequest(input);
    setPayloadHash(request, input.digests);
    const auto read = [mode = input.checksum](const HttpReply& reply) { return putObjectReply(reply, mode); };
    return run(std::move(request), std::move(answer), read, std::move(progress));
}

S3Store::CallId S3Store::headObject(const HeadObjectInput& input, Answer<ObjectInfo> answer)
{
    const auto read = [mode = input.checksum](const HttpReply& reply) {
        return headObjectReply(reply, mode);
    };
    return run(headObjectRequest(input), std::move(answer), read);
}

S3Store::CallId S3Store::headBucket(const QString& bucket, Answer<BucketInfo> answer)
{
    return run(headBucketRequest(bucket), std::move(answer), headBucketReply);
}

S3Store::CallId S3Store::listBuckets(Answer<QList<ListedBucket>> answer)
{
    return run(listBucketsRequest(), std::move(answer), listBucketsReply);
}

S3Store::CallId S3Store::listObjects(const ListObjectsInput& input, Answer<ListObjectsPage> answer)
{
    return run(listObjectsRequest(input), std::move(answer), listObjectsReply);
}

// The region a bucket is made in is the one its first request is signed for.
S3Store::CallId S3Store::createBucket(const QString& bucket, Answer<void> answer)
{
    return run(createBucketRequest(bucket, m_client->regionOf(bucket)), std::move(answer), createBucketReply);
}

// --- what not every store can do ------------------------------------------------------------------------

// A store that took the sub-resource for none was cut: that is its answer.
template <typename T>
ObjectStore::Answer<T> forSubresource(ObjectStore::Answer<T> answer)
{
    return [answer = std::move(answer)](const Result<T>& result) {
        answer(result ? result : Result<T>(subresourceFailure(result.error())));
    };
}

S3Store::CallId S3Store::copyObject(const CopyObjectInput& input, Answer<CopyOutput> answer)
{
    const auto read = [mode = input.checksum](const HttpReply& reply) {
        return copyObjectReply(reply, mode);
    };
    return run(copyObjectRequest(input), std::move(answer), read);
}

S3Store::CallId S3Store::copyPart(const CopyPartInput& input, Answer<CopyOutput> answer)
{
    const auto read = [mode = input.checksum](const HttpReply& reply) { return copyPartReply(reply, mode); };
    return run(copyPartRequest(input), std::move(answer), read);
}

S3Store::CallId S3Store::readRange(const ReadRangeInput& input, Answer<QByteArray> answer)
{
    const auto read = [range = input.range](const HttpReply& reply) { return readRangeReply(reply, range); };
    return run(readRangeRequest(input), std::move(answer), read);
}

S3Store::CallId S3Store::objectAttributes(const ObjectAttributesInput& input, Answer<ObjectAttributes> answer)
{
    return run(objectAttributesRequest(input), forSubresource(std::move(answer)), objectAttributesReply);
}

S3Store::CallId S3Store::objectTags(const QString& bucket, const QByteArray& key, const QString& versionId,
                                    Answer<QMap<QString, QString>> answer)
{
    return run(objectTagsRequest(bucket, key, versionId), forSubresource(std::move(answer)), objectTagsReply);
}

S3Store::CallId S3Store::deleteObject(const DeleteObjectInput& input, Answer<DeleteObjectOutput> answer)
{
    return run(deleteObjectRequest(input), std::move(answer), deleteObjectReply);
}

S3Store::CallId S3Store::listVersions(const ListVersionsInput& input, Answer<ListVersionsPage> answer)
{
    return run(listVersionsRequest(input), forSubresource(std::move(answer)), listVersionsReply);
}

S3Store::CallId S3Store::bucketVersioning(const QString& bucket, Answer<Versioning> answer)
{
    return run(bucketVersioningRequest(bucket), forSubresource(std::move(answer)), bucketVersioningReply);
}

Result<QByteArray> S3Store::presignedLink(const QString& bucket, const QByteArray& key,
                                          const QString& versionId, int seconds) const
{
    Query query;
    if (!versionId.isEmpty())
        query.append({"versionId", versionId.toUtf8()});
    return m_client->presignedUrl("GET", bucket, key, seconds, query);
}

S3Store::CallId S3Store::getLifecycle(const QString& bucket, Answer<LifecycleAnswer> answer)
{
    return run(getLifecycleRequest(bucket), std::move(answer), getLifecycleReply);
}

S3Store::CallId S3Store::putLifecycle(const PutLifecycleInput& input, Answer<void> answer)
{
    return run(putLifecycleRequest(input), std::move(answer), putLifecycleReply);
}

S3Store::CallId S3Store::deleteLifecycle(const QString& bucket, Answer<void> answer)
{
    return run(deleteLifecycleRequest(bucket), std::move(answer), deleteLifecycleReply);
}

} // namespace

std::unique_ptr<ObjectStore> makeS3Store(std::unique_ptr<S3Client> client, const StoreProfile& profile,
                                         IgnoredConditions ignored)
{
    return std::make_unique<S3Store>(std::move(client), profile, ignored);
}

} // namespace partway
