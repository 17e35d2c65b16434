// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/cleanuprule.h"
#include "incomplete/storecalls.h"

#include <functional>
#include <memory>
#include <optional>

namespace partway {

// A change of a bucket's lifecycle configuration before it is made: what is there, and what would be.
struct LifecyclePlan
{
    QString bucket;
    LifecycleAnswer now;
    QByteArray wanted;                  // the whole document; empty: no rule is left
    QList<CleanUpRule> rules;           // as they are
    std::optional<CleanUpRule> covered; // a rule of somebody else that does it already

    bool changesNothing() const;
    QStringList difference() const; // see lineDifference()
};

// Reads a bucket's rules, and sets or takes out ours: read, merge, write, read again and compare. Nothing is
// ever written to a store that has not shown to know such rules. Destroying it cancels, and then nobody is
// told. Each call ends once, never from inside. Engine thread. Errors beside the store's: Refused
// "lifecycle-unsupported", "lifecycle-not-understood", "lifecycle-ignored" (taken, and not there afterwards),
// "lifecycle-altered" (the store made something else of it: lines of the difference in `message`); Conflict
// "lifecycle-changed" (somebody changed it since the plan was made: nothing was written).
class LifecycleEditor
{
public:
    explicit LifecycleEditor(ObjectStore& store,
                             std::chrono::milliseconds retryPause = std::chrono::milliseconds(500));
    ~LifecycleEditor();

    using Planned = std::function<void(Result<LifecyclePlan>)>;
    using Applied = std::function<void(Result<QList<CleanUpRule>>)>; // the rules as they are then

    void read(const QString& bucket, Planned done); // a plan that changes nothing
    void planRule(const QString& bucket, const CleanUpWish& wish, Planned done);
    void planRemoval(const QString& bucket, Planned done);
    void apply(const LifecyclePlan& plan, Applied done);

private:
    using Edit = std::function<Result<QByteArray>(const QByteArray&)>;
    void plan(const QString& bucket, const Edit& edit, std::optional<CleanUpWish> wish, Planned done);

    std::shared_ptr<StoreCalls> m_calls;
};

} // namespace partway
