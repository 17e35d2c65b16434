// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plancommand.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "queue/addplan.h"
#include "report.h"
#include "rowjson.h"
#include "upload/openplan.h"
#include "values.h"

#include <QThread>

namespace partway {

namespace {

// Begin, each part, complete; one for a file that goes whole; one more to look whether the object exists.
qint64 requestsFor(const PartPlan& plan, IfExists ifExists)
{
    const qint64 look = ifExists == IfExists::Replace ? 0 : 1;
    return look + (plan.direct ? 1 : plan.count + 2);
}

} // namespace

PlanCommand::PlanCommand(Console& console, Account account, AddRequest request)
    : m_console(console), m_account(std::move(account)), m_request(std::move(request))
{
}

PlanCommand::~PlanCommand()
{
    m_stop = true;
    if (m_scan)
        m_scan->wait();
}

void PlanCommand::start()
{
    if (m_request.stream) {
        planOpen(QStringLiteral("-"), {});
        QMetaObject::invokeMethod(
            this, [this] { end(); }, Qt::QueuedConnection);
        return;
    }
    m_scan.reset(QThread::create([this] {
        scanPaths(
            m_request.paths, m_request.followLinks, m_stop,
            [this](const QList<ScannedFile>& files) {
                QMetaObject::invokeMethod(
                    this, [this, files] { plan(files); }, Qt::QueuedConnection);
            },
            [this](const QList<ScanTrouble>& troubles) {
                const auto tell = [this, troubles] {
                    for (const ScanTrouble& trouble : troubles)
                        refuse(trouble.path, trouble.error);
                };
                QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
            });
        QMetaObject::invokeMethod(
            this, [this] { end(); }, Qt::QueuedConnection);
    }));
    m_scan->start();
}

void PlanCommand::interrupt()
{
    m_stop = true;
    Q_EMIT ended(ExitCode::Paused);
}

void PlanCommand::plan(const QList<ScannedFile>& files)
{
    const StoreLimits limits = profileOf(m_account).limits;
    for (const ScannedFile& file : files) {
        if (m_request.follow) {
            planOpen(file.path, file.relative);
            continue;
        }
        const Result<PartPlan> plan = planParts(file.source.size, limits, {.partSize = m_request.partSize});
        if (!plan) {
            refuse(file.path, plan.error());
            continue;
        }
        const QByteArray key = m_request.keyOverride.isEmpty()
                                   ? (m_request.to.prefix + file.relative).toUtf8()
                                   : m_request.keyOverride;
        const qint64 requests = requestsFor(*plan, m_request.ifExists);
        ++m_files;
        m_bytes += plan->size;
        m_parts += plan->count;
        m_requests += requests;
        const QString how =
            plan->direct ? QStringLiteral("whole")
                         : QStringLiteral("%1 parts of %2").arg(plan->count).arg(formatBytes(plan->partSize));
        m_console.say(QStringLiteral("%1 -> %2 (%3, %4, requests: %5)")
                          .arg(file.path, s3UrlText(m_request.to.bucket, key), formatBytes(plan->size), how)
                          .arg(requests));
        m_console.event({{QStringLiteral("event"), QStringLiteral("planned")},
                         {QStringLiteral("path"), file.path},
                         {QStringLiteral("bucket"), m_request.to.bucket},
                         {QStringLiteral("key"), QString::fromUtf8(key)},
                         {QStringLiteral("size"), plan->size},
                         {QStringLiteral("partSize"), plan->partSize},
                         {QStringLiteral("parts"), plan->count},
                         {QStringLiteral("requests"), requests}});
    }
}

// Nobody knows how large it becomes: what is said is how it is cut, and how much that is good for.
void PlanCommand::planOpen(const QString& path, const QString& relative)
{
    const StoreLimits limits = profileOf(m_account).limits;
    const Result<PartPlan> plan = planGrowing(m_request, limits);
    if (!plan) {
        refuse(path, plan.error());
        return;
    }
    const QByteArray key =
        m_request.keyOverride.isEmpty() ? (m_request.to.prefix + relative).toUtf8() : m_request.keyOverride;
    const qint64 most = openPlanHolds(*plan, limits);
    ++m_files;
    m_console.say(
        QStringLiteral("%1 -> %2 (size not known yet; parts of %3, good for %4 at most; larger: "
                       "--expected-size)")
            .arg(path, s3UrlText(m_request.to.bucket, key), formatBytes(plan->partSize), formatBytes(most)));
    m_console.event({{QStringLiteral("event"), QStringLiteral("planned")},
                     {QStringLiteral("path"), path},
                     {QStringLiteral("bucket"), m_request.to.bucket},
                     {QStringLiteral("key"), QString::fromUtf8(key)},
                     {QStringLiteral("partSize"), plan->partSize},
                     {QStringLiteral("openEnd"), true},
                     {QStringLiteral("mostBytes"), most}});
}

void PlanCommand::refuse(const QString& path, const Error& error)
{
    m_failed = m_failed || !isOnlyLeftOut(error);
    m_console.complain(QStringLiteral("%1: %2").arg(path, errorLine(error)));
    m_console.event({{QStringLiteral("event"), QStringLiteral("failed")},
                     {QStringLiteral("path"), path},
                     {QStringLiteral("error"), errorJson(error)}});
}

void PlanCommand::end()
{
    const ExitCode code = m_failed ? ExitCode::Failed : ExitCode::Done;
    m_console.say(QStringLiteral("%1 files, %2, %3 parts, %4 requests; nothing was sent.")
                      .arg(m_files)
                      .arg(formatBytes(m_bytes))
                      .arg(m_parts)
                      .arg(m_requests));
    m_console.event({{QStringLiteral("event"), QStringLiteral("summary")},
                     {QStringLiteral("files"), m_files},
                     {QStringLiteral("bytes"), m_bytes},
                     {QStringLiteral("parts"), m_parts},
                     {QStringLiteral("requests"), m_requests},
                     {QStringLiteral("exitCode"), int(code)}});
    Q_EMIT ended(code);
}

} // namespace partway
