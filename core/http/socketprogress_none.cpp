// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/socketprogress.h"

namespace partway {

void SocketProgress::look(Time) {}

int SocketProgress::moving(Time, Time) const
{
    return 0;
}

} // namespace partway
