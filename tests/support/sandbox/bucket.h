// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/lifecycle.h"
#include "support/sandbox/records.h"
#include "support/sandbox/upload.h"
#include "support/sandbox/versionshelf.h"

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
    // The record together with its bytes, of the current version or of one by its id; throws NoSuchKey,
    // NoSuchVersion, MethodNotAllowed (a delete marker by its id).
    std::pair<ObjectRecord, std::shared_ptr<QFile>> openObject(const QByteArray& key,
                                                               const QByteArray& versionId = {}) const;
    // Makes the file the object; what it gave it as its version is in what it returns. Throws
    // PreconditionFailed or NoSuchKey by the condition.
    ObjectRecord commit(const ObjectRecord& record, IncomingFile& file, const Condition& condition);
    void checkCondition(const QByteArray& key, const Condition& condition) const;
    // The current object goes; where versions are kept a delete marker hides it instead, and is returned.
    std::optional<ObjectRecord> remove(const QByteArray& key);
    // One version for good. What it was; nothing if there was none.
    std::optional<ObjectRecord> removeVersion(const QByteArray& key, const QByteArray& versionId);
    bool isEmpty() const; // no objects and no versions; uploads do not count

    bool keepsVersions() const { return m_versioned; }
    void keepVersions(); // from now on, for good
    struct ShownVersion
    {
        ObjectRecord record;
        bool latest = false;
    };
    QList<ShownVersion> versions(const QByteArray& prefix) const; // by key, newest first within one
    void destroy();                                               // deletes the folder

    Lifecycle lifecycle() const;
    void setLifecycle(const Lifecycle& lifecycle); // outlives the sandbox

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
    void writeAbout() const;
    void promote(const QByteArray& key);
    void judge(const QByteArray& key, const Condition& condition) const;
    void loadObjects();
    void loadUploads();
    void loadLifecycle();
    QByteArray newUploadId();

    QString m_folder;
    QByteArray m_name;
    QDateTime m_created;
    std::atomic<qint64> m_lastIncoming = 0;
    std::atomic<bool> m_versioned = false;
    mutable std::mutex m_mutex; // guards all below and the files of objects
    std::map<QByteArray, ObjectRecord> m_objects;
    VersionShelf m_shelf;
    std::map<UploadPlace, std::shared_ptr<Upload>> m_uploads;
    qint64 m_lastUploadTime = 0;
    Lifecycle m_lifecycle;
};

} // namespace partway::sandbox
