// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/journal.h"

#include <QDir>
#include <QLockFile>

// For Windows, where an open lock file cannot be taken away and QLockFile is exact.

namespace partway {

namespace {

class FileLock final : public DriverLock
{
public:
    FileLock(const QString& stateFolder, TransferId id)
        : m_lock(stateFolder + QStringLiteral("/locks/%1.lock").arg(id.value))
    {
        m_lock.setStaleLockTime(0); // only a dead process's lock is stale, never an old one
    }
    bool take() { return m_lock.tryLock(0); }

private:
    QLockFile m_lock;
};

} // namespace

std::unique_ptr<DriverLock> DriverLock::tryLock(const QString& stateFolder, TransferId id)
{
    QDir().mkpath(stateFolder + QStringLiteral("/locks"));
    auto lock = std::make_unique<FileLock>(stateFolder, id);
    if (!lock->take())
        return nullptr;
    return lock;
}

bool DriverLock::isHeld(const QString& stateFolder, TransferId id)
{
    return tryLock(stateFolder, id) == nullptr;
}

} // namespace partway
