// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace partway {

// Values of options as people write them. Pure. Nothing: the text makes no sense.

// "5MiB", "16M", "1.5g", "8388608": binary units, with or without B or iB. Not negative.
std::optional<qint64> sizeFromText(const QString& text);
// The same with an optional "/s"; 0 and "off" mean no limit.
std::optional<qint64> rateFromText(const QString& text);
// "7d", "12h", "30m", "45s", "2w".
std::optional<std::chrono::seconds> durationFromText(const QString& text);
// "name=value"; the name is not empty.
std::optional<std::pair<QString, QString>> pairFromText(const QString& text);
// A transfer's number: 1 or more, with or without '#'.
std::optional<qint64> idFromText(const QString& text);

// s3://BUCKET[/REST]; the bucket may be empty ("s3://": every bucket).
struct S3Url
{
    QString bucket;
    QString rest;

    bool operator==(const S3Url&) const = default;
};
std::optional<S3Url> s3UrlFromText(const QString& text);
QString s3UrlText(const QString& bucket, const QByteArray& key);

// A prefix that is meant as a folder ends in '/'.
QString folderPrefix(const QString& prefix);

} // namespace partway
