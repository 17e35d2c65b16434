// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QString>

#include <optional>

namespace partway {

// What the platform's terminal can do. Each platform has its own source file.

enum class Channel { Out, Err };

// Before QCoreApplication: makes the terminal and Qt agree on UTF-8.
void prepareTerminal();

bool isTerminal(Channel channel); // and takes ANSI sequences
bool isInputTerminal();
int terminalWidth(); // columns; 80 when not known

// Asks on the terminal without showing what is typed. Nothing: no terminal, or the person ended it.
std::optional<Secret> askSecret(const QString& prompt);

// Ends the process at once, without destructors.
[[noreturn]] void endAtOnce(int exitCode);

} // namespace partway
