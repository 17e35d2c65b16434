// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/bucket.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/filenames.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cstdio>

namespace partway::sandbox {
namespace {

void move(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        throw failure("InternalError", "The sandbox cannot rename a file.");
}

} // namespace

IncomingFile::~IncomingFile()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

Bucket::Bucket(QString folder, QByteArray name)
    : m_folder(std::move(folder)), m_name(std::move(name)), m_shelf(m_folder + QStringLiteral("/versions"))
{
}

void Bucket::load()
{
    for (const char* sub : {"objects", "about", "uploads", "incoming", "versions"}) {
        if (!QDir().mkpath(m_folder + u'/' + QLatin1String(sub)))
            throw failure("InternalError", "The sandbox cannot make the folders of a bucket.");
    }
    const QJsonObject about = readJson(m_folder + QStringLiteral("/bucket.json"));
    m_created = QDateTime::fromString(about.value(u"created").toString(), Qt::ISODateWithMs);
    m_versioned = about.value(u"versioned").toBool();
    if (!m_created.isValid()) {
        m_created = QDateTime::currentDateTimeUtc();
        writeAbout();
    }
    const QDir incoming(m_folder + QStringLiteral("/incoming"));
    for (const QString& name : incoming.entryList(QDir::Files))
        QFile::remove(incoming.filePath(name));
    loadObjects();
    m_shelf.load();
    loadUploads();
    loadLifecycle();
}

void Bucket::loadLifecycle()
{
    const QJsonObject kept = readJson(m_folder + QStringLiteral("/lifecycle.json"));
    const QByteArray document = kept.value(u"document").toString().toUtf8();
    if (document.isEmpty())
        return;
    m_lifecycle = parseLifecycle(document);
    m_lifecycle.minimumObjectSize = kept.value(u"minimum").toString().toUtf8();
}

Lifecycle Bucket::lifecycle() const
{
    const std::lock_guard lock(m_mutex);
    return m_lifecycle;
}

void Bucket::setLifecycle(const Lifecycle& lifecycle)
{
    const std::lock_guard lock(m_mutex);
    writeJson(m_folder + QStringLiteral("/lifecycle.json"),
              {{QStringLiteral("document"), QString::fromUtf8(lifecycle.document)},
               {QStringLiteral("minimum"), QString::fromUtf8(lifecycle.minimumObjectSize)}});
    m_lifecycle = lifecycle;
}

void Bucket::writeAbout() const
{
    writeJson(m_folder + QStringLiteral("/bucket.json"),
              {{QStringLiteral("created"), m_created.toString(Qt::ISODateWithMs)},
               {QStringLiteral("versioned"), bool(m_versioned)}});
}

void Bucket::loadObjects()
{
    const QDir about(m_folder + QStringLiteral("/about"));
    for (const QString& name : about.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Hidden)) {
        const ObjectRecord record = objectFromJson(readJson(about.filePath(name)));
        const QFileInfo file(fileOf(record.key));
        if (!record.key.isEmpty() && file.exists() && file.size() == record.size)
            m_objects[record.key] = record;
    }
}

void Bucket::loadUploads()
{
    const QDir uploads(m_folder + QStringLiteral("/uploads"));
    for (const QString& name : uploads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const std::shared_ptr<Upload> upload = Upload::load(uploads.filePath(name));
        if (!upload) {
            QDir(uploads.filePath(name)).removeRecursively();
            continue;
        }
        m_uploads[{upload->record().key, upload->record().id}] = upload;
        m_lastUploadTime = std::max(m_lastUploadTime, upload->record().id.left(16).toLongLong(nullptr, 16));
    }
}

QString Bucket::newIncoming()
{
    return m_folder + QStringLiteral("/incoming/") + QString::number(++m_lastIncoming);
}

QString Bucket::fileOf(const QByteArray& key) const
{
    return m_folder + QStringLiteral("/objects/") + fileNameOf(key);
}

QString Bucket::aboutOf(const QByteArray& key) const
{
    return m_folder + QStringLiteral("/about/") + fileNameOf(key) + QStringLiteral(".json");
}

std::optional<ObjectRecord> Bucket::object(const QByteArray& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(key);
    return found == m_objects.end() ? std::nullopt : std::optional(found->second);
}

void Bucket::judge(const QByteArray& key, const Condition& condition) const
{
    const auto found = m_objects.find(key);
    if (condition.ifNoneMatch && found != m_objects.end()) {
        Failure exists = failure("PreconditionFailed");
        exists.with("Condition", "If-None-Match");
        throw exists;
    }
    if (condition.ifMatch.isEmpty())
        return;
    if (found == m_objects.end())
        throw failure("NoSuchKey");
    if (found->second.etag != condition.ifMatch) {
        Failure changed = failure("PreconditionFailed");
        changed.with("Condition", "If-Match");
        throw changed;
    }
}

void Bucket::checkCondition(const QByteArray& key, const Condition& condition) const
{
    const std::lock_guard lock(m_mutex);
    judge(key, condition);
}

void Bucket::destroy()
{
    const std::lock_guard lock(m_mutex);
    QDir(m_folder).removeRecursively();
}

void Bucket::visitObjects(const QByteArray& from,
                          const std::function<bool(const ObjectRecord&)>& visitor) const
{
    const std::lock_guard lock(m_mutex);
    for (auto it = m_objects.lower_bound(from); it != m_objects.end(); ++it) {
        if (!visitor(it->second))
            return;
    }
}

void Bucket::visitUploads(const QByteArray& from,
                          const std::function<bool(const UploadRecord&)>& visitor) const
{
    const std::lock_guard lock(m_mutex);
    for (auto it = m_uploads.lower_bound({from, {}}); it != m_uploads.end(); ++it) {
        if (!visitor(it->second->record()))
            return;
    }
}

// Rises with time, and holds what clients forget to encode: "+", "/", "=", ".".
QByteArray Bucket::newUploadId()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
    m_lastUploadTime = std::max(now, m_lastUploadTime + 1);
    quint32 random[5];
    QRandomGenerator::system()->fillRange(random);
    const QByteArray tail = QByteArray(reinterpret_cast<const char*>(random), sizeof random).toBase64();
    return QByteArray::number(m_lastUploadTime, 16).rightJustified(16, '0') + ".+/" + tail;
}

std::shared_ptr<Upload> Bucket::createUpload(UploadRecord record)
{
    const std::lock_guard lock(m_mutex);
    record.id = newUploadId();
    record.initiated = QDateTime::currentDateTimeUtc();
    const QString folder = m_folder + QStringLiteral("/uploads/") + fileNameOf(record.id);
    if (!QDir().mkpath(folder))
        throw failure("InternalError", "The sandbox cannot make a folder.");
    writeJson(folder + QStringLiteral("/upload.json"), toJson(record));
    auto upload = std::make_shared<Upload>(folder, record);
    m_uploads[{record.key, record.id}] = upload;
    return upload;
}

std::shared_ptr<Upload> Bucket::upload(const QByteArray& key, const QByteArray& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_uploads.find({key, id});
    if (found == m_uploads.end()) {
        Failure missing = failure("NoSuchUpload");
        missing.with("UploadId", id);
        throw missing;
    }
    return found->second;
}

void Bucket::forget(const Upload& upload)
{
    const std::lock_guard lock(m_mutex);
    m_uploads.erase({upload.record().key, upload.record().id});
}

} // namespace partway::sandbox
