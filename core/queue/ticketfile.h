// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/resumeticket.h"

#include <atomic>

namespace partway {

// Tickets as files, alike for the window and the command line.

// What the file says it is: "resume-ticket", "upload-ticket"; empty: no ticket of ours, or it cannot be read.
QString ticketKind(const QString& path);

// Errors: "ticket-unreadable" (LocalFile), those of parseResumeTicket.
Result<ResumeTicket> readTicketFile(const QString& path);

// Writes all of it or nothing, over what is there. Error (LocalFile): "ticket-not-written".
Result<void> writeTicketFile(const QString& path, const ResumeTicket& ticket);

// Whether this can be the ticket's file at all: its size, and the first, the middle and the last part that
// the ticket has a digest of; one that equals is enough. Reads up to three parts: a pool function. Errors:
// those of SourceFile::open, "ticket-other-size", "ticket-no-match" (Refused).
Result<SourceFingerprint> checkTicketFile(const ResumeTicket& ticket, const QString& path,
                                          const std::atomic<bool>* stop = nullptr);

// From now on it goes on here only when it is asked for.
void markHandedOver(UploadState& state);

} // namespace partway
