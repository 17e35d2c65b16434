// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "values.h"

#include <QRegularExpression>

namespace partway {

namespace {

using namespace std::chrono_literals;

constexpr double largest = 9.0e18; // below 2^63

} // namespace

std::optional<qint64> sizeFromText(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]+(?:\\.[0-9]+)?) ?([kmgtp]?)(?:i?b)?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString units = QStringLiteral("kmgtp");
    double value = match.captured(1).toDouble();
    const QString unit = match.captured(2).toLower();
    for (qsizetype power = unit.isEmpty() ? 0 : units.indexOf(unit) + 1; power > 0; --power)
        value *= 1024;
    if (value > largest)
        return std::nullopt;
    return qint64(value);
}

std::optional<qint64> rateFromText(const QString& text)
{
    QString rate = text.trimmed();
    if (rate.compare(QLatin1String("off"), Qt::CaseInsensitive) == 0)
        return 0;
    if (rate.endsWith(QLatin1String("/s"), Qt::CaseInsensitive))
        rate.chop(2);
    return sizeFromText(rate);
}

std::optional<std::chrono::seconds> durationFromText(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9}) ?([smhdw])$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    std::chrono::seconds unit = 1s;
    switch (match.captured(2).toLower().front().toLatin1()) {
    case 'm':
        unit = 1min;
        break;
    case 'h':
        unit = 1h;
        break;
    case 'd':
        unit = 24h;
        break;
    case 'w':
        unit = 7 * 24h;
        break;
    }
    return unit * match.captured(1).toLongLong();
}

std::optional<std::pair<QString, QString>> pairFromText(const QString& text)
{
    const qsizetype sign = text.indexOf(QLatin1Char('='));
    const QString name = text.left(sign).trimmed();
    if (sign < 1 || name.isEmpty())
        return std::nullopt;
    return std::pair(name, text.mid(sign + 1));
}

std::optional<qint64> idFromText(const QString& text)
{
    bool isNumber = false;
    const qint64 id = text.mid(text.startsWith(QLatin1Char('#')) ? 1 : 0).toLongLong(&isNumber);
    return isNumber && id > 0 ? std::optional(id) : std::nullopt;
}

std::optional<S3Url> s3UrlFromText(const QString& text)
{
    const QString scheme = QStringLiteral("s3://");
    if (!text.startsWith(scheme, Qt::CaseInsensitive))
        return std::nullopt;
    const QString path = text.mid(scheme.size());
    const qsizetype slash = path.indexOf(QLatin1Char('/'));
    const S3Url url{.bucket = path.left(slash), .rest = slash < 0 ? QString() : path.mid(slash + 1)};
    if (url.bucket.isEmpty() && !url.rest.isEmpty())
        return std::nullopt;
    return url;
}

QString s3UrlText(const QString& bucket, const QByteArray& key)
{
    return QStringLiteral("s3://") + bucket + QLatin1Char('/') + QString::fromUtf8(key);
}

QString folderPrefix(const QString& prefix)
{
    return prefix.isEmpty() || prefix.endsWith(QLatin1Char('/')) ? prefix : prefix + QLatin1Char('/');
}

} // namespace partway
