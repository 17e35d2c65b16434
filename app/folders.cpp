// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "folders.h"

#include <QDir>
#include <QStandardPaths>

namespace partway {

Folders standardFolders()
{
    // The generic places, so that they depend neither on the program's name nor on an organisation's.
    const auto place = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + QStringLiteral("/partway");
    };
    return {.state = place(QStandardPaths::GenericDataLocation),
            .settings = place(QStandardPaths::GenericConfigLocation)};
}

Folders foldersIn(const QString& folder)
{
    const QString path = QDir(folder).absolutePath();
    return {.state = path, .settings = path};
}

} // namespace partway
