// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "s3/checksum.h"
#include "upload/uploadsource.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace partway {

// Hashes windows of source files on a few threads of its own, so that the engine's thread never does. Lives
// on the engine's thread and outlives the runners. Each job ends exactly once through `done`, on the engine's
// thread, never from inside digest() or cancel(); a cancelled one with Cancelled.
class DigestPool final : public QObject
{
    Q_OBJECT
public:
    using JobId = qint64; // 0: none
    using Done = std::function<void(Result<Digests>)>;

    explicit DigestPool(int threads = 2, QObject* parent = nullptr);
    ~DigestPool() override; // stops and waits for what runs; `done` is not called any more

    // Checks that the source is still what was promised (before and after reading), then hashes the window.
    JobId digest(std::shared_ptr<const UploadSource> source, const SourceFingerprint& promised,
                 ByteRange window, const DigestPlan& plan, Done done);
    void cancel(JobId job);

private:
    struct Job
    {
        std::shared_ptr<std::atomic<bool>> stop;
        Done done;
    };
    void end(JobId job, const Result<Digests>& result);

    QThreadPool m_pool;
    QHash<JobId, Job> m_jobs;
    JobId m_last = 0;
};

} // namespace partway
