// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/objectstore.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <map>

namespace partway {

// An ObjectStore that only knows buckets, their rules and incomplete uploads, pages as S3 does (small pages,
// both markers), fails by script and lets uploads survive aborts. Every other call is answered 501. Answers
// come from the event loop. For tests of the inventory.
class ListingStore final : public ObjectStore
{
public:
    struct Upload
    {
        QByteArray key;
        QString id;
        QList<qint64> partSizes;
        QDateTime partTime{}; // of all of them
        int survives = 0;     // aborts that the store forgets about
    };

    void add(const QString& bucket, const Upload& upload) { m_buckets[bucket].append(upload); }
    void addBucket(const QString& bucket) { m_buckets[bucket]; }
    const QList<Upload>& uploads(const QString& bucket) { return m_buckets[bucket]; }
    // The next call of that name ("listUploads BUCKET", "listParts ID", "abort ID", "complete ID", "head",
    // "listBuckets", "getLifecycle BUCKET", "putLifecycle BUCKET", "deleteLifecycle BUCKET") ends so.
    void fail(const QString& call, const Error& error, int times = 1);

    int pageSize = 2;      // uploads on a page
    int partsPageSize = 2; // parts on a page
    bool truncatedForEver = false;
    bool blindToPrefixes = false;          // finds nothing unless the prefix is empty
    QHash<QString, QByteArray> lifecycles; // by bucket; no entry: none
    bool ignoresRules = false;             // takes them and forgets them
    bool altersRules = false;              // makes something else of them
    bool wantsCrc = false;                 // refuses Content-MD5
    void setProvider(const QString& provider) { m_profile.provider = provider; }
    // The object at the key of uploads is made of these; their records may linger, and an abort would hurt
    // it.
    void makeObject(const QByteArray& etag);
    static QByteArray etagOfPart(int number); // the same in every upload
    QStringList log;                          // in order of the calls
    int mostPartsCalls = 0;
    int cancelled = 0;

    const StoreProfile& profile() const override { return m_profile; }
    bool needsPayloadHash() const override { return false; }
    CallId abortUpload(const UploadRef& upload, Answer<void> answer) override;
    CallId listParts(const ListPartsInput& input, Answer<ListPartsPage> answer) override;
    CallId listUploads(const ListUploadsInput& input, Answer<ListUploadsPage> answer) override;
    CallId listBuckets(Answer<QList<ListedBucket>> answer) override;
    CallId getLifecycle(const QString& bucket, Answer<LifecycleAnswer> answer) override;
    CallId putLifecycle(const PutLifecycleInput& input, Answer<void> answer) override;
    CallId deleteLifecycle(const QString& bucket, Answer<void> answer) override;
    void cancel(CallId call) override;
    void dropConnections() override {}

    CallId createUpload(const CreateUploadInput&, Answer<CreateUploadOutput> answer) override
    {
        return refuse<CreateUploadOutput>(answer);
    }
    CallId sendPart(const SendPartInput&, Answer<SendPartOutput> answer, Progress) override
    {
        return refuse<SendPartOutput>(answer);
    }
    CallId completeUpload(const CompleteUploadInput& input, Answer<CompleteUploadOutput> answer) override;
    CallId putObject(const PutObjectInput&, Answer<PutObjectOutput> answer, Progress) override
    {
        return refuse<PutObjectOutput>(answer);
    }
    CallId headObject(const HeadObjectInput&, Answer<ObjectInfo> answer) override;
    CallId headBucket(const QString&, Answer<BucketInfo> answer) override
    {
        return refuse<BucketInfo>(answer);
    }
    CallId listObjects(const ListObjectsInput&, Answer<ListObjectsPage> answer) override
    {
        return refuse<ListObjectsPage>(answer);
    }
    CallId createBucket(const QString&, Answer<void> answer) override { return refuse<void>(answer); }

private:
    template <typename T>
    CallId refuse(const Answer<T>& answer)
    {
        return later<T>(Error{.kind = ErrorKind::Refused, .httpStatus = 501}, answer);
    }
    template <typename T>
    CallId later(Result<T> result, Answer<T> answer);
    std::optional<Error> begin(const QString& call);
    Upload* find(const UploadRef& upload);

    StoreProfile m_profile;
    QByteArray m_objectEtag; // empty: there is none
    std::map<QString, QList<Upload>> m_buckets;
    QHash<QString, QList<Error>> m_faults;
    QHash<CallId, std::function<void(Error)>> m_out;
    int m_partsCalls = 0;
    CallId m_last = 0;
    QObject m_context;
};

} // namespace partway
