// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <cstdlib>

namespace partway {

// An answer of a store as a fuzzer writes it: status, header lines, an empty line, the body. Qt's network
// stack passes on no more than some tens of KiB of header; more lines here would only measure a list's
// length.
inline HttpReply replyFrom(const QByteArray& text)
{
    constexpr int mostFields = 64;
    HttpReply reply;
    reply.receivedAt = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);
    qsizetype at = 0;
    const auto line = [&] {
        const qsizetype end = text.indexOf('\n', at);
        const QByteArray found = text.mid(at, end < 0 ? -1 : end - at);
        at = end < 0 ? text.size() : end + 1;
        return found;
    };
    reply.status = line().trimmed().toInt();
    for (int i = 0; i < mostFields; ++i) {
        const QByteArray field = line();
        if (field.isEmpty())
            break;
        const qsizetype colon = field.indexOf(':');
        if (colon > 0)
            reply.headers.add(field.left(colon), field.mid(colon + 1).trimmed());
    }
    reply.body = text.mid(at);
    return reply;
}

// What the rest of the program relies on.
inline void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace partway
