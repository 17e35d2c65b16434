// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/folderbook.h"

namespace partway {

// The key ends as the path does, from the folder's name on, unless a name was normalized or another key was
// chosen; then the outermost folder of that name is taken.
std::optional<DroppedFolder> folderOf(const TransferRow& row)
{
    if (row.group.isEmpty())
        return std::nullopt;
    const QString inPath = u'/' + row.group.value() + u'/';
    DroppedFolder folder{
        .name = row.group, .path = {}, .accountId = row.accountId, .bucket = row.bucket, .prefix = {}};
    const QByteArray inKey = row.group.value().toUtf8() + '/';
    qsizetype at = row.sourcePath.indexOf(inPath);
    const qsizetype outermost = at;
    while (at >= 0 && !row.key.endsWith(QStringView(row.sourcePath).mid(at + 1).toUtf8()))
        at = row.sourcePath.indexOf(inPath, at + 1);
    if (at >= 0) {
        folder.path = row.sourcePath.left(at + inPath.size() - 1);
        folder.prefix =
            row.key.left(row.key.size() - QStringView(row.sourcePath).mid(at + 1).toUtf8().size());
        return folder;
    }
    folder.path = outermost < 0 ? row.group.value() : row.sourcePath.left(outermost + inPath.size() - 1);
    const qsizetype key = row.key.startsWith(inKey) ? 0 : row.key.indexOf('/' + inKey) + 1;
    folder.prefix = row.key.left(key);
    return folder;
}

bool FolderBook::isInLast(const TransferRow& row) const
{
    if (m_last < 0)
        return false;
    const DroppedFolder& last = m_folders.at(m_last);
    return row.group == last.name && row.accountId == last.accountId && row.bucket == last.bucket &&
           row.key.startsWith(m_lastKeys) && row.sourcePath.startsWith(m_lastPath);
}

int FolderBook::numberOf(const TransferRow& row)
{
    if (row.group.isEmpty())
        return -1;
    if (isInLast(row))
        return m_last;
    const DroppedFolder folder = *folderOf(row);
    const QString name =
        QStringList{folder.accountId, folder.bucket, QString::fromUtf8(folder.prefix), folder.path}.join(
            QChar(0));
    const auto known = m_numbers.constFind(name);
    m_last = known != m_numbers.cend() ? *known : count();
    if (m_last == count()) {
        m_folders.append(folder);
        m_numbers.insert(name, m_last);
    }
    m_lastKeys = folder.prefix + folder.name.toUtf8() + '/';
    m_lastPath = folder.path + u'/';
    return m_last;
}

} // namespace partway
