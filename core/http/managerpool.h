// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <map>
#include <memory>
#include <optional>

namespace partway {

// The QNetworkAccessManagers of one transport and how many requests each carries for each host. A manager
// opens six connections to a host and lets everything beyond wait inside, with its body and our timers
// running; so none is ever handed more than six.
class ManagerPool
{
public:
    using Seat = int; // 0: none free

    // proxy: for all of them; nullopt: as the system says for each request.
    explicit ManagerPool(int managers, std::optional<QNetworkProxy> proxy = std::nullopt);

    Seat take(const QByteArray& host);
    QNetworkAccessManager& manager(Seat seat);
    void giveBack(Seat seat, const QByteArray& host); // when the reply is deleted

    // Later requests get new managers and so new connections; those that run keep theirs until they end.
    // (QNetworkAccessManager::clearConnectionCache would leave running requests without their thread.)
    void renew();

private:
    struct Entry
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        QHash<QByteArray, int> running;
        int total = 0;
        bool retired = false;
    };
    void add();

    const std::optional<QNetworkProxy> m_proxy;
    std::map<Seat, Entry> m_entries;
    Seat m_lastSeat = 0;
};

} // namespace partway
