// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace partway {

// Where Partway keeps what must outlive it. The window and the command line use the same folders: what one
// began the other can show and finish.
struct Folders
{
    QString state;    // journal, locks, receipts
    QString settings; // accounts.json, preferences
};

Folders standardFolders();                // by the platform: XDG on Linux
Folders foldersIn(const QString& folder); // --state-dir: everything in one place

} // namespace partway
