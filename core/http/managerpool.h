// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSet>

#include <chrono>
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
    using Time = std::chrono::milliseconds;

    // proxy: for all of them; nullopt: as the system says for each request.
    explicit ManagerPool(int managers, std::optional<QNetworkProxy> proxy = std::nullopt);

    Seat take(const QByteArray& host);
    // One that carries nothing for this host, made if there is none: so its connection is known.
    Seat takeAlone(const QByteArray& host);
    QNetworkAccessManager& manager(Seat seat);
    void giveBack(Seat seat, const QByteArray& host); // when the reply is deleted
    void retire(Seat seat);                           // its connections are not used again

    // When the connection was opened that a seat has for a host; nullopt: there is none, or more than one.
    std::optional<Time> openedAt(Seat seat, const QByteArray& host) const;
    void noteOpened(Seat seat, const QByteArray& host, std::optional<Time> at); // nullopt: it was closed

    // Later requests get new managers and so new connections; those that run keep theirs until they end.
    // (QNetworkAccessManager::clearConnectionCache would leave running requests without their thread.)
    void renew();

private:
    struct Entry
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        QHash<QByteArray, int> running;
        QHash<QByteArray, Time> opened;
        QSet<QByteArray> shared; // hosts that had two requests at once
        int total = 0;
        bool retired = false;
    };
    Seat add();
    Seat seatFor(const QByteArray& host, int fewest) const;
    Seat occupy(Seat seat, const QByteArray& host);

    const std::optional<QNetworkProxy> m_proxy;
    const int m_managers;
    std::map<Seat, Entry> m_entries;
    Seat m_lastSeat = 0;
};

} // namespace partway
