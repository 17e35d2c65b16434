// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>

namespace partway {

// What the file looks like that an incomplete upload was begun from.
struct FileWish
{
    QStringList folders;
    QString name;       // of the object: a file of this name is looked at first
    qint64 minSize = 0; // no smaller than what is stored of it
    ListedPart part;    // one that can be compared …
    qint64 offset = 0;  // … and where it is in the file
    ChecksumMode checksum = ChecksumMode::None;
};

// "Which file is this?" Searches folders for the files one part of which is the stored one: first by size and
// name, then by the bytes of that part. Links are not followed. On a thread of its own; signals come on the
// maker's. Destroying it stops the search.
class FileFinder final : public QObject
{
    Q_OBJECT
public:
    explicit FileFinder(QObject* parent = nullptr) : QObject(parent) {}
    ~FileFinder() override;

    // Error (Refused): "find-no-part", "find-uncheckable".
    static Result<FileWish> wishFor(const QStringList& folders, const QByteArray& key, const ListedPart& part,
                                    qint64 partSize, qint64 bytesKept, ChecksumMode checksum);

    void start(const FileWish& wish);
    void stop();
    bool isRunning() const { return m_stop != nullptr; }

Q_SIGNALS:
    void progress(int seen, int compared, const QString& path); // of files; a few times a second
    void found(const QString& path);
    void ended(bool stopped);

private:
    std::shared_ptr<std::atomic<bool>> m_stop; // null: nothing runs
};

} // namespace partway
