// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountjson.h"

#include <cstdlib>

using namespace partway;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto accounts = accountsFromJson(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (!accounts)
        return 0;
    const auto again = accountsFromJson(accountsToJson(*accounts)); // what was read can be written and read
    if (!again || again->size() != accounts->size())
        std::abort();
    return 0;
}
