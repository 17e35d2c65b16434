// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace partway {

// One of the program's own icons (resources/icons/NAME.svg), drawn in the colour of the text around it, so
// that light, dark and disabled come by themselves, sharp at every scale. GUI thread.
QIcon ownIcon(const QString& name);

QIcon applicationIcon(); // in its own colours

} // namespace partway
