// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteupload.h"
#include "store/objectstore.h"

#include <QList>

#include <chrono>
#include <functional>
#include <memory>

namespace partway {

// Lists incomplete uploads with correct paging (key and upload-id markers), and their parts. Engine thread.
// Each call ends exactly once, never from inside it; destroying the inventory cancels, and then nobody is
// told. Requests that time can cure are repeated a few times. Errors beside the store's: Refused
// "listing-unsupported", "abort-unsupported"; Transient "abort-incomplete" (the store still keeps parts).
class Inventory
{
public:
    struct Pace
    {
        std::chrono::milliseconds retry{500};  // before the second try; doubles
        std::chrono::milliseconds abort{1000}; // before the second round; doubles
    };

    explicit Inventory(ObjectStore& store);
    Inventory(ObjectStore& store, Pace pace);
    ~Inventory();

    using Wish = IncompleteWish;

    // found: as they come, in blocks; done: at the end, with the first error. One bucket's error does not
    // stop the others.
    void list(const Wish& wish, std::function<void(QList<IncompleteUpload>)> found,
              std::function<void(Result<void>)> done);

    // Aborts one and lists its parts until the store says it is gone (5 rounds more, 31 s).
    void abort(const UploadRef& upload, std::function<void(Result<void>)> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace partway
