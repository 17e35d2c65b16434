// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>

namespace partway {

// A limit for some hours of some days. A plain value.
struct RateRule
{
    int days = everyDay;       // bit 0: Monday … bit 6: Sunday
    int fromMinute = 0;        // of the day, 0 … 1439
    int toMinute = 0;          // exclusive; not after fromMinute: of the next day
    qint64 bytesPerSecond = 0; // 0: no limit in these hours

    static constexpr int everyDay = 0x7f;
    bool operator==(const RateRule&) const = default;
};

// Which rule is in force at a local time: the first that fits; -1: none. Pure.
int ruleAt(const QList<RateRule>& rules, const QDateTime& local);
// What then counts: the rule's limit, or `otherwise`.
qint64 limitAt(const QList<RateRule>& rules, qint64 otherwise, const QDateTime& local);

} // namespace partway
