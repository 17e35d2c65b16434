// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/numbers.h"

#include "base/byterange.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString twoUnits(const char* both, const char* one, qint64 large, qint64 small)
{
    const QLocale locale;
    if (small == 0)
        return QCoreApplication::translate("Numbers", one).arg(locale.toString(large));
    return QCoreApplication::translate("Numbers", both).arg(locale.toString(large), locale.toString(small));
}

} // namespace

QString formatBytes(qint64 bytes)
{
    if (bytes == 1) // the locale says "1 bytes"
        return QCoreApplication::translate("Numbers", "1 byte");
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

QString exactBytes(qint64 bytes)
{
    if (bytes < KiB)
        return formatBytes(bytes);
    return QCoreApplication::translate("Numbers", "%1 (%2 bytes)", "a size, and exactly")
        .arg(formatBytes(bytes), QLocale().toString(bytes));
}

QString formatSpeed(qint64 bytesPerSecond)
{
    if (bytesPerSecond <= 0)
        return {};
    return QCoreApplication::translate("Numbers", "%1/s", "a speed, such as 84.1 MiB/s")
        .arg(formatBytes(bytesPerSecond));
}

QString formatDuration(qint64 seconds)
{
    if (seconds < 0)
        return {};
    if (seconds < minute)
        return QCoreApplication::translate("Numbers", "%1 s", "seconds").arg(seconds);
    if (seconds < 10 * minute)
        return twoUnits(QT_TRANSLATE_NOOP("Numbers", "%1 min %2 s"), QT_TRANSLATE_NOOP("Numbers", "%1 min"),
                        seconds / minute, seconds % minute);
    if (seconds < hour)
        return QCoreApplication::translate("Numbers", "%1 min").arg(seconds / minute);
    if (seconds < day)
        return twoUnits(QT_TRANSLATE_NOOP("Numbers", "%1 h %2 min"), QT_TRANSLATE_NOOP("Numbers", "%1 h"),
                        seconds / hour, seconds % hour / minute);
    return twoUnits(QT_TRANSLATE_NOOP("Numbers", "%1 d %2 h"), QT_TRANSLATE_NOOP("Numbers", "%1 d"),
                    seconds / day, seconds % day / hour);
}

QString formatPercent(qint64 part, qint64 whole)
{
    qint64 percent = 0;
    if (whole > 0 && part >= whole)
        percent = 100;
    else if (whole > 0 && part > 0)
        percent = std::min<qint64>(
            99, static_cast<qint64>(100.0 * static_cast<double>(part) / static_cast<double>(whole)));
    return QCoreApplication::translate("Numbers", "%1 %", "a percentage").arg(percent);
}

QString formatWhen(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    const qint64 ago = at.secsTo(now);
    if (ago < minute && ago > -minute)
        return QCoreApplication::translate("Numbers", "just now");
    if (ago < 0 || ago >= 7 * day)
        return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
    // In variables: lupdate does not find a text with a cast beside it.
    const int minutes = static_cast<int>(ago / minute);
    const int hours = static_cast<int>(ago / hour);
    const int days = static_cast<int>(ago / day);
    if (minutes < 60)
        return QCoreApplication::translate("Numbers", "%n minute(s) ago", nullptr, minutes);
    if (hours < 24)
        return QCoreApplication::translate("Numbers", "%n hour(s) ago", nullptr, hours);
    return QCoreApplication::translate("Numbers", "%n day(s) ago", nullptr, days);
}

} // namespace partway
