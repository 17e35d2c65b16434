// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/answer.h"
#include "support/sandbox/body.h"
#include "support/sandbox/depot.h"
#include "support/sandbox/faultrule.h"
#include "support/sandbox/signaturecheck.h"

#include <chrono>
#include <functional>

namespace partway::sandbox {

// What the store allows. Smaller parts make tests with very many of them cheap.
struct Limits
{
    qint64 minPart = 5 * MiB;
    qint64 maxPart = 5 * GiB;
    int maxParts = 10'000;
    int maxKeyBytes = 1024;
    int maxMetadataBytes = 2048;
    bool md5Etags = true;        // false: opaque ones, as of encrypted objects and directory buckets
    bool deceptiveEtags = false; // opaque ones that look like an MD5
    enum class Tags { Kept, Unknown, Denied };
    Tags tags = Tags::Kept; // given with an object: unknown to the store (501), or nobody may (403)
    std::chrono::milliseconds session{5 * 60'000}; // how long one of S3 Express lasts
};

// One request while it is worked on. Lives in the connection's thread.
struct Exchange
{
    const Request& request;
    const Access& access;
    WireBody& body;
    Depot& depot;
    const FaultPlan& faults;
    const Limits& limits;
    Keys lasting;
    QByteArray region;
    std::function<void()> alive; // to be called now and then during long work

    Bucket& bucket() const { return *m_bucket; }
    void enterBucket() { m_bucket = depot.bucket(request.bucket); } // throws NoSuchBucket

    std::shared_ptr<Bucket> m_bucket;
};

} // namespace partway::sandbox
