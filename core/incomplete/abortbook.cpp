// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/abortbook.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

Error fileError(const char* code, const QString& path)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QLatin1String(code);
    error.resource = path;
    return error;
}

QJsonObject toJson(const LeftAbort& left)
{
    return {{QStringLiteral("account"), left.accountId},
            {QStringLiteral("bucket"), left.upload.bucket},
            {QStringLiteral("key"), QString::fromUtf8(left.upload.key)},
            {QStringLiteral("uploadId"), left.upload.uploadId},
            {QStringLiteral("askedAt"), left.askedAt.toString(Qt::ISODate)},
            {QStringLiteral("triedAt"), left.triedAt.toString(Qt::ISODate)},
            {QStringLiteral("tries"), left.tries},
            {QStringLiteral("code"), left.code}};
}

LeftAbort fromJson(const QJsonObject& object)
{
    const auto text = [&object](const char* name) { return object.value(QLatin1String(name)).toString(); };
    LeftAbort left;
    left.accountId = text("account");
    left.upload = {.bucket = text("bucket"), .key = text("key").toUtf8(), .uploadId = text("uploadId")};
    left.askedAt = QDateTime::fromString(text("askedAt"), Qt::ISODate);
    left.triedAt = QDateTime::fromString(text("triedAt"), Qt::ISODate);
    left.tries = std::clamp(object.value(QLatin1String("tries")).toInt(), 0, 1000);
    left.code = text("code");
    return left;
}

QList<LeftAbort>::iterator find(QList<LeftAbort>& list, const LeftAbort& wanted)
{
    return std::find_if(list.begin(), list.end(),
                        [&wanted](const LeftAbort& left) { return left.isSameUpload(wanted); });
}

} // namespace

QDateTime LeftAbort::nextTry() const
{
    constexpr int longestMinutes = 360;
    constexpr int mostDoublings = 9;
    const int minutes = std::min(1 << std::clamp(tries - 1, 0, mostDoublings), longestMinutes);
    return triedAt.addSecs(qint64(60) * minutes);
}

QString AbortBook::path() const
{
    return QDir(m_folder).filePath(QStringLiteral("aborts.json"));
}

Result<void> AbortBook::load()
{
    m_left.clear();
    QFile file(path());
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return fileError("aborts-unreadable", path());
    const QJsonDocument document = QJsonDocument::fromJson(file.read(largestFile));
    file.close();
    if (!document.isObject()) {
        const QString aside = path() + QLatin1String(".bad");
        QFile::remove(aside);
        QFile::rename(path(), aside);
        return fileError("aborts-unreadable", path());
    }
    for (const QJsonValue& value : document.object().value(QLatin1String("aborts")).toArray()) {
        const LeftAbort left = fromJson(value.toObject());
        if (!left.upload.uploadId.isEmpty() && !left.upload.bucket.isEmpty() && !left.upload.key.isEmpty())
            m_left.append(left);
    }
    return {};
}

Result<void> AbortBook::keep(const QList<LeftAbort>& failed)
{
    return change([&failed](QList<LeftAbort>& list) {
        for (const LeftAbort& left : failed) {
            const auto known = find(list, left);
            if (known == list.end()) {
                list.append(left);
                list.last().tries = 1;
                continue;
            }
            known->triedAt = left.triedAt;
            known->code = left.code;
            ++known->tries;
        }
    });
}

Result<void> AbortBook::drop(const QList<LeftAbort>& ended)
{
    const bool any = std::any_of(ended.cbegin(), ended.cend(), [this](const LeftAbort& left) {
        return find(m_left, left) != m_left.end();
    });
    if (!any)
        return {};
    return change([&ended](QList<LeftAbort>& list) {
        for (const LeftAbort& left : ended) {
            if (const auto known = find(list, left); known != list.end())
                list.erase(known);
        }
    });
}

Result<void> AbortBook::change(const std::function<void(QList<LeftAbort>&)>& edit)
{
    if (!QDir().mkpath(m_folder))
        return fileError("aborts-not-saved", path());
    QLockFile lock(path() + QLatin1String(".lock"));
    constexpr int patienceMs = 5000;
    if (!lock.tryLock(patienceMs))
        return fileError("aborts-not-saved", path());
    (void)load(); // what another process wrote meanwhile; a damaged one was kept aside
    edit(m_left);
    QJsonArray aborts;
    for (const LeftAbort& left : std::as_const(m_left))
        aborts.append(toJson(left));
    const QByteArray json =
        QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("aborts"), aborts}})
            .toJson(QJsonDocument::Compact);
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return fileError("aborts-not-saved", path());
    return {};
}

} // namespace partway
