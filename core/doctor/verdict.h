// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/bedside.h"

namespace partway {

// What a refusal says about a right: "denied", "unsupported" (the store does not have the operation),
// "failed" (anything else; the error says what).
const char* verdictOf(const Error& error);

// True if nothing can be uploaded without it.
bool isNeeded(const QString& right);

void reportRight(Bedside& bedside, const QString& right, const char* verdict, const Error* error = nullptr);
void reportRight(Bedside& bedside, const QString& right, const std::optional<Error>& error); // none: given

template <typename T>
std::optional<Error> errorOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace partway
