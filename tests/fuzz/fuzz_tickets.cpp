// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A resume ticket from anywhere. What is taken is whole: its parts lie in its plan, and it can be written
// again and read back the same.
#include "queue/resumeticket.h"

#include <cstdlib>

using namespace partway;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto ticket =
        parseResumeTicket(QByteArrayView(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (!ticket)
        return 0;
    if (!ticket->spec.plan.covers() || ticket->uploadId.isEmpty())
        std::abort();
    for (auto part = ticket->parts.cbegin(); part != ticket->parts.cend(); ++part) {
        if (ticket->spec.plan.indexOf(part.key()) < 0)
            std::abort();
    }
    const auto again = parseResumeTicket(ticketJson(*ticket));
    if (!again || !(*again == *ticket))
        std::abort();
    return 0;
}
