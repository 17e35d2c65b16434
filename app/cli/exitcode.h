// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QMetaType>

namespace partway {

// What the program ends with; a promise to scripts.
enum class ExitCode {
    Done = 0,
    Failed = 1,   // something failed; the rest went on
    WrongUse = 2, // the command line makes no sense; nothing was done
    Paused = 3,   // paused or interrupted; resume goes on
    SignIn = 4,   // the store does not let us in: keys missing, wrong, or without the right
};

inline bool isSignIn(const Error& error)
{
    return error.kind == ErrorKind::SignIn || error.httpStatus == 401 || error.httpStatus == 403;
}

inline ExitCode exitCodeFor(const Error& error)
{
    return isSignIn(error) ? ExitCode::SignIn : ExitCode::Failed;
}

} // namespace partway

Q_DECLARE_METATYPE(partway::ExitCode)
