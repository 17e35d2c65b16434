// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/cutforecast.h"
#include "http/managerpool.h"

namespace partway {

class NetworkCall;

// Lets requests on to connections: small ones as there is room, large bodies as the forecast of their host
// says. On a line that was seen to cut connections each request has a manager, and so a connection, for
// itself, whose age is known. Engine's thread.
class BodyGate
{
public:
    using Time = std::chrono::milliseconds;

    BodyGate(ManagerPool& managers, const Clock& clock) : m_managers(managers), m_clock(clock) {}

    // A place that was given to a request.
    struct Pass
    {
        ManagerPool::Seat seat = 0; // 0: none now
        bool large = false;
        int beside = 0;         // large bodies that were on their way already
        bool idle = false;      // it has an open connection, as far as is known
        bool afterWait = false; // an expected cut was waited for just before
    };
    Pass admit(const QByteArray& host, qint64 bodySize);
    // Before the seat is given back.
    void ended(const Pass& pass, const QByteArray& host, const NetworkCall& call, const HttpReply& reply);
    void connectionsDropped();

    // Until a body that was refused is to be offered again; nullopt: when another one has ended.
    std::optional<Time> waitForNextTry();
    static bool isLarge(qint64 bodySize);

private:
    struct Host
    {
        CutForecast forecast;
        int bodies = 0; // large ones on their way
        bool waited = false;
    };
    std::optional<Time> ageOf(ManagerPool::Seat seat, const QByteArray& host) const;
    Pass admitBody(Host& host, const QByteArray& name, qint64 size);
    void learn(Host& host, const Pass& pass, const QByteArray& name, const NetworkCall& call, bool answered);
    CutForecast::Break breakOf(const Pass& pass, const QByteArray& name, const NetworkCall& call) const;

    ManagerPool& m_managers;
    const Clock& m_clock;
    QHash<QByteArray, Host> m_hosts;
    bool m_watchful = false;
    std::optional<Time> m_nextTry;
    std::optional<Time> m_firstOpened; // since connections were last dropped
};

} // namespace partway
