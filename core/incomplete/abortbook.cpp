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
#include <map>
#include <tuple>

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
            {QStringLiteral("code"), left.code},
            {QStringLiteral("look"), left.look},
            {QStringLiteral("held"), left.held}};
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
    left.look = object.value(QLatin1String("look")).toBool();
    left.held = object.value(QLatin1String("held")).toBool();
    return left;
}

// Thousands are aborted at once: none is looked for by going through all.
using Place = std::tuple<QString, QString, QByteArray, QString>;

Place placeOf(const LeftAbort& left)
{
    return {left.accountId, left.upload.bucket, left.upload.key, left.upload.uploadId};
}

std::map<Place, qsizetype> places(const QList<LeftAbort>& list)
{
    std::map<Place, qsizetype> found;
    for (qsizetype at = 0; at < list.size(); ++at)
        found.emplace(placeOf(list.at(at)), at);
    return found;
}

// Each of `wanted` that the list knows goes to `known`, each other one to `unknown`.
template <typename Known, typename Unknown>
void match(QList<LeftAbort>& list, const QList<LeftAbort>& wanted, Known known, Unknown unknown)
{
    std::map<Place, qsizetype> index = places(list);
    for (const LeftAbort& one : wanted) {
        const auto [at, isNew] = index.emplace(placeOf(one), list.size());
        if (!isNew)
            known(list[at->second], one);
        else if (!unknown(one))
            index.erase(at);
    }
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

Result<void> AbortBook::intend(const QList<LeftAbort>& wanted)
{
    return change([&wanted](QList<LeftAbort>& list) {
        const auto known = [](LeftAbort& left, const LeftAbort& now) {
            left.triedAt = now.triedAt;
            left.look = now.look; // the newest wish counts
            left.held = false;
        };
        match(list, wanted, known, [&list](const LeftAbort& one) {
            list.append(one);
            return true;
        });
    });
}

Result<void> AbortBook::keep(const QList<LeftAbort>& failed)
{
    return change([&failed](QList<LeftAbort>& list) {
        const auto known = [](LeftAbort& left, const LeftAbort& now) {
            left.triedAt = now.triedAt;
            left.code = now.code;
            ++left.tries;
        };
        match(list, failed, known, [&list](const LeftAbort& one) {
            list.append(one);
            list.last().tries = 1;
            return true;
        });
    });
}

Result<void> AbortBook::hold(const QList<LeftAbort>& stopped)
{
    return change([&stopped](QList<LeftAbort>& list) {
        match(
            list, stopped, [](LeftAbort& left, const LeftAbort&) { left.held = true; },
            [](const LeftAbort&) { return false; });
    });
}

Result<void> AbortBook::drop(const QList<LeftAbort>& ended)
{
    const std::map<Place, qsizetype> known = places(m_left);
    const bool any = std::any_of(ended.cbegin(), ended.cend(),
                                 [&known](const LeftAbort& one) { return known.contains(placeOf(one)); });
    if (!any)
        return {};
    return change([&ended](QList<LeftAbort>& list) {
        const std::map<Place, qsizetype> gone = places(ended);
        list.removeIf([&gone](const LeftAbort& left) { return gone.contains(placeOf(left)); });
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
