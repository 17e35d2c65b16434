// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "queue/transferqueue.h"
#include "store/uploadticket.h"

namespace partway {

// What it takes to send a file with an upload ticket: an account that stands for the ticket (its secret is
// the ticket's file, which stays where it is) and the row.
struct TicketUse
{
    Account account; // the same each time for the same ticket
    Transfer transfer;
};

// Reads both files. Errors: those of readUploadTicket() and SourceFile::open(), "ticket-expired",
// "ticket-wrong-size" (Refused; the two sizes in `message`).
Result<TicketUse> prepareTicketUse(const QString& ticketPath, const QString& filePath, const QDateTime& now);

// Accounts of tickets whose uploads have all come to an end, or were forgotten or refused: they stand for
// nothing any more. One that has no row and was made a moment ago is being begun, perhaps by another process.
QStringList doneTickets(const QList<Account>& accounts, const TransferQueue& queue, const QDateTime& now);

} // namespace partway
