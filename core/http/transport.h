// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <functional>

namespace partway {

// Sends HTTP requests. Every request ends exactly once, by its `done`, never from inside send() or cancel();
// also after cancel() (failure of kind Cancelled, unless the answer had already come), and never after the
// transport is gone. `done` may delete the transport, `progress` may not.
// All calls and callbacks on the transport's own thread (the engine's).
class Transport
{
public:
    using CallId = qint64; // 0: none
    using Done = std::function<void(HttpReply)>;
    using Progress = std::function<void(qint64 bodyBytesSent)>; // absolute; may go back to 0 after a re-send

    virtual ~Transport() = default;

    virtual CallId send(HttpRequest request, Done done, Progress progress = {}) = 0;
    virtual void cancel(CallId call) = 0; // unknown or ended calls are ignored

    // Drops idle connections so that the next request opens a new one (network changed, computer woke up).
    // Requests on their way have some seconds to show that theirs still works.
    virtual void dropConnections() = 0;
};

} // namespace partway
