// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "buckets/buckettree.h"

namespace partway {

enum class Listing { Unasked, Asking, Known, Failed };

// The inside of BucketTree: one row with what is below it.
struct BucketTree::Node
{
    quint64 id = 0;
    Node* parent = nullptr;
    int place = 0; // among its parent's children
    BucketRow row;
    Listing state = Listing::Unasked;
    QByteArray nextToken;  // empty: from the start, or nothing further
    QByteArray narrowedTo; // only names that begin so
    quint64 asked = 0;     // an answer to an earlier question is void
    std::vector<std::unique_ptr<Node>> children;

    bool isMark() const { return !row.isPlace() && row.kind != BucketRowKind::Object; }
};

} // namespace partway
