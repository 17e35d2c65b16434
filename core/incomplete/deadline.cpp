// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/deadline.h"

namespace partway {

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html: the number of days is
// added to the time, and the result is rounded to the next day's midnight UTC.
QDateTime endByRule(const QDateTime& initiated, int days)
{
    const QDateTime due = initiated.toUTC().addDays(days);
    const QDateTime midnight = due.date().startOfDay(Qt::UTC);
    return midnight == due ? midnight : midnight.addDays(1);
}

Deadline deadlineOf(const IncompleteUpload& upload, const QList<CleanUpRule>& rules, bool rulesKnown,
                    const StoreHabits& habits)
{
    if (upload.abortDate.isValid())
        return {.by = Deadline::By::Store, .at = upload.abortDate.toUTC(), .rule = upload.abortRule};
    const QDateTime initiated = upload.upload.initiated;
    if (!initiated.isValid())
        return {};
    Deadline found{.by = rulesKnown ? Deadline::By::Nobody : Deadline::By::Unknown};
    const auto offer = [&found](const Deadline& other) {
        if (!found.at.isValid() || other.at < found.at)
            found = other;
    };
    if (habits.rules == StoreHabits::Rules::Kept) {
        for (const CleanUpRule& rule : rules) {
            if (rule.deletes(upload.upload.key))
                offer({.by = Deadline::By::Rule, .at = endByRule(initiated, rule.days), .rule = rule.id});
        }
    }
    const bool ruled = found.at.isValid() || (habits.onlyUnruled && !rulesKnown);
    if (habits.ownDays > 0 && !(habits.onlyUnruled && ruled))
        offer({.by = Deadline::By::Provider, .at = initiated.toUTC().addDays(habits.ownDays)});
    return found;
}

} // namespace partway
