// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"

#include <QMimeData>

namespace partway {

// What a drop or a paste brings: paths of this computer, and what cannot be taken, with its reason.
struct DropIntake
{
    QStringList paths;
    QList<RefusedPath> refused;

    bool isEmpty() const { return paths.isEmpty() && refused.isEmpty(); }
};

// Quick: for the look of a drag that is still in the air.
bool bringsFiles(const QMimeData& data);

// Reads text/uri-list, and what file managers put on the clipboard (x-special/gnome-copied-files). Whether a
// path exists and can be read is found out by the scan. Refused here: "not-a-local-file", and
// "name-not-utf8", since a name that is not UTF-8 does not survive the way through QUrl.
DropIntake readDrop(const QMimeData& data);

} // namespace partway
