// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/session.h"

namespace partway {

std::unique_ptr<KeepAwake> keepAwake(const QString&)
{
    return nullptr;
}

void showLauncherProgress(double) {}

bool setStartAtLogin(bool)
{
    return false;
}

} // namespace partway
