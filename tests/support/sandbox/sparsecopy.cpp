// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/sparsecopy.h"

#include "support/sandbox/failure.h"

#include <algorithm>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace partway::sandbox {
namespace {

[[noreturn]] void fail(const QFile& file)
{
    throw failure("InternalError", "The sandbox cannot copy: " + file.errorString().toUtf8());
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

} // namespace

void copySparsely(QFile& from, ByteRange range, QFile& to, qint64 at, const std::function<void()>& alive)
{
    constexpr qint64 step = 64 * MiB;
    qint64 place = range.offset;
    while (place < range.end()) {
        ByteRange data = nextData(from, place, range.end());
        if (data.length <= 0 || data.offset >= range.end())
            return;
        data.length = std::min({data.length, step, range.end() - data.offset});
        copyRange(from, data, to, at + data.offset - range.offset);
        alive();
        place = data.end();
    }
}

bool isHole(QFile& file, ByteRange range)
{
    const ByteRange data = nextData(file, range.offset, range.end());
    return data.length <= 0 || data.offset >= range.end();
}

} // namespace partway::sandbox
