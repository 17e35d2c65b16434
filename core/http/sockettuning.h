// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace partway {

// QNetworkAccessManager writes a body in small pieces and leaves Nagle's algorithm on, which costs some 40 ms
// at the end of a request, and lets megabytes pile up in the kernel, which makes progress run ahead of the
// line. Its sockets cannot be reached through Qt. This tunes every TCP connection of the process: TCP_NODELAY
// and TCP_NOTSENT_LOWAT of 128 KiB. Does nothing but on Linux.
void tuneConnectedSockets();

// Decides when it is worth a look: after a connection was opened, at the next requests that go out. (The
// request that asked for a connection is not always the one that gets it.)
class SocketTuner
{
public:
    void connecting() { m_looksLeft = looksAfterConnect; }
    void sent()
    {
        if (m_looksLeft > 0) {
            --m_looksLeft;
            tuneConnectedSockets();
        }
    }

private:
    static constexpr int looksAfterConnect = 12;
    int m_looksLeft = 0;
};

} // namespace partway
