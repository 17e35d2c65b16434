// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/objectstore.h"
#include "upload/adoption.h"

#include <functional>
#include <memory>

namespace partway {

class DigestPool;

// Looks at an incomplete upload and at the file that is to finish it: lists the parts, finds out how the file
// was cut, and compares what is stored with the file. Sends and changes nothing. Ends exactly once, never
// from inside start(); destroying it cancels, and then nobody is told. Lives on the digest pool's thread;
// both store and pool outlive it. Errors beside the store's and the file's: Refused "adopt-file-smaller",
// "file-too-large", "adopt-checksum-unknown" (the upload wants a checksum that Partway does not compute).
class AdoptionCheck
{
public:
    AdoptionCheck(ObjectStore& store, DigestPool& digests);
    ~AdoptionCheck();

    void start(const UploadRef& upload, const QString& path, std::function<void(Result<Adoption>)> done,
               std::function<void(qint64 compared, qint64 total)> progress = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace partway
