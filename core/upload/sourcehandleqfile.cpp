// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/sourcehandle.h"

#include <QFile>
#include <QFileInfo>
#include <QMutex>

namespace partway {

namespace {

Result<SourceFingerprint> look(const QFileInfo& info)
{
    const QString path = info.filePath();
    if (!info.exists())
        return sourceError("file-missing", path);
    if (info.isDir())
        return sourceError("file-is-folder", path);
    if (!info.isFile())
        return sourceError("file-not-regular", path);
    // QFileInfo knows no identity that would hold over a rename: size and time have to do.
    return SourceFingerprint{info.size(), info.lastModified().toMSecsSinceEpoch() * 1'000'000, {}};
}

// QFile has one position, so reads take turns. QFile opens with full sharing on Windows: the owner of the
// file can go on writing.
class QFileHandle final : public SourceHandle
{
public:
    explicit QFileHandle(const QString& path) : m_file(path) {}
    bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    QString errorString() const { return m_file.errorString(); }

    Result<qint64> readAt(qint64 offset, char* data, qint64 max) const override;
    Result<SourceFingerprint> fingerprint() const override;

private:
    mutable QMutex m_mutex; // guards m_file's position
    mutable QFile m_file;
};

Result<qint64> QFileHandle::readAt(qint64 offset, char* data, qint64 max) const
{
    const QMutexLocker lock(&m_mutex);
    if (offset >= m_file.size())
        return qint64{0};
    if (!m_file.seek(offset))
        return sourceError("file-unreadable", m_file.fileName(), m_file.errorString());
    qint64 done = 0;
    while (done < max) {
        const qint64 got = m_file.read(data + done, max - done);
        if (got < 0)
            return sourceError("file-unreadable", m_file.fileName(), m_file.errorString());
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

Result<SourceFingerprint> QFileHandle::fingerprint() const
{
    const QMutexLocker lock(&m_mutex);
    Result<SourceFingerprint> seen = look(QFileInfo(m_file.fileName()));
    if (seen.ok())
        seen.value().size = m_file.size();
    return seen;
}

} // namespace

Result<std::unique_ptr<SourceHandle>> SourceHandle::open(const QString& path)
{
    const Result<SourceFingerprint> before = fingerprintOf(path);
    if (!before.ok())
        return before.error();
    auto handle = std::make_unique<QFileHandle>(path);
    if (!handle->open())
        return sourceError("file-unreadable", path, handle->errorString());
    return std::unique_ptr<SourceHandle>(std::move(handle));
}

Result<SourceFingerprint> fingerprintOf(const QString& path)
{
    return look(QFileInfo(path));
}

} // namespace partway
