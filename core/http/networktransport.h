// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/largepieces.h"
#include "http/networkroute.h"
#include "http/ratelimit.h"
#include "http/transport.h"

#include <QString>

#include <memory>

namespace partway {

// How a NetworkTransport reaches its endpoint. TLS is always verified.
struct TransportOptions
{
    QString caFile;             // PEM with additional authorities; empty: the system's alone
    int managers = 2;           // QNetworkAccessManagers; each gives 6 connections to a host
    RateLimit* limit = nullptr; // shared by all transports; outlives them; null: none
    LargePieces pieces = LargePieces::WhenProven;
    NetworkRoute route; // its caFile counts where the one above is empty
};

// Transport over QNetworkAccessManager with the rules of shared s3-reference §1.11: manual redirects,
// HTTP/1.1 only, no null bodies, the path guard, own stall timer, connections beyond six by several managers,
// bodies as windows on a ByteSource. Lives on the thread that makes it (the engine's worker, never the
// GUI's). Error if the CA file cannot be read.
Result<std::unique_ptr<Transport>> makeNetworkTransport(const TransportOptions& options, const Clock& clock);

} // namespace partway
