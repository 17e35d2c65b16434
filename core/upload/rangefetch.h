// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/objectstore.h"
#include "upload/sourcefile.h"

#include <QTemporaryFile>

#include <functional>
#include <memory>

namespace partway {

// A stretch of an object on this computer's disk, for as long as somebody holds it.
struct FetchedRange
{
    std::unique_ptr<QTemporaryFile> spool;
    std::shared_ptr<SourceFile> file;
};

// Reads a range of an object into a file of its own, piece by piece: memory does not grow with the range.
// Ends exactly once through `done`, never from inside start() or cancel(); with Cancelled after cancel(). Not
// to be destroyed before. Engine thread.
class RangeFetch
{
public:
    using Done = std::function<void(Result<std::shared_ptr<FetchedRange>>)>;

    RangeFetch(std::shared_ptr<ObjectStore> store, QString folder);

    void start(const ReadRangeInput& input, Done done);
    void cancel();

private:
    void next();
    void took(const Result<QByteArray>& bytes);
    void finish(Result<std::shared_ptr<FetchedRange>> result);
    Result<std::shared_ptr<FetchedRange>> fetched();

    std::shared_ptr<ObjectStore> m_store;
    const QString m_folder;
    ReadRangeInput m_input;
    Done m_done;
    std::unique_ptr<QTemporaryFile> m_spool;
    ObjectStore::CallId m_call = 0;
    qint64 m_place = 0; // bytes of the range that are on disk
    bool m_cancelled = false;
};

} // namespace partway
