// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "queue/transferqueue.h"

#include <QHash>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace partway {

class NoticeBar;

// Tickets in the window: written for a row, and opened by whatever kind they say they are.
class TicketDesk final : public QObject
{
    Q_OBJECT
public:
    // Opens a ticket of one kind. `file` came in beside it: the one that it may be for; mostly empty.
    using Opener = std::function<void(const QString& path, const QString& file)>;

    TicketDesk(TransferQueue& queue, const AccountList& accounts, NoticeBar& notice, QWidget& window);

    // Another kind than "resume-ticket": what stands under "partway" in the file.
    void addKind(const QString& kind, const Opener& opener) { m_openers.insert(kind, opener); }

    bool isTicket(const QString& path) const; // by name and by what is in it
    void open(const QString& path, const QString& file = {});
    void choose();
    void saveFor(const TransferRow& row); // asks where to

    QAction* openAction() const { return m_open; } // for the menu
    QAction* offerAction() const { return m_offer; }

Q_SIGNALS:
    void offerWanted(const partway::Destination& to); // a ticket with which others can upload there

private:
    void makeActions();
    void openResumeTicket(const QString& path, const QString& file);

    TransferQueue& m_queue;
    const AccountList& m_accounts;
    NoticeBar& m_notice;
    QWidget& m_window;
    QHash<QString, Opener> m_openers;
    QAction* m_open = nullptr;
    QAction* m_offer = nullptr;
};

} // namespace partway
