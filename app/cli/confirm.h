// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace partway {

// Waits for the answer to a question that stands on the terminal; true only for one that begins with y.
bool confirm();

} // namespace partway
