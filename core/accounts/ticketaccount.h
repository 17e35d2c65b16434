// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "store/uploadticket.h"

namespace partway {

// An account that stands for an upload ticket: good for one upload, without keys, and none of a person's own.
// Its secret is the ticket's file, which stays where it is; the account only says where, in `profile`.
bool isTicket(const Account& account);
QString ticketFileOf(const Account& account);

// The same id each time for the same ticket, wherever its file is.
Account ticketAccount(const UploadTicket& ticket, const QString& ticketPath);

} // namespace partway
