// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/transport.h"
#include "store/objectstore.h"

#include <QHash>
#include <QObject>

namespace partway {

// What the stores without keys have in common: they know the calls of an upload in parts, and refuse all
// others at once. The transport outlives it; once it is gone, nothing is answered any more. Engine thread.
class PartsOnlyStore : public ObjectStore
{
public:
    ~PartsOnlyStore() override;

    const StoreProfile& profile() const override { return m_profile; }
    bool needsPayloadHash() const override { return false; } // who signs does so without it

    CallId listUploads(const ListUploadsInput& input, Answer<ListUploadsPage> answer) override;
    CallId putObject(const PutObjectInput& input, Answer<PutObjectOutput> answer, Progress progress) override;
    CallId headObject(const HeadObjectInput& input, Answer<ObjectInfo> answer) override;
    CallId headBucket(const QString& bucket, Answer<BucketInfo> answer) override;
    CallId listBuckets(Answer<QList<ListedBucket>> answer) override;
    CallId listObjects(const ListObjectsInput& input, Answer<ListObjectsPage> answer) override;
    CallId createBucket(const QString& bucket, Answer<void> answer) override;

    void cancel(CallId call) override;
    void dropConnections() override { m_transport.dropConnections(); }

protected:
    // unsupported: the code of what it has no words for; a literal.
    PartsOnlyStore(Transport& transport, const StoreProfile& profile, const char* unsupported);

    CallId nextId() { return ++m_lastId; }
    CallId send(HttpRequest request, Transport::Done done, Progress progress = {});

    template <typename T>
    CallId endLater(Answer<T> answer, const Error& error);
    template <typename T>
    CallId refuse(Answer<T> answer, const char* code, int status = 0);

private:
    Transport& m_transport;
    const StoreProfile m_profile;
    const char* const m_unsupported;
    QObject m_context; // gone: nothing is answered any more
    QHash<CallId, Transport::CallId> m_calls;
    CallId m_lastId = 0;
};

template <typename T>
PartsOnlyStore::CallId PartsOnlyStore::endLater(Answer<T> answer, const Error& error)
{
    QMetaObject::invokeMethod(
        &m_context, [answer = std::move(answer), error] { answer(error); }, Qt::QueuedConnection);
    return nextId();
}

template <typename T>
PartsOnlyStore::CallId PartsOnlyStore::refuse(Answer<T> answer, const char* code, int status)
{
    return endLater(std::move(answer),
                    Error{.kind = ErrorKind::Refused, .httpStatus = status, .code = QLatin1String(code)});
}

} // namespace partway
