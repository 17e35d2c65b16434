// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <chrono>
#include <optional>

namespace partway {

// Notices from outside what a socket does not tell: the computer slept, or its addresses changed (another
// Wi-Fi, a cable, a VPN). A value; shown the clocks and the addresses a few times a second.
class NetworkWatch
{
public:
    struct News
    {
        bool woke = false;
        bool addressGone = false; // connections from it are dead
        bool addressCame = false;

        bool socketsMayBeDead() const { return woke || addressGone; }
    };

    News look(qint64 wallMs, std::chrono::milliseconds monotonic, const QSet<QString>& addresses);

private:
    bool slept(qint64 wallMs, std::chrono::milliseconds monotonic);

    struct Sight
    {
        qint64 wallMs = 0;
        std::chrono::milliseconds monotonic{0};
        QSet<QString> addresses;
    };
    std::optional<Sight> m_last;
};

} // namespace partway
