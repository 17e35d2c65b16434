// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byterange.h"

#include <QMap>

namespace partway {

// The content of a range of bytes, as a number: equal numbers are equal bytes.
using Content = quint64;

// A file without bytes: a version, a size, and a stamp for its time and identity, which every change renews.
struct ModelFile
{
    int version = 1;
    qint64 size = 0;
    int stamp = 1;
    bool exists = true;
    QMap<qint64, int>
        rewritten; // blocks of 1,000 bytes that were written again in their place, and how often

    Content content(ByteRange range) const
    {
        int now = version;
        for (auto block = rewritten.cbegin(); block != rewritten.cend(); ++block) {
            const qint64 at = block.key() * 1000;
            if (at >= range.offset && at < range.end())
                now += 1000 * block.value() * (at == range.offset ? 1 : 50);
        }
        return contentOf(now, range);
    }
    bool holds(ByteRange range) const { return exists && range.offset + range.length <= size; }
    bool isAs(const ModelFile& promised) const
    {
        return exists && stamp == promised.stamp && size == promised.size;
    }

    static Content contentOf(int version, ByteRange range)
    {
        return (Content(version) << 44) | (Content(range.offset) << 16) | Content(range.length);
    }
};

} // namespace partway
