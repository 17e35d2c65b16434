// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "s3/endpoint.h"

namespace partway {

// A Companion server and the header that it (or the proxy before it) wants to see. The header goes to this
// server only, never to an address that it signed.
struct CompanionServer
{
    Endpoint endpoint;
    QByteArray signInName; // empty: no header
    Secret signInValue;
};

// signIn: "Name: value", or a token alone, which goes as "Authorization: Bearer …"; empty: none. Errors
// (Refused): those of Endpoint, "companion-header-invalid", and "companion-header-in-clear" when the header
// would go over plain http to another computer.
Result<CompanionServer> companionServer(const QString& endpoint, const Secret& signIn);

} // namespace partway
