// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/answer.h"
#include "support/sandbox/body.h"
#include "support/sandbox/services.h"

namespace partway::sandbox {

// The sandbox's own address beside S3, for tests and people; unsigned, on loopback, no faults apply to it.
//     GET|PUT|POST|DELETE /_sandbox/faults     the rules: list, replace, add, remove all
//     DELETE /_sandbox/faults/ID               remove one
//     GET|DELETE /_sandbox/counters            what came in; reset
//     DELETE /_sandbox/connections             closes the idle ones
inline const QByteArray controlPath = "/_sandbox";

bool isControl(const Request& request);
Answer control(const Request& request, WireBody& body, Services& services);

} // namespace partway::sandbox
