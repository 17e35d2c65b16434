// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/credentialdesk.h"
#include "queue/ticketuse.h"
#include "queue/transferqueue.h"

#include <QObject>

#include <functional>

namespace partway {

class MainWindow;

// Upload tickets in the window: one that is opened or dropped is shown, takes its file, and goes up as any
// other transfer; and they are made here. The account that stands for a ticket goes when its upload is done.
class UploadTickets final : public QObject
{
    Q_OBJECT
public:
    // All outlive the window, which owns this.
    struct Parts
    {
        AccountList& accounts;
        CredentialDesk& desk;
        TransferQueue& queue;
        const Clock& clock;
        std::function<void()> accountsChanged; // told before the queue hears of an account
    };

    UploadTickets(MainWindow& window, const Parts& parts);

    void open(const QString& ticketPath, const QString& file = {});
    void offer(const Destination& to);

private:
    void use(const TicketUse& use);
    void tellMade(const QString& path, const UploadTicket& ticket, bool endsWithKeys);
    void dropDone();

    MainWindow& m_window;
    const Parts m_parts;
};

} // namespace partway
