// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/networkwatch.h"

namespace partway {

namespace {

constexpr qint64 noticeableMs = 10'000;

} // namespace

// While the computer sleeps the wall clock goes on, and on some systems the monotonic one as well; we do not
// look. Whoever sets the clock forward wakes us for nothing.
bool NetworkWatch::slept(qint64 wallMs, std::chrono::milliseconds monotonic)
{
    const qint64 unseen = (monotonic - m_last->monotonic).count();
    const qint64 wall = wallMs - m_last->wallMs;
    return unseen > noticeableMs || wall - unseen > noticeableMs;
}

NetworkWatch::News NetworkWatch::look(qint64 wallMs, std::chrono::milliseconds monotonic,
                                      const QSet<QString>& addresses)
{
    News news;
    if (m_last) {
        news.woke = slept(wallMs, monotonic);
        news.addressGone = !addresses.contains(m_last->addresses);
        news.addressCame = !m_last->addresses.contains(addresses);
    }
    m_last = Sight{wallMs, monotonic, addresses};
    return news;
}

} // namespace partway
