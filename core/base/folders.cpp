// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/folders.h"

#include <QDir>
#include <QStandardPaths>

namespace partway {

namespace {

QString stateHome()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#else
    // https://specifications.freedesktop.org/basedir-spec/latest/: a relative path is to be ignored.
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(home) ? home : QDir::homePath() + QStringLiteral("/.local/state");
#endif
}

} // namespace

Folders programFolders(const QString& stateDir)
{
    if (!stateDir.isEmpty()) {
        const QString folder = QDir::cleanPath(QDir(stateDir).absolutePath());
        return {folder, folder};
    }
    const QString settings = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return {QDir::cleanPath(stateHome() + QStringLiteral("/partway")),
            QDir::cleanPath(settings + QStringLiteral("/partway"))};
}

} // namespace partway
