// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <functional>

namespace partway {

// The strip of a folder: its files one after the other, each as wide as its bytes, in at most stripBuckets
// buckets. As in the strip of one file, trouble outshines work, work outshines what is stored, and a bucket
// is only "stored" when all of it is. Files that were given up take no room. Pure. Empty: nothing but
// waiting.
class FolderStrip
{
public:
    explicit FolderStrip(qint64 size) : m_size(size), m_buckets(stripBuckets, Bucket{}) {}

    void add(const TransferRow& row); // in their order; their sizes come to `size`
    QByteArray result() const;

private:
    struct Bucket
    {
        qint64 stored = 0; // bytes
        PartState loudest = PartState::Missing;
    };
    void show(qint64 from, qint64 length, PartState state);
    qint64 edge(int bucket) const; // first byte of it

    qint64 m_size;
    qint64 m_at = 0;
    QList<Bucket> m_buckets;
};

} // namespace partway
