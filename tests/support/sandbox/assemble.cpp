// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/assemble.h"

#include "base/byterange.h"
#include "support/sandbox/failure.h"

#include <QFile>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace partway::sandbox {
namespace {

[[noreturn]] void fail(const QFile& file)
{
    throw failure("InternalError",
                  "The sandbox cannot put the parts together: " + file.errorString().toUtf8());
}

// Through our own memory; for systems without a better way.
void copyPlainly(QFile& from, ByteRange range, QFile& to, qint64 at)
{
    QByteArray buffer(MiB, Qt::Uninitialized);
    if (!from.seek(range.offset) || !to.seek(at))
        fail(to);
    while (range.length > 0) {
        const qint64 size = from.read(buffer.data(), std::min<qint64>(buffer.size(), range.length));
        if (size <= 0 || to.write(buffer.constData(), size) != size)
            fail(to);
        range.length -= size;
    }
}

#ifdef Q_OS_LINUX
// The kernel copies, or shares the blocks where the file system can.
void copyRange(QFile& from, ByteRange range, QFile& to, qint64 at)
{
    off_t in = range.offset, out = at;
    while (range.length > 0) {
        const ssize_t size = copy_file_range(from.handle(), &in, to.handle(), &out, size_t(range.length), 0);
        if (size <= 0)
            return copyPlainly(from, {in, range.length}, to, out);
        range.length -= size;
    }
}

// The next stretch of data from `offset` on; length 0: only a hole is left.
ByteRange nextData(QFile& file, qint64 offset, qint64 size)
{
    const off_t start = lseek(file.handle(), offset, SEEK_DATA);
    if (start < 0)
        return {size, 0};
    const off_t end = lseek(file.handle(), start, SEEK_HOLE);
    return {start, (end < 0 ? size : qint64(end)) - start};
}
#else
void copyRange(QFile& from, ByteRange range, QFile& to, qint64 at)
{
    copyPlainly(from, range, to, at);
}

ByteRange nextData(QFile&, qint64 offset, qint64 size)
{
    return {offset, size - offset};
}
#endif

void append(const QString& name, QFile& to, qint64 base, const std::function<void()>& alive)
{
    constexpr qint64 step = 64 * MiB;
    QFile from(name);
    if (!from.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        fail(from);
    const qint64 size = from.size();
    for (ByteRange data = nextData(from, 0, size); data.length > 0; data = nextData(from, data.end(), size)) {
        data.length = std::min(data.length, step);
        copyRange(from, data, to, base + data.offset);
        alive();
        if (data.end() >= size)
            break;
    }
}

} // namespace

void assemble(const QStringList& files, const QString& target, const std::function<void()>& alive)
{
#ifdef Q_OS_LINUX
    // A part is never changed in place, so the object may share its file with it.
    if (files.size() == 1 &&
        link(QFile::encodeName(files.first()).constData(), QFile::encodeName(target).constData()) == 0)
        return;
#endif
    QFile to(target);
    if (!to.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        fail(to);
    qint64 base = 0;
    for (const QString& name : files) {
        append(name, to, base, alive);
        base += QFile(name).size();
    }
    if (to.size() < base && !to.resize(base))
        fail(to);
}

} // namespace partway::sandbox
