// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QDateTime>

namespace partway {

// Keys that sign requests. Temporary ones have a session token and perhaps an end.
struct Credentials
{
    QByteArray accessKeyId; // not secret
    Secret secretKey;
    Secret sessionToken; // empty: long-lived keys
    QDateTime expiresAt; // invalid: not known or never

    bool isEmpty() const { return accessKeyId.isEmpty() || secretKey.isEmpty(); }
};

} // namespace partway
