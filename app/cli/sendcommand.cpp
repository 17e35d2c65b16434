// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sendcommand.h"

#include "format/errortext.h"

namespace partway {

SendCommand::SendCommand(Workplace& workplace, Console& console, Account account, AddRequest request,
                         DriveOptions drive)
    : QueueCommand(workplace, console), m_account(std::move(account)), m_request(std::move(request)),
      m_drive(drive)
{
}

// Keys first: without them nothing is queued that nobody could send.
void SendCommand::start()
{
    workplace().desk().credentials(m_account, [this](const Result<Credentials>& keys) {
        if (keys)
            warnOfEnd(*keys);
        if (keys)
            openQueue(m_account);
        else
            fail(keys.error());
    });
}

// Keys that nobody can renew for them: said before it starts, not when it stops.
void SendCommand::warnOfEnd(const Credentials& keys)
{
    if (!keys.expiresAt.isValid() || hasTemporaryKeys(m_account))
        return;
    const qint64 minutes = workplace().clock().now().secsTo(keys.expiresAt) / 60;
    console().note(
        QStringLiteral("These keys end in %1 minutes, and Partway cannot renew them. What is not sent by "
                       "then stays stored and waits: with new keys \"partway-cli resume\" goes on.")
            .arg(std::max<qint64>(0, minutes)));
}

void SendCommand::onOpened()
{
    // So that `resume` in another process knows the endpoint; its keys stay in the environment.
    if (const Result<void> remembered =
            rememberAccount(workplace().withConsent(m_account), workplace().accounts());
        !remembered) {
        fail(remembered.error());
        return;
    }
    m_report = makeReport();
    m_run = std::make_unique<TransferRun>(
        queue(), *m_report,
        TransferRun::Setup{.stateFolder = workplace().folders().state, .patient = m_drive.patient});
    connect(m_run.get(), &TransferRun::ended, this, [this](const RunSummary& summary) {
        m_summary = summary;
        finish(summary.code);
    });
    queue().setParallel(m_drive.parallel);
    setRateLimit(m_drive.rate);
    if (m_request.follow) {
        m_inputEnd = std::make_unique<InputEnd>();
        connect(m_inputEnd.get(), &InputEnd::ended, this, [this] {
            console().note(QStringLiteral("Taken as complete; the rest is sent."));
            queue().closeSource(m_run->pending());
        });
    }
    add();
}

void SendCommand::onClosed()
{
    if (!m_run)
        return;
    m_run->tellRest();
    m_report->summary(m_summary);
}

void SendCommand::add()
{
    connect(&queue(), &TransferQueue::added, this, [this](const QList<TransferRow>& rows) {
        for (const TransferRow& row : rows) {
            if (isOurs(row))
                m_run->follow(row);
        }
    });
    connect(&queue(), &TransferQueue::taken, this, [this](int request, const QList<TransferId>& ids) {
        if (request == m_adding)
            takeTwins(ids);
    });
    connect(&queue(), &TransferQueue::refused, this, [this](int request, const QList<RefusedPath>& paths) {
        if (request == m_adding)
            m_run->noteRefused(paths);
    });
    connect(&queue(), &TransferQueue::addEnded, this, [this](int request) {
        if (request != m_adding)
            return;
        m_adding = 0;
        m_run->allKnown();
    });
    m_adding = queue().add(m_request);
}

// Another process may add to the same journal meanwhile.
bool SendCommand::isOurs(const TransferRow& row) const
{
    return m_adding != 0 && !row.elsewhere && row.accountId == m_account.id &&
           row.bucket == m_request.to.bucket && row.key.startsWith(m_request.to.prefix.toUtf8());
}

// Files that were on their way already go on instead of beginning again.
void SendCommand::takeTwins(const QList<TransferId>& ids)
{
    for (TransferId id : ids) {
        const std::optional<TransferRow> row = queue().row(id);
        if (!row || m_run->follows(id))
            continue;
        if (row->elsewhere)
            m_run->noteRefused({{row->sourcePath,
                                 {.kind = ErrorKind::Conflict, .code = QStringLiteral("driven-elsewhere")}}});
        else
            m_run->follow(*row);
    }
}

void SendCommand::interrupt()
{
    if (!m_run) {
        finish(ExitCode::Paused);
        return;
    }
    if (m_adding != 0)
        queue().cancelAdd(m_adding);
    m_run->interrupt();
}

} // namespace partway
