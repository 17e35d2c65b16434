// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operands.h"

namespace partway {

OrComplaint<S3Url> objectOperand(const QString& text, const QString& hint)
{
    const std::optional<S3Url> object = s3UrlFromText(text);
    if (!object || object->bucket.isEmpty() || object->rest.isEmpty())
        return Complaint{.sentence = QStringLiteral("\"%1\" is not an object on a store.").arg(text),
                         .hint = hint};
    return *object;
}

OrComplaint<S3Url> placeOperand(const QString& text, const QString& hint)
{
    const std::optional<S3Url> place = s3UrlFromText(text);
    if (!place)
        return Complaint{.sentence = QStringLiteral("\"%1\" is not a place on a store.").arg(text),
                         .hint = hint};
    return *place;
}

OrComplaint<S3Url> bucketOperand(const QString& text, const QString& hint)
{
    const OrComplaint<S3Url> place = placeOperand(text, hint);
    const bool none = !complaintOf(place) && std::get<S3Url>(place).bucket.isEmpty();
    return none ? Complaint{.sentence = QStringLiteral("\"%1\" names no bucket.").arg(text), .hint = hint}
                : place;
}

} // namespace partway
