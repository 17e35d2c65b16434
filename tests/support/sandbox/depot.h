// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/bucket.h"

namespace partway::sandbox {

// All buckets of one root folder: DIR/buckets/<bucket>. Thread-safe.
class Depot
{
public:
    explicit Depot(QString root) : m_root(std::move(root)) {}
    void load(); // throws Failure

    std::shared_ptr<Bucket> bucket(const QByteArray& name) const; // throws NoSuchBucket
    bool has(const QByteArray& name) const;
    QList<std::shared_ptr<Bucket>> buckets() const; // by name
    void create(const QByteArray& name);            // throws BucketAlreadyOwnedByYou
    void remove(const QByteArray& name);            // throws NoSuchBucket, BucketNotEmpty

private:
    QString folderOf(const QByteArray& name) const;

    QString m_root;
    mutable std::mutex m_mutex; // guards the map
    std::map<QByteArray, std::shared_ptr<Bucket>> m_buckets;
};

} // namespace partway::sandbox
