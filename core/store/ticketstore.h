// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/objectstore.h"
#include "store/uploadticket.h"

namespace partway {

// ObjectStore with a ticket in place of keys: it can send, list, complete and abort the one upload, and
// nothing else. Codes of ours (Refused): "ticket-expired"; "ticket-refused" (the store does not take its
// signatures any more, before their time); "ticket-used-up" (a new upload would be needed);
// "ticket-unsupported". The transport outlives it. Engine thread.
std::unique_ptr<ObjectStore> makeTicketStore(Transport& transport, UploadTicket ticket, const Clock& clock);

constexpr QLatin1String ticketProvider("ticket"); // the provider of accounts that stand for one
StoreProfile ticketProfile();

} // namespace partway
