// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notifier.h"

namespace partway {

std::unique_ptr<Notifier> makeDesktopNotifier()
{
    return nullptr;
}

} // namespace partway
