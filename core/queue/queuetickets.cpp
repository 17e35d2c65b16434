// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/queueengine.h"
#include "queue/ticketfile.h"

// Resume tickets of rows: paused first, marked as handed over, and only then written.

namespace partway {

namespace {

Error refusal(const char* code, ErrorKind kind = ErrorKind::Refused)
{
    Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    return error;
}

// What a look at the row tells already; null: nothing.
const char* cannotBeHandedOver(const QueueEntry& entry)
{
    const UploadSpec spec = entry.runner ? entry.runner->machine().spec() : entry.transfer.spec();
    if (spec.copy)
        return "ticket-of-copy";
    if (spec.source == SourceKind::Stream)
        return "ticket-of-a-stream";
    if (spec.plan.open)
        return "ticket-still-growing";
    return spec.plan.direct || entry.storedParts() == 0 ? "ticket-nothing-stored" : nullptr;
}

} // namespace

void QueueEngine::saveTicket(TransferId id, const QString& path)
{
    QueueEntry* entry = find(id);
    if (!entry) {
        Q_EMIT ticketRefused(id, refusal("no-such-transfer"));
    } else if (entry->elsewhere) {
        Q_EMIT ticketRefused(id, refusal("driven-elsewhere", ErrorKind::Conflict));
    } else if (isEnded(entry->phase()) || entry->phase() == Phase::Aborting || entry->ask == Ask::Abort) {
        Q_EMIT ticketRefused(id, refusal("ticket-ended"));
    } else if (const char* why = cannotBeHandedOver(*entry)) {
        Q_EMIT ticketRefused(id, refusal(why)); // and it goes on
    } else if (entry->runner || entry->stage == Stage::Loading) {
        m_tickets.insert(id, path); // when it has come to rest
        pauseOne(*entry);
    } else {
        giveTicket(id, path);
    }
}

void QueueEngine::giveTicket(TransferId id, const QString& path)
{
    QueueEntry* entry = find(id);
    entry->queued = false;
    requeue(*entry);
    m_journal->loadOne(id, [this, id, path](const Result<std::optional<Transfer>>& row) {
        const Error gone = row ? refusal("no-such-transfer") : row.error();
        if (!row || !*row || !find(id)) {
            Q_EMIT ticketRefused(id, gone);
            return;
        }
        const std::optional<Account> account = m_parts.account((*row)->accountId);
        const Result<ResumeTicket> ticket =
            account ? makeTicket(**row, account->endpoint, account->region)
                    : Result<ResumeTicket>(refusal("account-missing", ErrorKind::NotFound));
        if (ticket)
            handOver(id, path, *ticket);
        else
            Q_EMIT ticketRefused(id, ticket.error());
    });
}

// A ticket that exists while this computer goes on by itself would be two drivers.
void QueueEngine::handOver(TransferId id, const QString& path, const ResumeTicket& ticket)
{
    QueueEntry* entry = find(id);
    const auto mark = [](UploadState& state) {
        markHandedOver(state);
        return true;
    };
    if (entry->stage != Stage::Idle || !changeWithoutRunner(*entry, mark)) {
        Q_EMIT ticketRefused(id, refusal("driven-elsewhere", ErrorKind::Conflict));
        return;
    }
    if (const Result<void> written = writeTicketFile(path, ticket); !written) {
        changeWithoutRunner(*entry,
                            [](UploadState& state) { return std::exchange(state.handedOver, false); });
        Q_EMIT ticketRefused(id, written.error());
        return;
    }
    note(id, QStringLiteral("handed-over"), path);
    Q_EMIT ticketSaved(id, path);
}

} // namespace partway
