// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/records.h"
#include "support/sandbox/upload.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

class QFile;

namespace partway::sandbox {

// A condition of PutObject or Complete, judged in the same step that makes the object appear.
struct Condition
{
    bool ifNoneMatch = false; // "*"
    QByteArray ifMatch;       // bare ETag; empty: not asked
};

// A file that is being received; deleted unless it was given away.
class IncomingFile
{
public:
    explicit IncomingFile(QString path) : m_path(std::move(path)) {}
    ~IncomingFile();
    IncomingFile(const IncomingFile&) = delete;
    IncomingFile& operator=(const IncomingFile&) = delete;
    const QString& path() const { return m_path; }
    void release() { m_path.clear(); }

private:
    QString m_path;
};

// One bucket: a folder with objects/<name> (the bytes), about/<name>.json (what is kept beside them),
// uploads/<id>/ and incoming/. What it holds is read once and then kept in step. Thread-safe.
class Bucket
{
public:
    explicit Bucket(QString folder, QByteArray name);
    void load();

    const QByteArray& name() const { return m_name; }
    QDateTime created() const { return m_created; }
    QString newIncoming(); // a path that nobody else uses
    QString fileOf(const QByteArray& key) const;

    std::optional<ObjectRecord> object(const QByteArray& key) const;
    // The record together with its bytes; throws NoSuchKey.
    std::pair<ObjectRecord, std::shared_ptr<QFile>> openObject(const QByteArray& key) const;
    // Makes the file the object. Throws PreconditionFailed or NoSuchKey by the condition.
    void commit(const ObjectRecord& record, IncomingFile& file, const Condition& condition);
    void checkCondition(const QByteArray& key, const Condition& condition) const;
    void remove(const QByteArray& key);
    bool isEmpty() const; // no objects; uploads do not count
    void destroy();       // deletes the folder

    // In order of the key, from the first that is not less; until it says false.
    void visitObjects(const QByteArray& from, const std::function<bool(const ObjectRecord&)>& visitor) const;
    // In order of the key, then of the time.
    void visitUploads(const QByteArray& from, const std::function<bool(const UploadRecord&)>& visitor) const;

    std::shared_ptr<Upload> createUpload(UploadRecord record);                         // fills in id and time
    std::shared_ptr<Upload> upload(const QByteArray& key, const QByteArray& id) const; // throws NoSuchUpload
    void forget(const Upload& upload);                                                 // after it was removed

private:
    using UploadPlace = std::pair<QByteArray, QByteArray>; // key, id: ids rise with time
    QString aboutOf(const QByteArray& key) const;
    void judge(const QByteArray& key, const Condition& condition) const;
    void loadObjects();
    void loadUploads();
    QByteArray newUploadId();

    QString m_folder;
    QByteArray m_name;
    QDateTime m_created;
    std::atomic<qint64> m_lastIncoming = 0;
    mutable std::mutex m_mutex; // guards all below and the files of objects
    std::map<QByteArray, ObjectRecord> m_objects;
    std::map<UploadPlace, std::shared_ptr<Upload>> m_uploads;
    qint64 m_lastUploadTime = 0;
};

} // namespace partway::sandbox
