// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keyentry.h"

namespace partway {

Secret keyEntry(const Secret& secretKey, const Secret& sessionToken)
{
    return sessionToken.isEmpty() ? secretKey : Secret(secretKey.reveal() + '\n' + sessionToken.reveal());
}

Credentials keysFromEntry(const QByteArray& accessKeyId, const Secret& entry)
{
    const qsizetype end = entry.reveal().indexOf('\n');
    if (end < 0)
        return {.accessKeyId = accessKeyId, .secretKey = entry};
    return {.accessKeyId = accessKeyId,
            .secretKey = Secret(entry.reveal().left(end)),
            .sessionToken = Secret(entry.reveal().mid(end + 1))};
}

} // namespace partway
