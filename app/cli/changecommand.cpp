// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "changecommand.h"

#include "format/errortext.h"
#include "format/transfertext.h"
#include "rowjson.h"

#include <chrono>

namespace partway {

namespace {

using namespace std::chrono_literals;

// Abort goes on until the store says that the upload is gone: five rounds take 31 s by themselves.
qint64 patienceMs(Change change)
{
    return change == Change::Abort ? 60'000 : 30'000;
}

const char* eventName(Change change)
{
    switch (change) {
    case Change::Pause:
        return "paused";
    case Change::Abort:
        return "aborted";
    case Change::Forget:
        return "forgotten";
    case Change::Finish:
        return "complete";
    }
    return "";
}

} // namespace

ChangeCommand::ChangeCommand(Workplace& workplace, Console& console, Change change, QList<TransferId> ids)
    : QueueCommand(workplace, console), m_change(change), m_ids(std::move(ids))
{
    connect(&m_look, &QTimer::timeout, this, &ChangeCommand::look);
}

void ChangeCommand::onOpened()
{
    QList<TransferId> known;
    for (TransferId id : m_ids) {
        if (queue().row(id)) {
            known.append(id);
            continue;
        }
        console().complain(QStringLiteral("There is no transfer #%1.").arg(id.value));
        m_worst = ExitCode::WrongUse;
    }
    m_pending = QSet<TransferId>(known.cbegin(), known.cend());
    m_since.start();
    look(); // what is so already
    QList<TransferId> left(m_pending.cbegin(), m_pending.cend());
    if (left.isEmpty())
        return;
    ask(left);
    QTimer::singleShot(500ms, this,
                       [this] { m_asked = true; }); // rows from before the question are past by then
    m_look.start(100ms);
}

void ChangeCommand::ask(const QList<TransferId>& ids)
{
    switch (m_change) {
    case Change::Pause:
        queue().pause(ids);
        return;
    case Change::Abort:
        queue().abort(ids);
        return;
    case Change::Forget:
        queue().forget(ids);
        return;
    case Change::Finish:
        queue().closeSource(ids);
        return;
    }
}

// True once nothing more will happen; words: what to say of it, empty when it went as asked.
bool ChangeCommand::takesEffect(const TransferRow& row, QString* words) const
{
    const bool stopped =
        isEnded(row.phase) || row.phase == Phase::Failed || row.phase == Phase::NeedsAttention;
    switch (m_change) {
    case Change::Pause:
        if (row.phase == Phase::Paused)
            return true;
        if (stopped)
            *words = QStringLiteral("does not run: %1").arg(stateWords(row));
        return stopped;
    case Change::Abort:
        if (row.phase == Phase::Aborted)
            return true;
        if (isEnded(row.phase))
            *words = QStringLiteral("has ended: %1").arg(stateWords(row));
        else if (m_asked && row.attention == Attention::SignIn && row.error)
            *words = QStringLiteral("is not aborted: %1").arg(errorLine(*row.error));
        return !words->isEmpty();
    case Change::Forget:
        if (!isEnded(row.phase))
            *words = QStringLiteral("has not ended: %1. \"partway-cli abort %2\" first")
                         .arg(stateWords(row))
                         .arg(row.id.value);
        return !words->isEmpty();
    case Change::Finish:
        if (row.source == SourceKind::File)
            *words = QStringLiteral("is an ordinary file: it ends by itself");
        else if (isEnded(row.phase))
            *words = QStringLiteral("has ended: %1").arg(stateWords(row));
        else if (row.closeAsked && !row.elsewhere && !isRunning(row.phase))
            *words = QStringLiteral("is taken as complete. \"partway-cli resume %1\" sends the rest")
                         .arg(row.id.value);
        return !words->isEmpty() || row.closeAsked || !row.openEnd;
    }
    return true;
}

void ChangeCommand::look()
{
    const QSet<TransferId> pending = m_pending;
    for (TransferId id : pending) {
        const std::optional<TransferRow> row = queue().row(id);
        QString words;
        if (!row) { // forgotten
            TransferRow gone;
            gone.id = id;
            settle(gone, true, {});
        } else if (takesEffect(*row, &words)) {
            settle(*row, words.isEmpty() || isEnded(row->phase) || m_change == Change::Finish, words);
        }
    }
    endWhenDone();
    if (!m_pending.isEmpty() && m_since.elapsed() > patienceMs(m_change))
        giveUp();
}

void ChangeCommand::settle(const TransferRow& row, bool done, const QString& words)
{
    m_pending.remove(row.id);
    const QString said = words.isEmpty() ? QLatin1String(eventName(m_change)) : words;
    const QString line = QStringLiteral("#%1 %2 %3.").arg(row.id.value).arg(row.name(), said).simplified();
    if (done)
        console().note(line);
    else
        console().complain(line);
    QJsonObject object{{QStringLiteral("event"), QLatin1String(done ? eventName(m_change) : "failed")},
                       {QStringLiteral("id"), row.id.value}};
    if (!row.name().isEmpty())
        insertState(object, row);
    console().event(object);
    if (row.leftovers)
        console().complain(QStringLiteral(
            "Parts of it may be left on the store; \"partway-cli incomplete list\" shows them."));
    if ((!done || row.leftovers) && m_worst == ExitCode::Done)
        m_worst = row.error && isSignIn(*row.error) ? ExitCode::SignIn : ExitCode::Failed;
}

void ChangeCommand::endWhenDone()
{
    if (!m_pending.isEmpty())
        return;
    m_look.stop();
    finish(m_worst);
}

void ChangeCommand::giveUp()
{
    const QSet<TransferId> pending = m_pending;
    for (TransferId id : pending) {
        const TransferRow row = queue().row(id).value_or(TransferRow{.id = id});
        settle(
            row, false,
            QStringLiteral("is not %1 yet: %2").arg(QLatin1String(eventName(m_change)), stateSentence(row)));
    }
    m_worst = ExitCode::Paused; // it was asked for, and goes on when it can
    endWhenDone();
}

} // namespace partway
