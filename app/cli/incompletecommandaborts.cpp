// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the command ends uploads. Everything that is to be aborted is on disk before the first request leaves:
// whatever stops the program, `incomplete retry` goes on.
#include "format/errortext.h"
#include "incompletecommand.h"
#include "incompletelines.h"
#include "rowjson.h"

namespace partway {

bool IncompleteCommand::mayAbort(const IncompleteEntry& entry)
{
    if (entry.own.id == 0 || m_options.force)
        return true;
    console().complain(
        QStringLiteral("%1 is row %2 of this computer's own list and was left alone: \"partway-cli abort "
                       "%2\" ends it, --force does so here.")
            .arg(s3UrlText(entry.upload.bucket, entry.upload.upload.key))
            .arg(entry.own.id));
    console().event(incompleteJson("skipped", entry, workplace().clock().now()));
    worse(ExitCode::Failed);
    return false;
}

void IncompleteCommand::abort(const QList<IncompleteEntry>& entries)
{
    const QDateTime now = workplace().clock().now().addSecs(store()->clockOffsetSeconds());
    // Whoever names one by its id has looked at it.
    const bool named = !m_options.filter.uploadId.isEmpty();
    QList<AbortWish> wishes;
    for (const IncompleteEntry& entry : entries) {
        const IncompleteUpload& upload = entry.upload;
        if (mayAbort(entry))
            wishes.append({.upload = upload.ref(),
                           .begun = upload.upload.initiated,
                           .partsSeen = upload.parts,
                           .look = !named && mayBeInUse(upload.upload.initiated, upload.newestPart, now),
                           .evenInUse = m_options.force});
    }
    run(wishes);
}

QList<LeftAbort> IncompleteCommand::leftHere() const
{
    QList<LeftAbort> here;
    for (const LeftAbort& left : m_book.all()) {
        if (left.accountId == account().id)
            here.append(left);
    }
    return here;
}

void IncompleteCommand::retry()
{
    const QList<LeftAbort> left = leftHere();
    if (left.isEmpty())
        console().note(QStringLiteral("No abort is left to be done."));
    QList<AbortWish> wishes;
    for (const LeftAbort& one : left) {
        wishes.append({.upload = one.upload, .look = one.look});
        if (!m_options.dryRun && !m_options.forget)
            continue;
        console().say(
            QStringLiteral("%1 %2").arg(s3UrlText(one.upload.bucket, one.upload.key), one.upload.uploadId));
        console().event(refJson("left", one.upload));
    }
    if (m_options.dryRun) {
        tellAborts(ExitCode::Done, left.size());
        Q_EMIT ended(ExitCode::Done);
    } else if (m_options.forget) {
        forget(left);
    } else {
        run(wishes);
    }
}

void IncompleteCommand::forget(const QList<LeftAbort>& left)
{
    if (const Result<void> dropped = m_book.drop(left); !dropped) {
        fail(dropped.error());
        return;
    }
    console().note(QStringLiteral("%1 forgotten; on the store they stay as they are.").arg(left.size()));
    m_forgotten = int(left.size());
    tellAborts(ExitCode::Done, 0);
    Q_EMIT ended(ExitCode::Done);
}

void IncompleteCommand::run(const QList<AbortWish>& wishes)
{
    QList<LeftAbort> intents;
    for (const AbortWish& wish : wishes) {
        intents.append(leftOf(wish.upload));
        intents.last().look = wish.look && !wish.evenInUse;
        m_open.insert(placeOf(wish.upload), intents.last());
    }
    if (const Result<void> kept = m_book.intend(intents); !kept) {
        fail(kept.error());
        return;
    }
    m_run = std::make_unique<AbortRun>(*store(), Inventory::Pace());
    m_run->start(
        wishes, [this](const AbortWish& wish, const Result<void>& result) { aborted(wish, result); },
        [this] { allAborted(); });
}

LeftAbort IncompleteCommand::leftOf(const UploadRef& upload) const
{
    const QDateTime now = workplace().clock().now();
    return {.accountId = account().id, .upload = upload, .askedAt = now, .triedAt = now};
}

void IncompleteCommand::aborted(const AbortWish& wish, const Result<void>& result)
{
    const LeftAbort one = m_open.take(placeOf(wish.upload));
    const QString place = s3UrlText(wish.upload.bucket, wish.upload.key);
    if (result) {
        ++m_aborted;
        m_settled.append(one);
        console().event(refJson("aborted", wish.upload));
        console().say(QStringLiteral("aborted   %1 %2").arg(place, wish.upload.uploadId));
        return;
    }
    const Error& error = result.error();
    if (error.code == QLatin1String("upload-finished")) {
        m_settled.append(one);
        console().event(refJson("finished", wish.upload));
        console().say(
            QStringLiteral("finished  %1 %2: %3").arg(place, wish.upload.uploadId, errorLine(error)));
        return;
    }
    console().complain(QStringLiteral("%1: %2").arg(place, abortErrorLine(error)));
    QJsonObject event = refJson("failed", wish.upload);
    event.insert(QStringLiteral("error"), errorJson(error));
    console().event(event);
    worse(exitCodeFor(error));
    // Of one that is in use a person decides anew.
    if (error.code == QLatin1String("NoSuchBucket") || error.code == QLatin1String("upload-in-use")) {
        m_settled.append(one);
    } else {
        m_failed.append(one);
        m_failed.last().code = error.code;
    }
}

void IncompleteCommand::remember()
{
    const QList<LeftAbort> stopped = m_open.values();
    for (const Result<void>& kept :
         {m_book.drop(m_settled), m_failed.isEmpty() ? Result<void>() : m_book.keep(m_failed),
          stopped.isEmpty() ? Result<void>() : m_book.hold(stopped)}) {
        if (!kept)
            console().complain(errorLine(kept.error()));
    }
}

void IncompleteCommand::allAborted()
{
    remember();
    console().note(QStringLiteral("%1 aborted.").arg(m_aborted));
    if (!m_failed.isEmpty())
        console().note(
            QStringLiteral("%1 failed and are remembered: \"partway-cli incomplete retry\" tries them again.")
                .arg(m_failed.size()));
    tellAborts(m_worst, m_failed.size());
    Q_EMIT ended(m_worst);
}

// Ctrl+C: what is out is cut, so of some nobody knows; trying them again does no harm.
void IncompleteCommand::interrupt()
{
    console().clearProgress();
    if (!m_run) {
        console().complain(QStringLiteral("Interrupted."));
        Q_EMIT ended(ExitCode::Paused);
        return;
    }
    m_run.reset();
    remember();
    const qsizetype left = m_open.size() + m_failed.size();
    console().complain(
        QStringLiteral("Interrupted: %1 aborted, %2 are still to be. They are remembered: "
                       "\"partway-cli incomplete retry\" goes on, with --forget it drops them.")
            .arg(m_aborted)
            .arg(left));
    tellAborts(ExitCode::Paused, left);
    Q_EMIT ended(ExitCode::Paused);
}

// left: that are still to be aborted.
void IncompleteCommand::tellAborts(ExitCode code, qsizetype left) const
{
    console().event({{QStringLiteral("event"), QStringLiteral("summary")},
                     {QStringLiteral("aborted"), m_aborted},
                     {QStringLiteral("failed"), m_failed.size()},
                     {QStringLiteral("forgotten"), m_forgotten},
                     {QStringLiteral("left"), left},
                     {QStringLiteral("exitCode"), int(code)}});
}

} // namespace partway
