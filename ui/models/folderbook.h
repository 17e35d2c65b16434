// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QHash>
#include <QList>

namespace partway {

// A folder that was dropped: where it is here, and where its files go.
struct DroppedFolder
{
    QString name; // "photos"
    QString path; // of the folder itself
    QString accountId;
    QString bucket;
    QByteArray prefix; // of the keys, in front of the folder's name

    bool operator==(const DroppedFolder&) const = default;
};

// The folder of a row; nothing for a single file. Pure.
std::optional<DroppedFolder> folderOf(const TransferRow& row);

// Numbers the folders of a list, from 0. The same folder dropped twice to the same place is one. Quick where
// rows of one folder follow each other, as they do.
class FolderBook
{
public:
    int numberOf(const TransferRow& row); // -1: a single file
    const DroppedFolder& at(int number) const { return m_folders.at(number); }
    int count() const { return static_cast<int>(m_folders.size()); }

private:
    bool isInLast(const TransferRow& row) const;

    QList<DroppedFolder> m_folders;
    QHash<QString, int> m_numbers;
    int m_last = -1;
    QByteArray m_lastKeys; // prefix and name of the last folder, with its slash
    QString m_lastPath;    // its path, with its slash
};

} // namespace partway
