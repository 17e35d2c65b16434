// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "upload/sourcefile.h"

#include <QList>
#include <QString>

#include <atomic>
#include <functional>

namespace partway {

struct ScannedFile
{
    QString path;
    QString
        relative;  // "" based: the key below the prefix, '/'-separated, NFC: "a.bin" or "photos/2026/a.bin"
    QString group; // top folder's name, or empty
    SourceFingerprint source;
};

struct ScanTrouble
{
    QString path;
    Error error; // LocalFile: "file-missing", "file-unreadable", "folder-unreadable", "file-not-regular"
                 // (device, socket, pipe), "link-skipped", "link-broken", "link-loop", "name-not-utf8"
};

// Walks files and folders. Pool function: runs on any thread, calls `files` and `troubles` there in blocks of
// at most 1,000. Order: by name within a folder. Links are skipped unless followed; a loop is named, not
// walked. Stops when *stop is true.
void scanPaths(const QStringList& paths, bool followLinks, const std::atomic<bool>& stop,
               const std::function<void(QList<ScannedFile>)>& files,
               const std::function<void(QList<ScanTrouble>)>& troubles);

} // namespace partway
