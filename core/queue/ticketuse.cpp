// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/ticketuse.h"

#include "accounts/ticketaccount.h"
#include "upload/sourcefile.h"

#include <QSet>

namespace partway {

namespace {

Error refused(const char* code, const QString& resource, const QString& message = {})
{
    return Error{
        .kind = ErrorKind::Refused, .code = QLatin1String(code), .message = message, .resource = resource};
}

Transfer transferOf(const UploadTicket& ticket, const QString& accountId, const SourceFile& file)
{
    Transfer transfer;
    transfer.sourcePath = file.path();
    transfer.source = file.fingerprint();
    transfer.accountId = accountId;
    transfer.spec.bucket = ticket.bucket;
    transfer.spec.key = ticket.key;
    transfer.spec.object.contentType = ticket.contentType;
    transfer.spec.checksum = ChecksumMode::Md5;
    transfer.spec.ifExists = IfExists::Replace;
    transfer.spec.plan = {.size = ticket.size, .partSize = ticket.partSize, .count = ticket.partCount()};
    transfer.state.uploadId = ticket.uploadId;
    transfer.state.token = ticket.token;
    transfer.state.opaqueEtags = ticket.opaqueEtags;
    transfer.addedAt = QDateTime::currentDateTimeUtc();
    return transfer;
}

} // namespace

Result<TicketUse> prepareTicketUse(const QString& ticketPath, const QString& filePath, const QDateTime& now)
{
    const Result<UploadTicket> ticket = readUploadTicket(ticketPath);
    if (!ticket)
        return ticket.error();
    if (ticket->expiresAt <= now)
        return refused("ticket-expired", ticketPath);
    const auto file = SourceFile::open(filePath);
    if (!file)
        return file.error();
    const qint64 size = (*file)->fingerprint().size;
    if (size != ticket->size)
        return refused("ticket-wrong-size", filePath, QStringLiteral("%1 %2").arg(size).arg(ticket->size));
    TicketUse use;
    use.account = ticketAccount(*ticket, ticketPath);
    use.account.madeAt = now;
    use.transfer = transferOf(*ticket, use.account.id, **file);
    return use;
}

QStringList doneTickets(const QList<Account>& accounts, const TransferQueue& queue, const QDateTime& now)
{
    constexpr qint64 rowComesWithin = 10 * 60; // seconds; those of another process are seen soon after
    QSet<QString> done;
    QSet<QString> begun;
    for (const Account& account : accounts) {
        if (!isTicket(account))
            continue;
        done.insert(account.id);
        if (account.madeAt.isValid() && qAbs(account.madeAt.secsTo(now)) < rowComesWithin)
            begun.insert(account.id);
    }
    if (done.isEmpty())
        return {};
    const QList<TransferRow> rows = queue.rows();
    QSet<QString> busy;
    for (const TransferRow& row : rows) {
        begun.remove(row.accountId);
        if (!isEnded(row.phase))
            busy.insert(row.accountId);
    }
    return (done - begun - busy).values();
}

} // namespace partway
