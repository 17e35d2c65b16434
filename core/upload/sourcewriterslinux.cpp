// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/sourcewriters.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>

namespace partway {

// A read lease is only given while nobody has the file open for writing, by whichever path or process, and
// mapped memory counts as well (fcntl(2), F_SETLEASE). It is given back at once. Only the file's owner may
// ask, and network file systems mostly have no leases: then nobody can tell.
Writers writersOf(int fd)
{
    // Who opens the file in that moment waits for us and has us signalled; SIGIO, the usual signal, would end
    // the process.
    if (::fcntl(fd, F_SETSIG, SIGURG) != 0)
        return Writers::Unknown;
    if (::fcntl(fd, F_SETLEASE, F_RDLCK) == 0) {
        ::fcntl(fd, F_SETLEASE, F_UNLCK);
        return Writers::None;
    }
    return errno == EAGAIN ? Writers::Some : Writers::Unknown;
}

} // namespace partway
