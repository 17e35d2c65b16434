// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exitcode.h"

#include <QString>

#include <variant>

namespace partway {

// Why a command line cannot be followed: a sentence, perhaps a hint, and what to end with.
struct Complaint
{
    QString sentence;
    QString hint;
    ExitCode code = ExitCode::WrongUse;
};

template <typename T>
using OrComplaint = std::variant<T, Complaint>;

template <typename T>
const Complaint* complaintOf(const OrComplaint<T>& value)
{
    return std::get_if<Complaint>(&value);
}

} // namespace partway
