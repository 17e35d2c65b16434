// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/sockettuning.h"

#include <dirent.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cstdlib>
#include <memory>

namespace partway {

namespace {

int option(int fd, int level, int name)
{
    int value = -1;
    socklen_t size = sizeof value;
    return getsockopt(fd, level, name, &value, &size) == 0 ? value : -1;
}

bool isTcpConnection(int fd)
{
    const int domain = option(fd, SOL_SOCKET, SO_DOMAIN);
    return (domain == AF_INET || domain == AF_INET6) && option(fd, SOL_SOCKET, SO_TYPE) == SOCK_STREAM &&
           option(fd, SOL_SOCKET, SO_ACCEPTCONN) == 0;
}

void tune(int fd)
{
    const int on = 1;
    const int unsent = 128 * 1024;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(fd, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent, sizeof unsent);
}

} // namespace

void tuneConnectedSockets()
{
    struct Close
    {
        void operator()(DIR* folder) const { closedir(folder); }
    };
    const std::unique_ptr<DIR, Close> folder(opendir("/proc/self/fd"));
    if (!folder)
        return;
    while (const dirent* entry = readdir(folder.get())) {
        const int fd = std::atoi(entry->d_name); // "." and "..": 0, which is no TCP connection to a store
        if (fd > 0 && isTcpConnection(fd) && option(fd, IPPROTO_TCP, TCP_NODELAY) == 0)
            tune(fd);
    }
}

} // namespace partway
