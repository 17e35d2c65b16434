// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/credentials.h"

namespace partway {

// What the keychain holds under an account's id: the secret key, and in a second line the session token where
// the keys came with one. One entry, so that the person is asked once.
Secret keyEntry(const Secret& secretKey, const Secret& sessionToken);
Credentials keysFromEntry(const QByteArray& accessKeyId, const Secret& entry);

} // namespace partway
