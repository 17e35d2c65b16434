// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirm.h"

#include "terminal.h"

#include <cstdio>

namespace partway {

bool confirm()
{
    if (!isInputTerminal())
        return false;
    std::fputs("[y/N] ", stderr);
    std::fflush(stderr);
    int first = 0;
    int c = 0;
    while ((c = std::fgetc(stdin)) != EOF && c != '\n') {
        if (first == 0 && c != ' ')
            first = c;
    }
    return first == 'y' || first == 'Y';
}

} // namespace partway
