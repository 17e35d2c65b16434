// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

namespace partway {

// Gives all windows the colours that were chosen; System: what the desktop says. At once.
void applyAppearance(Appearance appearance);

} // namespace partway
