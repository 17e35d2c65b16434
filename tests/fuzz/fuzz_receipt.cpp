// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/receiptcheck.h"

#include <cstdlib>

using namespace partway;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto receipt = parseReceipt(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (!receipt)
        return 0;
    qint64 covered = 0; // what is relied on: the parts are the whole file, in order
    for (const auto& part : receipt->parts) {
        if (part.range.offset != covered || part.range.length < 0)
            std::abort();
        covered = part.range.end();
    }
    if (covered != receipt->size && !receipt->parts.isEmpty())
        std::abort();
    return 0;
}
