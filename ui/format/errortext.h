// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace partway {

// An error in plain words (translated). sentence: what happened; cause: what is likely behind it and what to
// do; both end with a full stop, cause may be empty. Never contains a secret. The one place that turns kinds
// and codes into text.
struct ErrorText
{
    QString sentence;
    QString cause;
};
ErrorText describeError(const Error& error);
// Shown while the keychain does not answer.
QString keychainWaitText();

QString errorLine(const Error& error); // sentence and cause on one line, for the command line

} // namespace partway
