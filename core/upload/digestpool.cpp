// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/digestpool.h"

namespace partway {

namespace {

// On a pool thread: plain values and the thread-safe source only.
Result<Digests> checkAndDigest(const UploadSource& source, const SourceFingerprint& promised,
                               ByteRange window, const DigestPlan& plan, const std::atomic<bool>& stop)
{
    const Result<void> before = source.check(promised);
    if (!before)
        return before.error();
    Result<Digests> digests = digestOf(source, window, plan, &stop);
    if (!digests)
        return digests;
    const Result<void> after = source.check(promised);
    if (!after)
        return after.error();
    return digests;
}

} // namespace

DigestPool::DigestPool(int threads, QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(threads);
}

DigestPool::~DigestPool()
{
    for (const Job& job : std::as_const(m_jobs))
        job.stop->store(true);
    m_pool.waitForDone();
}

DigestPool::JobId DigestPool::digest(std::shared_ptr<const UploadSource> source,
                                     const SourceFingerprint& promised, ByteRange window,
                                     const DigestPlan& plan, Done done)
{
    const JobId id = ++m_last;
    auto stop = std::make_shared<std::atomic<bool>>(false);
    m_jobs.insert(id, Job{stop, std::move(done)});
    // The destructor waits for the pool, so `this` is alive whenever a job posts its result.
    m_pool.start([this, id, source = std::move(source), promised, window, plan, stop] {
        Result<Digests> result = checkAndDigest(*source, promised, window, plan, *stop);
        QMetaObject::invokeMethod(
            this, [this, id, result = std::move(result)] { end(id, result); }, Qt::QueuedConnection);
    });
    return id;
}

void DigestPool::cancel(JobId job)
{
    const auto found = m_jobs.constFind(job);
    if (found != m_jobs.constEnd())
        found->stop->store(true);
}

void DigestPool::end(JobId id, const Result<Digests>& result)
{
    const Job job = m_jobs.take(id);
    if (!job.done)
        return;
    if (job.stop->load()) {
        Error cancelled;
        cancelled.kind = ErrorKind::Cancelled;
        job.done(cancelled);
        return;
    }
    job.done(result);
}

} // namespace partway
