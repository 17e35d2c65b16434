// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "complaint.h"
#include "incomplete/lifecycleeditor.h"
#include "queue/ownuploads.h"
#include "storechoice.h"
#include "storecommand.h"

#include <memory>

class QCommandLineParser;

namespace partway {

enum class LifecycleTask { Show, Set, Remove };

// What `lifecycle show`, `set` and `remove` were asked to do.
struct LifecycleOptions
{
    LifecycleTask task = LifecycleTask::Show;
    StoreChoice store;
    QString bucket;
    CleanUpWish wish;
    bool dryRun = false;
    bool force = false; // also where a rule does it already, or uploads of ours would be deleted at once
};

void describeLifecycleShow(QCommandLineParser& parser);
void describeLifecycleSet(QCommandLineParser& parser);
void describeLifecycleRemove(QCommandLineParser& parser);
OrComplaint<LifecycleOptions> lifecycleOptionsOf(const QCommandLineParser& parser, LifecycleTask task);

// The clean-up rule of a bucket: says what is there, shows what would change, changes only our rule. Main
// thread.
class LifecycleCommand final : public StoreCommand
{
    Q_OBJECT
public:
    LifecycleCommand(Workplace& workplace, Console& console, Account account, LifecycleOptions options);
    ~LifecycleCommand() override;

private:
    void opened() override;
    void planned(const Result<LifecyclePlan>& plan);
    void show(const LifecyclePlan& plan);
    void tellRules(const QList<CleanUpRule>& rules);
    bool mayApply(const LifecyclePlan& plan);
    bool warnOfOwn();
    void apply(const LifecyclePlan& plan);
    void event(const char* name, const LifecyclePlan& plan, bool changed);
    void failPlainly(const Error& error);

    const LifecycleOptions m_options;
    std::unique_ptr<LifecycleEditor> m_editor; // goes before the store
};

} // namespace partway
