// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/versionshelf.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/filenames.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <atomic>
#include <cstdio>

namespace partway::sandbox {
namespace {

void move(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        throw failure("InternalError", "The sandbox cannot rename a file.");
}

} // namespace

QByteArray newVersionId()
{
    static std::atomic<qint64> last = 0;
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
    qint64 before = last.load();
    while (!last.compare_exchange_weak(before, std::max(now, before + 1))) {
    }
    const qint64 mine = std::max(now, before + 1);
    return QByteArray::number(mine, 16).rightJustified(16, '0') + '.' +
           QByteArray::number(QRandomGenerator::global()->generate(), 16).rightJustified(8, '0');
}

void VersionShelf::load()
{
    const QDir dir(m_folder);
    for (const QString& name : dir.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Hidden)) {
        const ObjectRecord version = objectFromJson(readJson(dir.filePath(name)));
        if (!version.key.isEmpty() && (version.deleteMarker || QFile::exists(fileOf(version))))
            m_versions[version.key].push_back(version);
    }
    for (auto& [key, versions] : m_versions)
        std::sort(versions.begin(), versions.end(), [](const ObjectRecord& a, const ObjectRecord& b) {
            return a.modified != b.modified ? a.modified > b.modified : a.versionId > b.versionId;
        });
}

const ObjectRecord* VersionShelf::newest(const QByteArray& key) const
{
    const auto found = m_versions.find(key);
    return found == m_versions.end() ? nullptr : &found->second.front();
}

const ObjectRecord* VersionShelf::find(const QByteArray& key, const QByteArray& versionId) const
{
    const auto found = m_versions.find(key);
    if (found == m_versions.end())
        return nullptr;
    for (const ObjectRecord& version : found->second) {
        if (version.versionId == versionId)
            return &version;
    }
    return nullptr;
}

QString VersionShelf::fileOf(const ObjectRecord& version) const
{
    return m_folder + u'/' + fileNameOf(version.key) + u'~' + fileNameOf(version.versionId);
}

void VersionShelf::shelve(const ObjectRecord& version, const QString& file)
{
    if (!file.isEmpty())
        move(file, fileOf(version));
    writeJson(fileOf(version) + QStringLiteral(".json"), toJson(version));
    Versions& versions = m_versions[version.key];
    versions.insert(versions.begin(), version);
}

void VersionShelf::take(const QByteArray& key, const QByteArray& versionId, const QString& target)
{
    const auto found = m_versions.find(key);
    if (found == m_versions.end())
        return;
    Versions& versions = found->second;
    for (auto version = versions.begin(); version != versions.end(); ++version) {
        if (version->versionId != versionId)
            continue;
        QFile::remove(fileOf(*version) + QStringLiteral(".json"));
        if (target.isEmpty())
            QFile::remove(fileOf(*version));
        else
            move(fileOf(*version), target);
        versions.erase(version);
        break;
    }
    if (versions.empty())
        m_versions.erase(found);
}

} // namespace partway::sandbox
