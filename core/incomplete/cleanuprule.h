// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace partway {

// One rule of a bucket's lifecycle configuration, as far as incomplete uploads are concerned.
struct CleanUpRule
{
    QString id;
    bool enabled = false;
    QByteArray prefix;
    bool narrowed =
        false;    // by tags or sizes, which an incomplete upload does not have: such a rule leaves it alone
    int days = 0; // after the start an upload is aborted; 0: the rule does other things

    bool isOurs() const;
    bool deletes(const QByteArray& key) const
    {
        return enabled && !narrowed && days > 0 && key.startsWith(prefix);
    }
    bool operator==(const CleanUpRule&) const = default;
};

inline const QString ourRuleId = QStringLiteral("partway-abort-incomplete");
inline bool CleanUpRule::isOurs() const
{
    return id == ourRuleId;
}

struct CleanUpWish
{
    int days = 7; // 1 or more
    QByteArray prefix;
};

// A bucket's lifecycle configuration is one document that belongs to many: only our rule in it is added,
// changed or taken out, and everything else stays, also what we do not know (s3-reference §2.13). Pure. An
// empty document: no rules. Error (Refused): "lifecycle-not-understood" where that cannot be promised.
Result<QList<CleanUpRule>> cleanUpRules(const QByteArray& document);
Result<QByteArray> withCleanUpRule(const QByteArray& document, const CleanUpWish& wish);
Result<QByteArray> withoutCleanUpRule(const QByteArray& document); // empty: no rule is left

// A rule of somebody else that already does what is wished.
std::optional<CleanUpRule> coveringRule(const QList<CleanUpRule>& rules, const CleanUpWish& wish);

} // namespace partway
