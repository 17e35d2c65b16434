// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/depot.h"

#include "support/sandbox/failure.h"

#include <QDir>

namespace partway::sandbox {

QString Depot::folderOf(const QByteArray& name) const
{
    return m_root + QStringLiteral("/buckets/") + QString::fromUtf8(name);
}

void Depot::load()
{
    const std::lock_guard lock(m_mutex);
    const QDir dir(m_root + QStringLiteral("/buckets"));
    for (const QString& name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        auto bucket = std::make_shared<Bucket>(dir.filePath(name), name.toUtf8());
        bucket->load();
        m_buckets[name.toUtf8()] = bucket;
    }
}

std::shared_ptr<Bucket> Depot::bucket(const QByteArray& name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_buckets.find(name);
    if (found == m_buckets.end()) {
        Failure missing = failure("NoSuchBucket");
        missing.with("BucketName", name);
        throw missing;
    }
    return found->second;
}

bool Depot::has(const QByteArray& name) const
{
    const std::lock_guard lock(m_mutex);
    return m_buckets.contains(name);
}

QList<std::shared_ptr<Bucket>> Depot::buckets() const
{
    const std::lock_guard lock(m_mutex);
    QList<std::shared_ptr<Bucket>> list;
    for (const auto& entry : m_buckets)
        list.append(entry.second);
    return list;
}

void Depot::create(const QByteArray& name)
{
    const std::lock_guard lock(m_mutex);
    if (m_buckets.contains(name))
        throw failure("BucketAlreadyOwnedByYou");
    auto bucket = std::make_shared<Bucket>(folderOf(name), name);
    bucket->load();
    m_buckets[name] = bucket;
}

void Depot::remove(const QByteArray& name)
{
    const std::shared_ptr<Bucket> going = bucket(name);
    const std::lock_guard lock(m_mutex);
    if (!going->isEmpty())
        throw failure("BucketNotEmpty");
    m_buckets.erase(name);
    going->destroy();
}

} // namespace partway::sandbox
