// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/objectstore.h"

#include <QDateTime>
#include <QList>

#include <functional>
#include <memory>

namespace partway {

// One incomplete upload as a listing shows it.
struct IncompleteUpload
{
    QString bucket;
    ListedUpload upload;
    int parts = -1; // -1: not asked or not to be had
    qint64 bytesKept = -1;
};

// Lists incomplete uploads with correct paging (key and upload-id markers), and their parts. Engine thread.
// Each call ends exactly once; destroying it cancels.
class Inventory
{
public:
    explicit Inventory(ObjectStore& store) : m_store(store) {}
    ~Inventory();

    struct Wish
    {
        QString bucket;
        QByteArray prefix;
        bool withParts = true;
    }; // bucket empty: every bucket
    // found: as they come, in blocks; done: at the end, with the first error.
    void list(const Wish& wish, std::function<void(QList<IncompleteUpload>)> found,
              std::function<void(Result<void>)> done);

    // Aborts one and lists its parts until the store says it is gone (5 rounds).
    void abort(const UploadRef& upload, std::function<void(Result<void>)> done);

private:
    class Private;
    ObjectStore& m_store;
    std::shared_ptr<Private> d;
};

} // namespace partway
