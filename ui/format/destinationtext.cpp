// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/destinationtext.h"

#include <QRegularExpression>

namespace partway {

namespace {

Error refused(const char* code, const QString& text)
{
    return Error{.kind = ErrorKind::Refused, .code = QLatin1String(code), .resource = text};
}

// Wider than the rule of AWS: other stores allow upper case, underscores and longer names.
bool canBeBucket(const QString& name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{2,254}$"));
    return pattern.match(name).hasMatch();
}

} // namespace

Result<Place> readPlace(const QString& text)
{
    QString rest = text.trimmed();
    const qsizetype scheme = rest.indexOf(QLatin1String("://"));
    if (scheme >= 0) {
        if (rest.left(scheme).compare(QLatin1String("s3"), Qt::CaseInsensitive) != 0)
            return refused("place-scheme", text);
        rest = rest.mid(scheme + 3);
    }
    while (rest.startsWith(u'/'))
        rest.remove(0, 1);
    if (rest.isEmpty())
        return refused("place-empty", {});
    Place place{rest.section(u'/', 0, 0), rest.section(u'/', 1)};
    if (!canBeBucket(place.bucket))
        return refused("place-invalid", place.bucket);
    if (!place.prefix.isEmpty() && !place.prefix.endsWith(u'/'))
        place.prefix += u'/';
    return place;
}

QString placeText(const QString& bucket, const QString& prefix)
{
    return prefix.isEmpty() ? bucket : bucket + u'/' + prefix;
}

} // namespace partway
