// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lifecyclecommand.h"

#include "format/errortext.h"
#include "format/incompletetext.h"
#include "incomplete/deadline.h"
#include "incompletelines.h"
#include "values.h"

#include <QJsonArray>

namespace partway {

namespace {

QString ruleLine(const CleanUpRule& rule)
{
    const QString where = rule.prefix.isEmpty()
                              ? QStringLiteral("everywhere")
                              : QStringLiteral("below \"%1\"").arg(QString::fromUtf8(rule.prefix));
    QString line = QStringLiteral("%1: incomplete uploads %2 are aborted after %3 day(s)")
                       .arg(rule.id.isEmpty() ? QStringLiteral("(no id)") : rule.id, where)
                       .arg(rule.days);
    if (!rule.enabled)
        line += QStringLiteral("; switched off");
    if (rule.narrowed)
        line += QStringLiteral("; but only by tags or sizes, which such uploads do not have");
    if (rule.isOurs())
        line += QStringLiteral("; Partway's own");
    return line;
}

} // namespace

void describeLifecycleShow(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
}

void describeLifecycleRemove(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    parser.addOption(
        {QStringLiteral("dry-run"), QStringLiteral("Print what would change, and change nothing.")});
}

void describeLifecycleSet(QCommandLineParser& parser)
{
    describeLifecycleRemove(parser);
    parser.addOptions({
        {QStringLiteral("days"), QStringLiteral("Abort uploads so many days after their start (7)."),
         QStringLiteral("N")},
        {QStringLiteral("prefix"), QStringLiteral("Only uploads whose key begins so."),
         QStringLiteral("PREFIX")},
        {QStringLiteral("force"),
         QStringLiteral("Also where another rule does it already, or where uploads of this "
                        "computer's own list would be deleted within a day.")},
    });
}

OrComplaint<LifecycleOptions> lifecycleOptionsOf(const QCommandLineParser& parser, LifecycleTask task)
{
    const QStringList operands = parser.positionalArguments();
    const std::optional<S3Url> place = operands.size() == 1 ? s3UrlFromText(operands.first()) : std::nullopt;
    if (!place || place->bucket.isEmpty() || !place->rest.isEmpty())
        return Complaint{
            .sentence = QStringLiteral("Name one bucket."),
            .hint = QStringLiteral("For example: s3://BUCKET. A rule for a folder: --prefix FOLDER/.")};
    LifecycleOptions options{.task = task, .store = storeChoiceOf(parser), .bucket = place->bucket};
    if (task == LifecycleTask::Show)
        return options;
    options.dryRun = parser.isSet(QStringLiteral("dry-run"));
    if (task == LifecycleTask::Remove)
        return options;
    options.force = parser.isSet(QStringLiteral("force"));
    options.wish.prefix = parser.value(QStringLiteral("prefix")).toUtf8();
    if (!parser.isSet(QStringLiteral("days")))
        return options;
    constexpr int most = 3650;
    bool isNumber = false;
    options.wish.days = parser.value(QStringLiteral("days")).toInt(&isNumber);
    if (!isNumber || options.wish.days < 1 || options.wish.days > most)
        return Complaint{.sentence = QStringLiteral("--days wants a number from 1 to %1.").arg(most)};
    return options;
}

LifecycleCommand::LifecycleCommand(Workplace& workplace, Console& console, Account account,
                                   LifecycleOptions options)
    : StoreCommand(workplace, console, std::move(account)), m_options(std::move(options))
{
}

LifecycleCommand::~LifecycleCommand() = default;

void LifecycleCommand::opened()
{
    m_editor = std::make_unique<LifecycleEditor>(*store());
    const auto done = [this](const Result<LifecyclePlan>& plan) { planned(plan); };
    switch (m_options.task) {
    case LifecycleTask::Show:
        m_editor->read(m_options.bucket, done);
        break;
    case LifecycleTask::Set:
        m_editor->planRule(m_options.bucket, m_options.wish, done);
        break;
    case LifecycleTask::Remove:
        m_editor->planRemoval(m_options.bucket, done);
        break;
    }
}

void LifecycleCommand::planned(const Result<LifecyclePlan>& plan)
{
    if (const QString habits = habitWords(storeHabits(store()->profile().provider)); !habits.isEmpty())
        console().note(habits);
    if (!plan) {
        failPlainly(plan.error());
        return;
    }
    if (m_options.task == LifecycleTask::Show) {
        show(*plan);
        return;
    }
    for (const QString& line : plan->difference())
        console().say(line);
    if (plan->changesNothing()) {
        console().note(QStringLiteral("Nothing is to be changed."));
        event("lifecycle", *plan, false);
        finish(ExitCode::Done);
        return;
    }
    if (!mayApply(*plan))
        return;
    if (m_options.dryRun) {
        console().note(QStringLiteral("Nothing was written (--dry-run)."));
        event("lifecycle-plan", *plan, false);
        finish(ExitCode::Done);
        return;
    }
    apply(*plan);
}

void LifecycleCommand::show(const LifecyclePlan& plan)
{
    tellRules(plan.rules);
    event("lifecycle", plan, false);
    finish(ExitCode::Done);
}

void LifecycleCommand::tellRules(const QList<CleanUpRule>& rules)
{
    int others = 0;
    for (const CleanUpRule& rule : rules) {
        if (rule.days > 0)
            console().say(ruleLine(rule));
        else
            ++others;
    }
    if (others == rules.size())
        console().say(QStringLiteral("No rule of the bucket aborts incomplete uploads."));
    if (others > 0)
        console().note(QStringLiteral("%1 rule(s) do other things.").arg(others));
}

// Says what speaks against it; false: the command has ended.
bool LifecycleCommand::mayApply(const LifecyclePlan& plan)
{
    if (plan.covered && !m_options.force) {
        console().note(
            QStringLiteral("The rule \"%1\" does this already (after %2 day(s)). Nothing was changed.")
                .arg(plan.covered->id)
                .arg(plan.covered->days));
        event("lifecycle", plan, false);
        finish(ExitCode::Done);
        return false;
    }
    if (m_options.task != LifecycleTask::Set || warnOfOwn() || m_options.force || m_options.dryRun)
        return true;
    console().complain(QStringLiteral("Nothing was changed. --force sets the rule all the same."));
    console().event({{QStringLiteral("event"), QStringLiteral("failed")},
                     {QStringLiteral("bucket"), m_options.bucket},
                     {QStringLiteral("reason"), QStringLiteral("own-uploads")}});
    finish(ExitCode::Failed);
    return false;
}

// False where the rule would take an upload of our own list within a day.
bool LifecycleCommand::warnOfOwn()
{
    const Result<OwnUploads> own = ownUploadsIn(workplace().folders().state);
    if (!own) {
        console().complain(errorLine(own.error()));
        return true;
    }
    const QDateTime now = workplace().clock().now();
    bool harmless = true;
    for (const OwnUpload& upload : unfinishedAt(*own, account(), workplace().accounts(), m_options.bucket)) {
        if (!upload.key.startsWith(m_options.wish.prefix))
            continue;
        const Deadline end{.by = Deadline::By::Rule, .at = endByRule(upload.begunAt, m_options.wish.days)};
        console().complain(
            QStringLiteral("Row %1 of this computer's own list (%2, %3) would be deleted %4.")
                .arg(upload.id.value)
                .arg(s3UrlText(upload.bucket, upload.key), phaseName(upload.phase), deadlineWords(end, now)));
        console().event({{QStringLiteral("event"), QStringLiteral("own-upload")},
                         {QStringLiteral("id"), upload.id.value},
                         {QStringLiteral("key"), QString::fromUtf8(upload.key)},
                         {QStringLiteral("deletedAt"), end.at.toString(Qt::ISODate)}});
        harmless = harmless && end.at > now.addDays(1);
    }
    return harmless;
}

void LifecycleCommand::apply(const LifecyclePlan& plan)
{
    m_editor->apply(plan, [this, plan](const Result<QList<CleanUpRule>>& rules) {
        if (!rules) {
            failPlainly(rules.error());
            return;
        }
        LifecyclePlan done = plan;
        done.rules = *rules;
        tellRules(*rules);
        event("lifecycle", done, true);
        finish(ExitCode::Done);
    });
}

void LifecycleCommand::event(const char* name, const LifecyclePlan& plan, bool changed)
{
    QJsonArray rules;
    for (const CleanUpRule& rule : plan.rules)
        rules.append(ruleJson(rule));
    QJsonObject object{{QStringLiteral("event"), QLatin1String(name)},
                       {QStringLiteral("bucket"), plan.bucket},
                       {QStringLiteral("changed"), changed},
                       {QStringLiteral("rules"), rules},
                       {QStringLiteral("difference"), QJsonArray::fromStringList(plan.difference())}};
    if (plan.covered)
        object.insert(QStringLiteral("coveredBy"), plan.covered->id);
    console().event(object);
}

// What the store made of a document that it altered is in the message.
void LifecycleCommand::failPlainly(const Error& error)
{
    fail(error);
    if (error.code == QLatin1String("lifecycle-altered"))
        console().complain(error.message);
}

} // namespace partway
