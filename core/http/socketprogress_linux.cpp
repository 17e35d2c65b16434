// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/socketprogress.h"

#include <dirent.h>
#include <linux/tcp.h> // the C library's tcp_info ends before what is asked here
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <optional>

namespace partway {

namespace {

struct Close
{
    void operator()(DIR* folder) const { closedir(folder); }
};

std::optional<quint64> acknowledged(int fd)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    constexpr size_t needed = offsetof(tcp_info, tcpi_bytes_acked) + sizeof info.tcpi_bytes_acked;
    if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 || size < needed)
        return std::nullopt;
    return info.tcpi_bytes_acked;
}

} // namespace

void SocketProgress::note(quint64 connection, quint64 taken, Time at, QHash<quint64, Seen>* seen) const
{
    Seen now = m_seen.value(connection, Seen{taken, at, false});
    if (taken > now.taken)
        now = {taken, at, true};
    seen->insert(connection, now);
}

void SocketProgress::look(Time at)
{
    const std::unique_ptr<DIR, Close> folder(opendir("/proc/self/fd"));
    if (!folder)
        return;
    QHash<quint64, Seen> seen;
    while (const dirent* entry = readdir(folder.get())) {
        const int fd = std::atoi(entry->d_name);
        struct stat about = {};
        if (fd <= 0 || fstat(fd, &about) != 0 || !S_ISSOCK(about.st_mode))
            continue;
        if (const std::optional<quint64> taken = acknowledged(fd))
            note(about.st_ino, *taken, at, &seen);
    }
    m_seen = seen;
}

int SocketProgress::moving(Time at, Time within) const
{
    return static_cast<int>(std::count_if(m_seen.cbegin(), m_seen.cend(), [&](const Seen& seen) {
        return seen.grew && at - seen.since < within;
    }));
}

} // namespace partway
