// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keylessstore.h"

#include "accounts/ticketaccount.h"
#include "store/companionstore.h"
#include "store/ticketstore.h"

namespace partway {

Result<std::unique_ptr<ObjectStore>> makeKeylessStore(const Account& account, const Credentials& keys,
                                                      Transport& transport, const Clock& clock)
{
    if (isTicket(account)) {
        const Result<UploadTicket> ticket = readUploadTicket(ticketFileOf(account));
        if (!ticket)
            return ticket.error();
        return makeTicketStore(transport, *ticket, clock);
    }
    if (isCompanion(account)) {
        const Result<CompanionServer> server = companionServer(account.endpoint, keys.secretKey);
        if (!server)
            return server.error();
        return makeCompanionStore(transport, *server, profileOf(account), clock);
    }
    return std::unique_ptr<ObjectStore>();
}

IgnoredConditions ignoredBy(const Account& account)
{
    return {.put = account.facts.conditionalPut == Treatment::Ignored,
            .complete = account.facts.conditionalComplete == Treatment::Ignored};
}

} // namespace partway
