// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/ratetimetable.h"

namespace partway {

namespace {

bool hasDay(const RateRule& rule, int dayOfWeek)
{
    return ((rule.days >> (dayOfWeek - 1)) & 1) != 0;
}

bool fits(const RateRule& rule, const QDateTime& local)
{
    const int day = local.date().dayOfWeek();
    const int yesterday = day == 1 ? 7 : day - 1;
    const int minute = local.time().hour() * 60 + local.time().minute();
    if (rule.fromMinute < rule.toMinute)
        return hasDay(rule, day) && minute >= rule.fromMinute && minute < rule.toMinute;
    // Over midnight: the morning belongs to the day on which it began.
    return (hasDay(rule, day) && minute >= rule.fromMinute) ||
           (hasDay(rule, yesterday) && minute < rule.toMinute);
}

} // namespace

int ruleAt(const QList<RateRule>& rules, const QDateTime& local)
{
    for (int i = 0; i < rules.size(); ++i) {
        if (fits(rules.at(i), local))
            return i;
    }
    return -1;
}

qint64 limitAt(const QList<RateRule>& rules, qint64 otherwise, const QDateTime& local)
{
    const int rule = ruleAt(rules, local);
    return rule < 0 ? otherwise : rules.at(rule).bytesPerSecond;
}

} // namespace partway
