// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/records.h"

#include <map>
#include <vector>

namespace partway::sandbox {

// What a versioned bucket keeps behind its current objects: older versions (versions/<name>~<id>, and
// <name>~<id>.json) and delete markers (only the latter). Not thread-safe: the bucket's lock guards it.
class VersionShelf
{
public:
    using Versions = std::vector<ObjectRecord>; // newest first

    explicit VersionShelf(QString folder) : m_folder(std::move(folder)) {}
    void load();

    bool isEmpty() const { return m_versions.empty(); }
    const std::map<QByteArray, Versions>& all() const { return m_versions; }
    const ObjectRecord* newest(const QByteArray& key) const;
    const ObjectRecord* find(const QByteArray& key, const QByteArray& versionId) const;
    QString fileOf(const ObjectRecord& version) const;

    // Puts it in front; `file` (empty for a delete marker) is moved here.
    void shelve(const ObjectRecord& version, const QString& file);
    // Takes it off the shelf; its file goes to `target`, or is deleted where that is empty.
    void take(const QByteArray& key, const QByteArray& versionId, const QString& target);

private:
    QString m_folder;
    std::map<QByteArray, Versions> m_versions;
};

// Rises with time: of two ids the later one is greater.
QByteArray newVersionId();

} // namespace partway::sandbox
