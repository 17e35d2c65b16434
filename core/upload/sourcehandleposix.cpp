// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/sourcehandle.h"
#include "upload/sourcewriters.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/vfs.h>
#endif

namespace partway {

namespace {

Error errnoError(const QString& path, int number)
{
    const bool missing = number == ENOENT || number == ENOTDIR;
    return sourceError(missing ? "file-missing" : "file-unreadable", path, qt_error_string(number));
}

Result<void> mustBeRegular(const QString& path, const struct stat& info)
{
    if (S_ISDIR(info.st_mode))
        return sourceError("file-is-folder", path);
    if (!S_ISREG(info.st_mode))
        return sourceError("file-not-regular", path);
    return {};
}

qint64 modifiedNs(const struct stat& info)
{
#ifdef Q_OS_DARWIN
    const timespec& time = info.st_mtimespec;
#else
    const timespec& time = info.st_mtim;
#endif
    return static_cast<qint64>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

#ifdef Q_OS_LINUX
// FAT and exFAT have no inodes and FUSE need not have them: the numbers are made up at each mount, and a
// stick that was taken out and put back would look like a changed file.
bool hasInodes(const struct statfs& system)
{
    constexpr quint32 fat = 0x4d44, exfat = 0x2011bab0, fuse = 0x65735546;
    const auto type = static_cast<quint32>(system.f_type);
    return type != fat && type != exfat && type != fuse;
}
#endif

QByteArray identityText(const struct stat& info)
{
    return QByteArray::number(static_cast<qulonglong>(info.st_dev)) + ':' +
           QByteArray::number(static_cast<qulonglong>(info.st_ino));
}

class PosixHandle final : public SourceHandle
{
public:
    PosixHandle(QString path, int fd) : m_path(std::move(path)), m_fd(fd) {}
    ~PosixHandle() override { ::close(m_fd); }
    PosixHandle(const PosixHandle&) = delete;
    PosixHandle& operator=(const PosixHandle&) = delete;

    Result<qint64> readAt(qint64 offset, char* data, qint64 max) const override;
    Result<SourceFingerprint> fingerprint() const override;
    Writers writers() const override { return writersOf(m_fd); }

private:
    QString m_path;
    int m_fd;
};

Result<qint64> PosixHandle::readAt(qint64 offset, char* data, qint64 max) const
{
    qint64 done = 0;
    while (done < max) {
        const ssize_t got = ::pread(m_fd, data + done, static_cast<size_t>(max - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return sourceError("file-unreadable", m_path, qt_error_string(errno));
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

Result<SourceFingerprint> PosixHandle::fingerprint() const
{
    struct stat info;
    if (::fstat(m_fd, &info) != 0)
        return errnoError(m_path, errno);
    if (const Result<void> regular = mustBeRegular(m_path, info); !regular.ok())
        return regular.error();
    SourceFingerprint result{info.st_size, modifiedNs(info), identityText(info)};
#ifdef Q_OS_LINUX
    struct statfs system;
    if (::fstatfs(m_fd, &system) != 0 || !hasInodes(system))
        result.identity.clear();
#endif
    return result;
}

} // namespace

Result<std::unique_ptr<SourceHandle>> SourceHandle::open(const QString& path)
{
    // Looked at before it is opened: opening a device or a pipe may already do something.
    const Result<SourceFingerprint> before = fingerprintOf(path);
    if (!before.ok())
        return before.error();
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return errnoError(path, errno);
    return std::unique_ptr<SourceHandle>(new PosixHandle(path, fd));
}

Result<SourceFingerprint> fingerprintOf(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info;
    if (::stat(name.constData(), &info) != 0)
        return errnoError(path, errno);
    if (const Result<void> regular = mustBeRegular(path, info); !regular.ok())
        return regular.error();
    SourceFingerprint result{info.st_size, modifiedNs(info), identityText(info)};
#ifdef Q_OS_LINUX
    struct statfs system;
    const bool known = ::statfs(name.constData(), &system) == 0;
    if (!known && (errno == ENOENT || errno == ENOTDIR))
        return errnoError(path, errno); // it went away between the two looks
    if (!known || !hasInodes(system))
        result.identity.clear();
#endif
    return result;
}

} // namespace partway
