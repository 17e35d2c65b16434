// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"
#include "settings/preferences.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace partway {

// Gives the queue the speed limit that counts now: the preference, or what the timetable says at this time.
class RateKeeper final : public QObject
{
    Q_OBJECT
public:
    using LocalTime = std::function<QDateTime()>;

    RateKeeper(
        PreferenceBook& book, TransferQueue& queue,
        LocalTime localTime = [] { return QDateTime::currentDateTime(); }, QObject* parent = nullptr);

    qint64 limit() const { return m_limit; } // 0: none
    bool byTimetable() const { return m_rule >= 0 && !m_instead; }

    // By hand: the preference; while the timetable rules, instead of it and until its next change.
    void choose(qint64 bytesPerSecond);
    void look(); // at the clock; also called every minute while there is a timetable

Q_SIGNALS:
    void limitChanged(qint64 bytesPerSecond, bool byTimetable);

private:
    PreferenceBook& m_book;
    TransferQueue& m_queue;
    LocalTime m_localTime;
    QTimer m_minute;
    qint64 m_limit = 0;
    int m_rule = -1; // of the timetable that is in force
    std::optional<qint64> m_instead;
};

} // namespace partway
