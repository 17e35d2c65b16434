// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How objects and their versions come and go in a bucket.
#include "support/sandbox/bucket.h"
#include "support/sandbox/failure.h"

#include <QFile>

#include <cstdio>

namespace partway::sandbox {
namespace {

void move(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        throw failure("InternalError", "The sandbox cannot rename a file.");
}

[[noreturn]] void missingKey(const QByteArray& key, const ObjectRecord* marker)
{
    Failure missing = failure("NoSuchKey");
    missing.with("Key", key);
    if (marker) {
        missing.headers.set("x-amz-delete-marker", "true");
        missing.headers.set("x-amz-version-id", marker->shownVersion());
    }
    throw missing;
}

[[noreturn]] void missingVersion(const QByteArray& key, const QByteArray& versionId)
{
    Failure missing = failure("NoSuchVersion");
    missing.with("Key", key);
    missing.with("VersionId", versionId);
    throw missing;
}

std::shared_ptr<QFile> opened(const QString& path)
{
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throw failure("InternalError", "The sandbox cannot read: " + file->errorString().toUtf8());
    return file;
}

QByteArray idOf(const QByteArray& shown)
{
    return shown == "null" ? QByteArray() : shown;
}

} // namespace

std::pair<ObjectRecord, std::shared_ptr<QFile>> Bucket::openObject(const QByteArray& key,
                                                                   const QByteArray& versionId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(key);
    const bool current =
        versionId.isEmpty() || (found != m_objects.end() && found->second.shownVersion() == versionId);
    if (current && found == m_objects.end())
        missingKey(key, m_shelf.newest(key));
    if (current)
        return {found->second, opened(fileOf(key))};
    const ObjectRecord* version = m_shelf.find(key, idOf(versionId));
    if (!version)
        missingVersion(key, versionId);
    if (version->deleteMarker) {
        Failure marker = failure("MethodNotAllowed");
        marker.headers.set("x-amz-delete-marker", "true");
        throw marker;
    }
    return {*version, opened(m_shelf.fileOf(*version))};
}

ObjectRecord Bucket::commit(const ObjectRecord& record, IncomingFile& file, const Condition& condition)
{
    const std::lock_guard lock(m_mutex);
    judge(record.key, condition);
    ObjectRecord made = record;
    made.versionId = m_versioned ? newVersionId() : QByteArray();
    QFile::remove(aboutOf(record.key));
    const auto before = m_objects.find(record.key);
    if (m_versioned && before != m_objects.end())
        m_shelf.shelve(before->second, fileOf(record.key));
    move(file.path(), fileOf(record.key));
    file.release();
    writeJson(aboutOf(record.key), toJson(made));
    m_objects[record.key] = made;
    return made;
}

std::optional<ObjectRecord> Bucket::remove(const QByteArray& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(key);
    const bool there = found != m_objects.end();
    const ObjectRecord before = there ? found->second : ObjectRecord{};
    if (there) {
        m_objects.erase(found);
        QFile::remove(aboutOf(key));
    }
    if (!m_versioned) {
        QFile::remove(fileOf(key));
        return std::nullopt;
    }
    if (there)
        m_shelf.shelve(before, fileOf(key));
    ObjectRecord marker;
    marker.key = key;
    marker.versionId = newVersionId();
    marker.modified = QDateTime::currentDateTimeUtc();
    marker.deleteMarker = true;
    m_shelf.shelve(marker, {});
    return marker;
}

std::optional<ObjectRecord> Bucket::removeVersion(const QByteArray& key, const QByteArray& versionId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(key);
    if (found != m_objects.end() && found->second.shownVersion() == versionId) {
        const ObjectRecord gone = found->second;
        m_objects.erase(found);
        QFile::remove(aboutOf(key));
        QFile::remove(fileOf(key));
        promote(key);
        return gone;
    }
    const ObjectRecord* version = m_shelf.find(key, idOf(versionId));
    if (!version)
        return std::nullopt;
    const ObjectRecord gone = *version;
    m_shelf.take(key, gone.versionId, {});
    if (found == m_objects.end())
        promote(key); // it may have been the marker that hid the one below
    return gone;
}

// The newest of the shelf becomes the object, unless a delete marker hides it.
void Bucket::promote(const QByteArray& key)
{
    const ObjectRecord* next = m_shelf.newest(key);
    if (!next || next->deleteMarker)
        return;
    const ObjectRecord record = *next;
    m_shelf.take(key, record.versionId, fileOf(key));
    writeJson(aboutOf(key), toJson(record));
    m_objects[key] = record;
}

bool Bucket::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_objects.empty() && m_shelf.isEmpty();
}

void Bucket::keepVersions()
{
    const std::lock_guard lock(m_mutex);
    m_versioned = true;
    writeAbout();
}

QList<Bucket::ShownVersion> Bucket::versions(const QByteArray& prefix) const
{
    const std::lock_guard lock(m_mutex);
    std::map<QByteArray, QList<ShownVersion>> byKey;
    for (auto it = m_objects.lower_bound(prefix); it != m_objects.end() && it->first.startsWith(prefix); ++it)
        byKey[it->first].append({it->second, true});
    for (const auto& [key, versions] : m_shelf.all()) {
        if (!key.startsWith(prefix))
            continue;
        QList<ShownVersion>& list = byKey[key];
        for (const ObjectRecord& version : versions)
            list.append({version, list.isEmpty()});
    }
    QList<ShownVersion> all;
    for (const auto& [key, list] : byKey)
        all += list;
    return all;
}

} // namespace partway::sandbox
