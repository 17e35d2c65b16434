// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/existingobject.h"

#include <QStringList>

namespace partway {

namespace {

const QString code = QStringLiteral("object-exists");
const QString unit = QStringLiteral(" bytes, ");

} // namespace

Error objectExistsError(const QByteArray& key, const ExistingObject& object)
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.code = code;
    error.resource = QString::fromUtf8(key);
    if (object.size >= 0)
        error.message = QString::number(object.size) + unit + object.modified.toUTC().toString(Qt::ISODate);
    return error;
}

std::optional<ExistingObject> existingObject(const Error& error)
{
    const QStringList facts = error.message.split(unit);
    if (error.code != code || facts.size() != 2)
        return std::nullopt;
    bool isNumber = false;
    const qint64 size = facts.first().toLongLong(&isNumber);
    if (!isNumber || size < 0)
        return std::nullopt;
    return ExistingObject{size, QDateTime::fromString(facts.last(), Qt::ISODate)};
}

} // namespace partway
