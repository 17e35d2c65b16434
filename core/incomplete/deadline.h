// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/cleanuprule.h"
#include "incomplete/incompleteupload.h"
#include "incomplete/storehabits.h"

#include <QDateTime>

namespace partway {

// When an incomplete upload will be deleted, and by whom.
struct Deadline
{
    enum class By { Nobody, Unknown, Store, Rule, Provider };

    By by = By::Unknown;
    QDateTime at; // of Store, Rule and Provider
    QString rule; // the id of the rule, where it is one

    bool isKnown() const { return at.isValid(); }
    bool operator==(const Deadline&) const = default;
};

// Pure. The store's own word (x-amz-abort-date) counts first, then the earlier of the bucket's rules and the
// provider's habit. rulesKnown: the rules were read; else "nobody" is never said.
Deadline deadlineOf(const IncompleteUpload& upload, const QList<CleanUpRule>& rules, bool rulesKnown,
                    const StoreHabits& habits);

// S3 rounds up: at the midnight (UTC) that follows so many days after the start.
QDateTime endByRule(const QDateTime& initiated, int days);

} // namespace partway
