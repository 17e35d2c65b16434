// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <chrono>

namespace partway {

// What the peers of the process's TCP connections acknowledge. The network stack takes a good deal of a body
// at once and then nothing for minutes on a very slow line: only this tells such a line from a dead one.
// Knows nothing but on Linux. Which connection carries which request cannot be known.
class SocketProgress
{
public:
    using Time = std::chrono::milliseconds;

    void look(Time at);
    void forget() { m_seen.clear(); }
    // Connections that had something to send and whose peers took some of it not longer ago than that.
    int moving(Time at, Time within) const;

private:
    struct Seen
    {
        quint64 taken = 0; // bytes acknowledged since it was opened
        Time since{0};     // when that last grew
        bool grew = false;
    };
    void note(quint64 connection, quint64 taken, Time at, QHash<quint64, Seen>* seen) const;

    QHash<quint64, Seen> m_seen; // by the connection's inode
};

} // namespace partway
