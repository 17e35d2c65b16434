// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/randomness.h"

#include <chrono>
#include <optional>

namespace partway {

// The one back-off of an endpoint, shared by all transfers that use it. Trouble that would meet every request
// (no network, no name, a sign-in page, a proxy, "slow down") closes the endpoint: nothing new is begun, and
// one transfer, the scout, tries again after a wait that grows. When its try works all go on at once. Trouble
// of a single request (a lost connection, an internal error) closes it only when nothing works between.
// A value; feed it what happened, with the monotonic time.
class EndpointPace
{
public:
    using Time = std::chrono::milliseconds;

    // A request of that transfer failed and cannot be sent again before a wait. True: the endpoint is closed
    // from now on, or for longer than the others know, and they are to be held off.
    bool failed(TransferId by, const Error& error, Time at, Randomness& random);
    // A request worked. True: the endpoint was closed and is open again.
    bool worked(Time at);
    // The computer woke or has another network: what failed before says nothing any more.
    void networkCame();
    void open();
    void appoint(TransferId scout) { m_scout = scout; } // the one before is gone

    bool isClosed() const { return m_cause.has_value(); }
    const std::optional<Error>& cause() const { return m_cause; }
    TransferId scout() const { return m_scout; }
    // How long this transfer waits: the scout until its try, the others until they are told, or far longer.
    Time waitOf(TransferId by, Time at) const;

private:
    bool isShared(const Error& error);

    std::optional<Error> m_cause;
    TransferId m_scout;
    Time m_until{0};
    int m_tries = 0; // that failed, without as many successes since
    int m_lost = 0;  // single requests that failed since the last that worked
};

// True if the error says that requests of every transfer to the endpoint would fail now.
bool concernsEndpoint(const Error& error);

} // namespace partway
