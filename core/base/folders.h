// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace partway {

// Where Partway keeps its own files. Window and command line ask here, so that both see the same queue.
struct Folders
{
    QString state;    // journal, locks, receipts, window state: made for this computer
    QString settings; // accounts.json
};

// stateDir: what --state-dir says; both are then that folder. Empty: the platform's places (on Linux
// $XDG_STATE_HOME/partway and $XDG_CONFIG_HOME/partway). Absolute; not created.
Folders programFolders(const QString& stateDir = {});

} // namespace partway
