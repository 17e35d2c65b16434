// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/assemble.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/sparsecopy.h"

#include <QFile>

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

void append(const QString& name, QFile& to, qint64 base, const std::function<void()>& alive)
{
    QFile from(name);
    if (!from.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        fail(from);
    copySparsely(from, {0, from.size()}, to, base, alive);
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
