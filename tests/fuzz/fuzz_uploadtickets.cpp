// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An upload ticket from anywhere. What is taken has a request for every part of its size, each of them of its
// own server and such as can be sent; it can be written again and read back the same.
#include "store/uploadticket.h"

#include <algorithm>
#include <cstdlib>

using namespace partway;

namespace {

void check(const Secret& target)
{
    const QByteArray& path = target.reveal();
    const bool plain = std::all_of(path.begin(), path.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!plain || !path.startsWith('/') || path.startsWith("//"))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto ticket =
        parseUploadTicket(QByteArrayView(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (!ticket)
        return 0;
    const qint64 parts = std::max<qint64>(1, (ticket->size + ticket->partSize - 1) / ticket->partSize);
    if (ticket->partCount() != parts || ticket->key.isEmpty() || ticket->uploadId.isEmpty())
        std::abort();
    for (const Secret& target :
         ticket->parts + ticket->lists + QList<Secret>{ticket->complete, ticket->abort})
        check(target);
    const QByteArray written = uploadTicketJson(*ticket);
    const auto again = parseUploadTicket(written);
    if (!again || uploadTicketJson(*again) != written)
        std::abort();
    return 0;
}
