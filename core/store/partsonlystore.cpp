// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/partsonlystore.h"

#include <QPointer>

namespace partway {

PartsOnlyStore::PartsOnlyStore(Transport& transport, const StoreProfile& profile, const char* unsupported)
    : m_transport(transport), m_profile(profile), m_unsupported(unsupported)
{
}

PartsOnlyStore::~PartsOnlyStore()
{
    for (const Transport::CallId call : std::as_const(m_calls))
        m_transport.cancel(call);
}

PartsOnlyStore::CallId PartsOnlyStore::send(HttpRequest request, Transport::Done done, Progress progress)
{
    const CallId id = nextId();
    const auto ended = [this, alive = QPointer<QObject>(&m_context), id,
                        done = std::move(done)](HttpReply reply) {
        if (!alive)
            return;
        m_calls.remove(id);
        done(std::move(reply));
    };
    m_calls.insert(id, m_transport.send(std::move(request), ended, std::move(progress)));
    return id;
}

void PartsOnlyStore::cancel(CallId call)
{
    if (const auto inner = m_calls.constFind(call); inner != m_calls.constEnd())
        m_transport.cancel(*inner);
}

// --- what it has no words for ---------------------------------------------------------------------------

PartsOnlyStore::CallId PartsOnlyStore::listUploads(const ListUploadsInput&, Answer<ListUploadsPage> answer)
{
    return refuse(std::move(answer), m_unsupported);
}

PartsOnlyStore::CallId PartsOnlyStore::putObject(const PutObjectInput&, Answer<PutObjectOutput> answer,
                                                 Progress)
{
    return refuse(std::move(answer), m_unsupported);
}

PartsOnlyStore::CallId PartsOnlyStore::headObject(const HeadObjectInput&, Answer<ObjectInfo> answer)
{
    return refuse(std::move(answer), m_unsupported);
}

PartsOnlyStore::CallId PartsOnlyStore::headBucket(const QString&, Answer<BucketInfo> answer)
{
    return refuse(std::move(answer), m_unsupported);
}

PartsOnlyStore::CallId PartsOnlyStore::listBuckets(Answer<QList<ListedBucket>> answer)
{
    return refuse(std::move(answer), m_unsupported);
}

PartsOnlyStore::CallId PartsOnlyStore::listObjects(const ListObjectsInput&, Answer<ListObjectsPage> answer)
{
    return refuse(std::move(answer), m_unsupported);
}

PartsOnlyStore::CallId PartsOnlyStore::createBucket(const QString&, Answer<void> answer)
{
    return refuse(std::move(answer), m_unsupported);
}

} // namespace partway
