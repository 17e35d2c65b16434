// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace partway {

// Numbers for people, in the user's locale. Binary units as the file managers show them ("812.4 MiB").
QString formatBytes(qint64 bytes);
QString exactBytes(qint64 bytes);                 // "1.0 MiB (1,048,576 bytes)"
QString formatSpeed(qint64 bytesPerSecond);       // "84.1 MiB/s"; empty for 0
QString formatDuration(qint64 seconds);           // "1 h 32 min", "45 s"; empty for < 0
QString formatPercent(qint64 part, qint64 whole); // "41 %"; never 100 % before the end
QString formatWhen(const QDateTime& at,
                   const QDateTime& now); // "3 minutes ago"; the exact time is for the tooltip

} // namespace partway
