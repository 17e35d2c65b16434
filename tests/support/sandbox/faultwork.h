// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/answer.h"
#include "support/sandbox/body.h"
#include "support/sandbox/depot.h"
#include "support/sandbox/faultrule.h"

#include <optional>

namespace partway::sandbox {

// What a plan answers without looking at the request. Throws the failure that a status or an expired
// token stands for.
std::optional<Answer> answerInstead(const FaultPlan& faults, WireBody& body);

// A 200 that holds an error; the work is not done.
Answer errorInside(const FaultPlan& faults, const Request& request, WireBody& body);

// The upload the request is about vanishes, if it is there.
void deleteUpload(Depot& depot, const Request& request);

} // namespace partway::sandbox
