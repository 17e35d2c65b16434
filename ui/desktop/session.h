// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace partway {

// Asks the desktop not to go to sleep by itself. Held while it lives; a crash ends it, too.
class KeepAwake
{
public:
    virtual ~KeepAwake() = default;
};

// why: for people, the desktop shows it. Null where nobody can be asked.
std::unique_ptr<KeepAwake> keepAwake(const QString& why);

// The desktop's own progress on the program's icon, where it has it. progress 0 … 1; below 0: none.
void showLauncherProgress(double progress);

// Starts the program with the session from now on, or not any more. False: that could not be written.
bool setStartAtLogin(bool on);

} // namespace partway
