// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/upload.h"

#include "support/sandbox/failure.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace partway::sandbox {

Upload::Upload(QString folder, UploadRecord record) : m_folder(std::move(folder)), m_record(std::move(record))
{
}

std::shared_ptr<Upload> Upload::load(const QString& folder)
{
    const QJsonObject object = readJson(folder + QStringLiteral("/upload.json"));
    if (object.isEmpty())
        return nullptr;
    auto upload = std::make_shared<Upload>(folder, uploadFromJson(object));
    upload->loadParts();
    return upload;
}

void Upload::loadParts()
{
    const QDir dir(m_folder);
    for (const QString& name : dir.entryList({QStringLiteral("part.*.json")}, QDir::Files)) {
        const PartRecord part = partFromJson(readJson(dir.filePath(name)));
        const QFileInfo file(partFile(part.number));
        // A sandbox that was killed between the two renames leaves a pair that does not fit.
        if (part.number > 0 && file.exists() && file.size() == part.size)
            m_parts[part.number] = part;
    }
}

QString Upload::partFile(int number) const
{
    return m_folder + QStringLiteral("/part.") + QString::number(number);
}

void Upload::checkThere() const
{
    if (m_gone)
        throw failure("NoSuchUpload");
}

void Upload::store(const PartRecord& part, const QString& file)
{
    const std::lock_guard lock(m_mutex);
    checkThere();
    const QString target = partFile(part.number);
    QFile::remove(target + QStringLiteral(".json"));
    if (std::rename(QFile::encodeName(file).constData(), QFile::encodeName(target).constData()) != 0)
        throw failure("InternalError", "The sandbox cannot rename a file.");
    writeJson(target + QStringLiteral(".json"), toJson(part));
    m_parts[part.number] = part;
}

std::map<int, PartRecord> Upload::parts() const
{
    const std::lock_guard lock(m_mutex);
    checkThere();
    return m_parts;
}

void Upload::remove()
{
    const std::lock_guard lock(m_mutex);
    checkThere();
    removeLocked();
}

void Upload::removeLocked()
{
    m_gone = true;
    m_parts.clear();
    QFile::remove(m_folder + QStringLiteral("/upload.json")); // first: without it the rest means nothing
    QDir(m_folder).removeRecursively();
}

} // namespace partway::sandbox
