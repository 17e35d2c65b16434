// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journal.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// flock() and not QLockFile: the kernel drops it when the process ends, whatever ended it. A lock file with a
// process id in it is wrong in containers, where the id comes again and the host name does not.

namespace partway {

namespace {

QByteArray lockFile(const QString& stateFolder, TransferId id)
{
    return QFile::encodeName(stateFolder + QStringLiteral("/locks/%1.lock").arg(id.value));
}

class FileLock final : public DriverLock
{
public:
    FileLock(QByteArray file, int fd) : m_file(std::move(file)), m_fd(fd) {}
    ~FileLock() override
    {
        // Unlinked while it is held: whoever opened it meanwhile finds that it has no name any more.
        ::unlink(m_file.constData());
        ::close(m_fd);
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    QByteArray m_file;
    int m_fd;
};

bool isStillNamed(int fd, const QByteArray& file)
{
    struct stat opened, named;
    return ::fstat(fd, &opened) == 0 && ::stat(file.constData(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

enum class Try { Locked, Held, Again };

Try tryOnce(const QByteArray& file, int* fd)
{
    *fd = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (*fd < 0)
        return Try::Held;
    if (::flock(*fd, LOCK_EX | LOCK_NB) == 0 && isStillNamed(*fd, file))
        return Try::Locked;
    const bool held = errno == EWOULDBLOCK;
    ::close(*fd);
    return held ? Try::Held : Try::Again;
}

} // namespace

std::unique_ptr<DriverLock> DriverLock::tryLock(const QString& stateFolder, TransferId id)
{
    QDir().mkpath(stateFolder + QStringLiteral("/locks"));
    const QByteArray file = lockFile(stateFolder, id);
    // isHeld() of another process holds it for an instant, and its last holder may just be letting go.
    for (int attempt = 0; attempt < 5; ++attempt) {
        int fd = -1;
        errno = 0;
        if (tryOnce(file, &fd) == Try::Locked)
            return std::make_unique<FileLock>(file, fd);
        if (attempt > 0)
            ::usleep(500);
    }
    return nullptr;
}

bool DriverLock::isHeld(const QString& stateFolder, TransferId id)
{
    const int fd = ::open(lockFile(stateFolder, id).constData(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool held = ::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(fd);
    return held;
}

} // namespace partway
