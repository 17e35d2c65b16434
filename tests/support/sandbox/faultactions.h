// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "support/sandbox/faultplan.h"

namespace partway::sandbox {

// Adds one action ("cut-body", "65536") to a plan.
Result<void> addAction(FaultPlan& plan, const QByteArray& name, const QByteArray& value);

bool isAction(const QByteArray& name);

// Lays a second plan over the first: what it says counts, what it does not say stays.
void overlay(FaultPlan& plan, const FaultPlan& other);

// "250ms", "2s", "1.5" (seconds) or "3m".
std::optional<std::chrono::milliseconds> parseDuration(const QByteArray& text);
// "65536", "64k", "5M", "1G".
std::optional<qint64> parseSize(const QByteArray& text);

} // namespace partway::sandbox
