// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QObject>

class QActionGroup;
class QLabel;
class QMenu;
class QStatusBar;
class QToolButton;

namespace partway {

// The status bar: speed and its limit, what is left, counts, and whether the network is there.
class StatusLine final : public QObject
{
    Q_OBJECT
public:
    explicit StatusLine(QStatusBar& bar);

    void setTotals(const QueueTotals& totals);
    void setRateLimit(qint64 bytesPerSecond, bool byTimetable); // shows it; does not emit
    qint64 rateLimit() const { return m_limit; }

Q_SIGNALS:
    void rateLimitChosen(qint64 bytesPerSecond); // 0: none

private:
    void fillLimitMenu(QMenu& menu);
    void addLimit(QMenu& menu, qint64 limit);
    void askLimit();
    void showSpeed();

    QWidget* m_window = nullptr;
    QToolButton* m_speed = nullptr;
    QActionGroup* m_limits = nullptr;
    QLabel* m_left = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_dot = nullptr;
    QLabel* m_online = nullptr;
    QueueTotals m_totals;
    qint64 m_limit = 0;
    bool m_byTimetable = false;
};

QString leftText(const QueueTotals& totals);   // "873 GiB left, about 1 h 40 min"
QString countsText(const QueueTotals& totals); // "3 sending, 120 waiting"

} // namespace partway
